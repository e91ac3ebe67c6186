/** A module longer than this is not read: what it defines only the run can tell. */
const longestModule = 200_000;

/** What the outer level of a module's text says of a name. `unknown`: it may come from a star import or be set by other means. */
export function definesName(source: string, name: string): 'yes' | 'no' | 'unknown' {
  if (source.length > longestModule || !/^\w+$/.test(name)) return 'unknown';
  const lines = joinBrackets(withoutStringsAndComments(source)).split('\n');
  const outer = lines.filter((line) => /^\S/.test(line));
  const word = new RegExp(String.raw`\b${name}\b`);
  if (outer.some((line) => word.test(line) && bindsName(line, name))) return 'yes';
  return lines.some((line) => (word.test(line) && mayBindName(line, name)) || mayBindAnything(line)) ? 'unknown' : 'no';
}

/** A line at the margin: `app = …`, `a = app = …`, `app, other = …`, `def app`, `class app`, an import of it. */
function bindsName(line: string, name: string): boolean {
  if (new RegExp(String.raw`^(?:async\s+)?(?:def|class)\s+${name}\b`).test(line)) return true;
  if (/^(?:from|import)\s/.test(line)) return importsName(line, name);
  const targets = line.split(/(?<![=!<>:+\-*/%&|^])=(?!=)/).slice(0, -1);
  return targets.some((target) =>
    target
      .replace(/:.*$/, '')
      .split(',')
      .some((part) => part.replaceAll(/[\s()[\]*]/g, '') === name),
  );
}

function importsName(line: string, name: string): boolean {
  const imported = line.slice(line.search(/\bimport\b/) + 'import'.length);
  const isFrom = line.startsWith('from');
  return imported.split(',').some((part) => {
    const [written = '', as] = part
      .replaceAll(/[()]/g, '')
      .trim()
      .split(/\s+as\s+/);
    return (as ?? (isFrom ? written : written.split('.')[0]))?.trim() === name;
  });
}

/** Deeper lines may still be the module's own level (`if`, `try`, `with`), or a function with `global`. */
function mayBindName(line: string, name: string): boolean {
  if (new RegExp(String.raw`\b(?:as|for|global)\s+${name}\b|\b${name}\s*:=`).test(line)) return true;
  return /^\s/.test(line) && bindsName(line.trim(), name);
}

function mayBindAnything(line: string): boolean {
  return /^\s*from\s+\S+\s+import\s+\*|\bdef\s+__getattr__\b|\b(?:globals|setattr|exec|vars)\s*\(/.test(line);
}

/** Names that are given an application at the outer level, as far as a call by a known name shows, with their lines. */
export function applicationsIn(source: string): readonly { readonly name: string; readonly line: number }[] {
  if (source.length > longestModule) return [];
  return source.split('\n').flatMap((text, index) => {
    const name = applicationLine.exec(text)?.groups?.['name'];
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
}

const applicationLine =
  /^(?<name>[A-Za-z_]\w*)\s*(?::[^=]+)?=\s*(?:\w+\.)*(?:FastAPI|Starlette|Litestar|Quart|Sanic|Flask|Robyn|get_asgi_application|get_wsgi_application|create_app|make_app)\s*\(/;

/** Functions at the outer level that make an application, as far as a call by a known name shows. */
export function factoriesIn(source: string): readonly string[] {
  if (source.length > longestModule) return [];
  const [, ...definitions] = source.split(/^(?:async )?def (?=\w)/m);
  return definitions.flatMap((definition) => {
    const [body = ''] = definition.split(/^(?=[^\s#)])(?!\w+\s*\()/m);
    const name = /^\w+/.exec(definition)?.[0];
    return name !== undefined && makesApplication.test(body) ? [name] : [];
  });
}

const makesApplication = /\b(?:FastAPI|Starlette|Litestar|Quart|Sanic|Flask|Robyn|get_asgi_application)\s*\(/;

/** Strings become empty ones, so that words in them are not taken for code; lines stay where they are. */
function withoutStringsAndComments(source: string): string {
  return source
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(
      /"""[\s\S]*?(?:"""|$(?![\s\S]))|'''[\s\S]*?(?:'''|$(?![\s\S]))|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|#[^\n]*/g,
      (piece) => (piece.startsWith('#') ? '' : `''${piece.replaceAll(/[^\n]/g, '')}`),
    );
}

/** `from x import (a,\n b)` on one line. */
function joinBrackets(text: string): string {
  return text.replaceAll(/^[ \t]*from[ \t]+\S+[ \t]+import[ \t]*\([^)]{0,5000}\)/gm, (whole) =>
    whole.replaceAll(/\s*\n\s*/g, ' '),
  );
}
