import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { isPython } from '../../servers/index.ts';

export interface FoundArgument {
  /** Of the value alone, without quotes. */
  readonly location: Location;
  readonly value: string;
}

const mostFiles = 40;

/**
 * An argument that Python source gives a server: `uvicorn.run(app, host="localhost", port=9000)`, `web.run_app(app, port=9000)`; or
 * the value that it falls back on: `os.getenv("PORT", "9000")`, `add_argument("--port", default=9000)`, a field of the settings.
 */
export function findCallArgument(
  facts: Facts,
  name: string,
  wanted: (value: string) => boolean,
): FoundArgument | undefined {
  const files = startedFirst(facts).map((file) => ({ file, text: facts.context.readText(file) ?? '' }));
  const direct = new RegExp(
    String.raw`\b(?:server_)?${name}\s*(?::\s*\w+\s*)?=\s*(?:(?<quote>["'])(?<text>[^"'\n]*)\k<quote>|(?<number>\d+)\b)`,
    'dg',
  );
  const own = new RegExp(
    String.raw`(?<![\w.-])(?:--)?(?:(?:server|app|api|listen|bind|http|web|uvicorn|service)[_-])?${name}\b(?=[^#]*[=,])`,
    'i',
  );
  const served = files.filter(({ text }) => calls.test(text));
  return (
    argumentIn(served, (line) => [...line.matchAll(direct)], wanted, facts) ??
    argumentIn(files, (line) => literalsFrom(line, own.exec(line)?.index), wanted, facts)
  );
}

function literalsFrom(line: string, start: number | undefined): readonly RegExpExecArray[] {
  const literals = [...line.matchAll(/(?<quote>["'])(?<text>[^"'\n]*)\k<quote>|(?<![\w."'])(?<number>\d+)\b/dg)];
  return start === undefined ? [] : literals.filter(({ index }) => index >= start);
}

const calls = /\b(?:run|run_app|serve|Config|Server|make_server|start_server|bind)\b/;
/** Another service's address. */
const ofAnotherService =
  /redis|mongo|postgres|psycopg|mysql|smtp|mail|kafka|rabbit|amqp|elastic|memcache|database|\bdb\b|connect|proxy/i;

function argumentIn(
  files: readonly { readonly file: string; readonly text: string }[],
  candidates: (line: string) => readonly RegExpExecArray[],
  wanted: (value: string) => boolean,
  facts: Facts,
): FoundArgument | undefined {
  for (const { file, text } of files) {
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
      if (line.trimStart().startsWith('#') || ofAnotherService.test(line)) continue;
      for (const { groups, indices } of candidates(line)) {
        const value = groups?.['text'] ?? groups?.['number'];
        const [start, end] = indices?.groups?.['text'] ?? indices?.groups?.['number'] ?? [];
        if (value === undefined || start === undefined || end === undefined || !wanted(value)) continue;
        const place = { line: index + 1, column: start + 1, endLine: index + 1, endColumn: end + 1 };
        return { value, location: { path: facts.context.reportPath(file), ...place } };
      }
    }
  }
  return undefined;
}

/** A call on one line that starts a server and leaves this argument to its default: between its brackets something can be added. */
export function findCallWithout(
  facts: Facts,
  name: string,
): { readonly location: Location; readonly isEmpty: boolean } | undefined {
  for (const file of startedFirst(facts)) {
    const lines = (facts.context.readText(file) ?? '').split(/\r\n|\n|\r/);
    for (const [index, line] of lines.entries()) {
      const words =
        /^\s*(?:await )?(?:uvicorn\.run|app\.run|application\.run|app\.run_task|(?:\w+ = )?uvicorn\.Config)\((?<inside>.*)\)\s*(?:#.*)?$/d.exec(
          line,
        );
      const [, end] = words?.indices?.groups?.['inside'] ?? [];
      const inside = words?.groups?.['inside'] ?? '';
      if (end === undefined || new RegExp(String.raw`\b(?:${name}|uds|fd)\s*=|\*`).test(inside)) continue;
      const place = { line: index + 1, column: end + 1, endLine: index + 1, endColumn: end + 1 };
      return { location: { path: facts.context.reportPath(file), ...place }, isEmpty: inside.trim() === '' };
    }
  }
  return undefined;
}

/** Where ENV sets a variable to that value, by whose name a server that Python starts is told its address. */
export function findVariable(facts: Facts, name: RegExp, wanted: (value: string) => boolean): Location | undefined {
  const script = startedScript(facts);
  const files = script === undefined ? [] : startedFirst(facts);
  const read = files.flatMap((file) =>
    [...(facts.context.readText(file) ?? '').matchAll(/(?:getenv\(|environ(?:\.get\(|\[))\s*["'](\w+)["']/g)].flatMap(
      ([, variable]) => variable ?? [],
    ),
  );
  for (const variable of read.filter((each) => name.test(each))) {
    const value = facts.finalState?.environment(variable);
    if (value?.text !== undefined && wanted(value.text)) return value.location;
  }
  return undefined;
}

/** The script that CMD names, then the other Python files that the image holds. */
function startedFirst(facts: Facts): readonly string[] {
  const script = startedScript(facts);
  const others = facts.context.listing.files.filter(
    (file) => file.endsWith('.py') && file !== script && !/(?:^|\/)(?:tests?|\.venv|venv)\//.test(file),
  );
  return [...(script === undefined ? [] : [script]), ...others.slice(0, mostFiles)];
}

/** The repository's file of `python app.py`, or of the module behind `python -m app`. */
export function startedScript(facts: Facts): string | undefined {
  const [program, ...words] = facts.startCommand?.words ?? [];
  if (program === undefined || !isPython(program.text)) return undefined;
  const at = words.findIndex(({ text }) => !text.startsWith('-') || /^-[A-Za-z]*m$/.test(text));
  const word = words[at];
  if (word === undefined) return undefined;
  const isModule = word.text.startsWith('-');
  const named = isModule ? words[at + 1]?.text.replaceAll('.', '/') : word.text;
  if (named === undefined) return undefined;
  const workdir = facts.finalState?.workdir;
  const folder = workdir?.known === true ? workdir.text : '/';
  const candidates = isModule ? [`${named}.py`, `${named}/__main__.py`] : [named];
  for (const candidate of candidates) {
    const path = candidate.startsWith('/')
      ? candidate
      : `${folder === '/' ? '' : folder}/${candidate.replace(/^\.\//, '')}`;
    const found = facts.imageFiles?.repositoryPath(path);
    if (found !== undefined) return found;
  }
  return undefined;
}
