import path from 'node:path';
import { lineOf, locationOf } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import { sourceSpan } from '../dockerfile/segments.ts';
import type { Facts } from '../facts/facts.ts';
import { fingerprintOf, type Evidence, type Location, type Severity } from '../finding.ts';
import { systemFiles } from '../ports.ts';
import type { Comment } from './ask-shellcheck.ts';
import type { Found } from './findings.ts';
import { deepestNesting, shellScripts, type ShellScript } from './shell-scripts.ts';

/** What ShellCheck says of the RUNs of one Dockerfile: one process, none where there is nothing to read. */
export type ShellCheck = (facts: Facts) => Promise<readonly Found[]>;

/** Where it is not on PATH, that is told once, and no shell text is read. */
export async function openShellCheck(ports: {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly note: (line: string) => void;
}): Promise<ShellCheck> {
  // Here, not when it is asked: then the program starts before the rules do, and they run beside each other.
  const client = isAbsent(ports.environment) ? undefined : await import('./ask-shellcheck.ts');
  const told = new Set<string>();
  const tellOnce = (line: string): readonly Found[] => {
    if (!told.has(line)) ports.note(line);
    told.add(line);
    return [];
  };
  return async (facts) => {
    if (told.has(absent)) return [];
    const { scripts, tooNested } = shellScripts(facts);
    for (const sentence of notGiven(tooNested, facts)) ports.note(sentence);
    if (scripts.length === 0) return [];
    const answer = client === undefined ? 'absent' : await client.askShellCheck(scripts, ports.environment);
    if (answer === 'absent') return tellOnce(absent);
    return 'trouble' in answer ? tellOnce(answer.trouble) : foundIn(answer.comments, scripts, facts);
  };
}

const absent =
  'shellcheck is not on PATH, so the shell text of RUN is not read as closely as it could be. Install it (apt-get install shellcheck), or write --shellcheck never.';

/** Surely not on PATH; on Windows, which tries several endings, the start of it tells. */
function isAbsent({ PATH }: Readonly<Record<string, string | undefined>>): boolean {
  if (PATH === undefined || path.delimiter === ';') return false;
  return !PATH.split(path.delimiter).some((folder) => systemFiles.stat(path.join(folder, 'shellcheck')) !== undefined);
}

/** One sentence a file. */
function notGiven([first, ...others]: readonly Instruction[], { dockerfile }: Facts): readonly string[] {
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` and of ${others.length} ${others.length === 1 ? 'other' : 'others'}`;
  return [
    `${dockerfile.path}:${lineOf(dockerfile, first.span.start)}: shellcheck is not given the shell text of this RUN${more}, because it is nested deeper than ${deepestNesting} and would take minutes. Move it into a script.`,
  ];
}

/** A static check alone is an error only where the image cannot work, and that the build alone can tell. */
const severityOf = {
  error: 'warning',
  warning: 'warning',
  info: 'notice',
  style: 'notice',
} as const satisfies Readonly<Record<Comment['level'], Severity>>;

/** What ShellCheck says, at its place in the Dockerfile. */
interface Remark extends Pick<Comment, 'code' | 'level' | 'message'> {
  readonly location: Location;
  readonly instruction: Instruction;
}

/** One finding a check and instruction, at the first place; the others are evidence. */
function foundIn(comments: readonly Comment[], scripts: readonly ShellScript[], facts: Facts): readonly Found[] {
  const byScript = Map.groupBy(comments, ({ file }) => file);
  const remarks = scripts.flatMap((script, index): readonly Remark[] => {
    const placeOf = placesOf(script, facts);
    const { instruction } = script;
    const ofText = (byScript.get(String(index)) ?? []).filter(({ line }) => line > script.headerLines);
    return ofText.map((each) => ({ ...each, location: placeOf(each), instruction }));
  });
  return [...Map.groupBy(remarks, ({ instruction }) => instruction).values()].flatMap((ofOne) =>
    [...Map.groupBy(ofOne, ({ code }) => code).values()].flatMap((same) => foundOf(same, facts) ?? []),
  );
}

function foundOf(same: readonly Remark[], { dockerfile }: Facts): Found | undefined {
  const [first, ...others] = same.toSorted(
    ({ location: one }, { location: other }) => one.line - other.line || one.column - other.column,
  );
  if (first === undefined) return undefined;
  const name = `SC${first.code}`;
  const check = `shellcheck/${name}`;
  return {
    finding: {
      check,
      aliases: [name],
      severity: severityOf[first.level],
      title: claimOf(first.message),
      why: 'ShellCheck knows this as a place where the shell does other things than its author meant.',
      advice: `Write what https://www.shellcheck.net/wiki/${name} shows.`,
      location: first.location,
      evidence: others.map(({ location, message }): Evidence => ({ kind: 'source', location, note: message })),
      status: 'suspected',
      fingerprint: fingerprintOf(check, dockerfile.path, first.instruction.text),
    },
    instruction: first.instruction,
  };
}

/** `foo is referenced but not assigned.`: a variable keeps the letter with which it begins. */
function claimOf(message: string): string {
  return message.replace(/\.$/, '').replace(/^[a-z_]\w*(?= (?:is|appears) )/, '`$&`');
}

/** ShellCheck counts lines and whole characters of its file, a location counts UTF-16 units of the Dockerfile. */
function placesOf({ body, headerLines }: ShellScript, { dockerfile }: Facts): (comment: Comment) => Location {
  const lines = body.text.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const offsetOf = (line: number, column: number): number => {
    const index = Math.min(line - headerLines - 1, lines.length - 1);
    const text = lines[index] ?? '';
    return (starts[index] ?? 0) + unitsOf(text, column - 1);
  };
  return ({ line, column, endLine, endColumn }) => {
    const from = offsetOf(line, column);
    return locationOf(dockerfile, sourceSpan(body, from, Math.max(from, offsetOf(endLine, endColumn))));
  };
}

/** How many UTF-16 units so many characters of a text take. */
function unitsOf(text: string, characters: number): number {
  let units = 0;
  for (let left = characters; left > 0 && units < text.length; left -= 1)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}
