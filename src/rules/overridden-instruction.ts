import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const overriddenInstruction = defineRule({
  id: 'overridden-instruction',
  aliases: ['DL3012', 'DL4003', 'DL4004', 'MultipleInstructionsDisallowed'],
  severity: 'warning',
  summary: 'a second CMD, ENTRYPOINT or HEALTHCHECK puts the first out of force',
  why: 'Of each of them only the last one in a stage counts. The earlier line looks as if it did something, and whoever changes it wonders why nothing happens.',
  references: [
    'https://docs.docker.com/reference/build-checks/multiple-instructions-disallowed/',
    'https://docs.docker.com/reference/dockerfile/#cmd',
  ],
  bad: [
    {
      title: 'two commands',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        COPY app.py .
        CMD ["python", "app.py"]
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        COPY app.py .
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'two health checks',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        HEALTHCHECK CMD ["python", "/srv/alive.py"]
        WORKDIR /srv
        HEALTHCHECK CMD ["python", "/srv/ready.py"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        HEALTHCHECK CMD ["python", "/srv/ready.py"]
        `,
    },
    {
      title: 'two entrypoints',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ENTRYPOINT ["python"]
        ENTRYPOINT ["uvicorn"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        ENTRYPOINT ["uvicorn"]
        `,
    },
  ],
  good: [
    {
      title: 'one of each, in each stage',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS base
        CMD ["python"]
        FROM base
        ENTRYPOINT ["uvicorn"]
        CMD ["app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: ['CMD', 'ENTRYPOINT', 'HEALTHCHECK'],
  // Asked about the later one, so that a pragma above either of the two is heard; the dead one is what is pointed at, as BuildKit does.
  *check(instruction, { dockerfile: file, facts }) {
    const earlier = previousOfItsKind(instruction, facts);
    if (earlier === undefined) return;
    const { keyword } = instruction;
    const fix = dropped(earlier, file);
    yield {
      at: earlier.span,
      aliases: [numbers.get(keyword) ?? '', 'MultipleInstructionsDisallowed'],
      title: `a later \`${keyword}\` puts this one out of force`,
      advice: `Delete the \`${keyword}\` that does not count.`,
      places: [{ at: instruction.span, note: 'the one that counts' }],
      ...(fix === undefined ? {} : { fix }),
    };
  },
});

const numbers: ReadonlyMap<string, string> = new Map([
  ['CMD', 'DL4003'],
  ['ENTRYPOINT', 'DL4004'],
  ['HEALTHCHECK', 'DL3012'],
]);

function previousOfItsKind(instruction: Instruction, facts: Facts): Instruction | undefined {
  const place = facts.placeOf(instruction);
  if (place === undefined) return undefined;
  const { instructions } = place.stage;
  for (let index = place.position - 2; index >= 0; index -= 1) {
    const earlier = instructions[index];
    if (earlier?.keyword === instruction.keyword) return earlier;
  }
  return undefined;
}

/** Its lines as a whole; undefined where a comment inside would go with them. */
function dropped({ lines: [first, last], span }: Instruction, file: Dockerfile): ClaimFix | undefined {
  if (/^[ \t]*#/m.test(file.text.slice(span.start, span.end))) return undefined;
  const at = { path: file.path, line: first, column: 1, endLine: last + 1, endColumn: 1 };
  return { title: 'Delete the line that does not count', safety: 'safe', edits: [{ at, text: '' }] };
}
