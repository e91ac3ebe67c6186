import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { isPython } from '../../servers/index.ts';

export interface FoundArgument {
  /** Of the value alone, without quotes. */
  readonly location: Location;
  readonly value: string;
}

const mostFiles = 40;

/** An argument that Python source gives a server: `uvicorn.run(app, host="localhost", port=9000)`, `web.run_app(app, port=9000)`. */
export function findCallArgument(
  facts: Facts,
  name: string,
  wanted: (value: string) => boolean,
): FoundArgument | undefined {
  for (const file of startedFirst(facts)) {
    const text = facts.context.readText(file);
    if (text === undefined || !/\b(?:run|run_app|serve|Config|Server|make_server|start_server|bind)\b/.test(text))
      continue;
    const pattern = new RegExp(
      String.raw`\b(?:server_)?${name}\s*(?::\s*\w+\s*)?=\s*(?:(?<quote>["'])(?<text>[^"'\n]*)\k<quote>|(?<number>\d+)\b)`,
      'd',
    );
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
      if (line.trimStart().startsWith('#')) continue;
      const match = pattern.exec(line);
      const value = match?.groups?.['text'] ?? match?.groups?.['number'];
      const [start, end] = match?.indices?.groups?.['text'] ?? match?.indices?.groups?.['number'] ?? [];
      if (value === undefined || start === undefined || end === undefined || !wanted(value)) continue;
      const place = { line: index + 1, column: start + 1, endLine: index + 1, endColumn: end + 1 };
      return { value, location: { path: facts.context.reportPath(file), ...place } };
    }
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
