import { expand } from '../dockerfile/expand.ts';
import type { Assignment, Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { defineRule, dockerfile, type Claim, type ClaimFix } from './rule.ts';

export const sameInstructionVariable = defineRule({
  id: 'same-instruction-variable',
  aliases: ['DL3044'],
  severity: 'warning',
  summary: 'ENV uses a variable that the same instruction defines',
  why: 'Docker reads the whole line with the values from before it, so the variable is still empty or old there, and the image starts with a half value.',
  references: ['https://docs.docker.com/reference/dockerfile/#environment-replacement'],
  bad: [
    {
      title: 'a folder and a path inside of it',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV VIRTUAL_ENV=/opt/venv \
            PATH="$VIRTUAL_ENV/bin:$PATH"
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        ENV VIRTUAL_ENV=/opt/venv
        ENV PATH="$VIRTUAL_ENV/bin:$PATH"
        `,
    },
    {
      title: 'the same variable twice',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV PATH=/opt/venv/bin:$PATH PATH=/opt/tool/bin:$PATH
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        ENV PATH=/opt/venv/bin:$PATH
        ENV PATH=/opt/tool/bin:$PATH
        `,
    },
  ],
  good: [
    {
      title: 'two instructions',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV VIRTUAL_ENV=/opt/venv
        ENV PATH="$VIRTUAL_ENV/bin:$PATH"
        `,
    },
    {
      title: 'a variable that was there before',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG VERSION
        ENV VERSION=$VERSION DATA=/srv/data-$VERSION
        `,
    },
    {
      title: 'text that only looks like a variable',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENV NAME=app TEMPLATE='$NAME' OTHER=\$NAME
        `,
    },
  ],
  on: 'file',
  *check({ dockerfile: file, facts }) {
    for (const stage of facts.stages) {
      const declared = new Set<string>();
      for (const instruction of stage.instructions) {
        if (instruction.keyword === 'ENV')
          yield* checkEnv(instruction, file, (name) => wasSet(name, declared, instruction, facts));
        for (const { name } of instruction.assignments) if (instruction.keyword !== 'LABEL') declared.add(name);
      }
    }
  },
});

/** By this stage, or by one below it. PATH is always set by the base image, which makes the new one no less half. */
function wasSet(name: string, declared: ReadonlySet<string>, instruction: Instruction, facts: Facts): boolean {
  return declared.has(name) || (name !== 'PATH' && facts.stateAt(instruction)?.environment(name) !== undefined);
}

function* checkEnv(instruction: Instruction, file: Dockerfile, isSet: (name: string) => boolean): Iterable<Claim> {
  const { assignments } = instruction;
  if (assignments.length < 2) return;
  const definers = Map.groupBy(assignments.keys(), (index) => assignments[index]?.name ?? '');
  const found: { readonly assignment: Assignment; readonly variable: string }[] = [];
  for (const [index, assignment] of assignments.entries()) {
    const variable = namesIn(assignment, file).find((name) => {
      const others = (definers.get(name) ?? []).filter(
        (each) => each < index || (each > index && name !== assignment.name),
      );
      return others.length > 0 && !isSet(name);
    });
    if (variable !== undefined) found.push({ assignment, variable });
  }
  const [first, ...others] = found;
  if (first === undefined) return;
  const fix = splitUp(instruction, file);
  yield {
    at: first.assignment.span,
    title: `\`${first.assignment.name}\` uses \`${first.variable}\`, which the same \`ENV\` defines`,
    advice: `Define \`${first.variable}\` in an \`ENV\` of its own above.`,
    places: others.map(({ assignment, variable }) => ({ at: assignment.span, note: `uses \`${variable}\` too` })),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The variables that a value depends on, those of a default included. */
function namesIn({ value = '' }: Assignment, { escape }: Dockerfile): readonly string[] {
  const names: string[] = [];
  if (!value.includes('$')) return names;
  expand(
    value,
    (name) => {
      names.push(name);
      return undefined;
    },
    escape,
  );
  return names;
}

/** A new ENV wherever a value uses what the one in the making defines; undefined where that does not help or a comment stands between. */
function splitUp(instruction: Instruction, file: Dockerfile): ClaimFix | undefined {
  const { assignments, keywordSpan } = instruction;
  // At the beginning of an ENV of its own, `--x=1` would be a flag.
  if (assignments.some(({ name }) => !/^\w/.test(name))) return undefined;
  const keyword = file.text.slice(keywordSpan.start, keywordSpan.end);
  const edits: ClaimFix['edits'][number][] = [];
  let inOne = new Set<string>();
  let end = keywordSpan.end;
  for (const assignment of assignments) {
    const { name, span } = assignment;
    if (namesIn(assignment, file).some((each) => inOne.has(each))) {
      if (file.text.slice(end, span.start).includes('#')) return undefined;
      edits.push({ at: { start: end, end: span.start }, text: `\n${keyword} ` });
      inOne = new Set();
    }
    inOne.add(name);
    end = span.end;
  }
  return edits.length === 0 ? undefined : { title: 'Make an ENV of its own', safety: 'unsafe', edits };
}
