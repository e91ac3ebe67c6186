import { blanked } from '../facts/python-prints.ts';

/** Code without strings and comments. */
export interface PythonText {
  readonly path: string;
  readonly code: string;
}

/** Longer modules are generated, and hold no application. */
const longestModule = 200_000;

export function pythonText(path: string, source: string): PythonText {
  return { path, code: source.length > longestModule ? '' : blanked(source.replaceAll(/\r\n?/g, '\n')) };
}

/** The lines that run when the module is imported, as they stand; what is within brackets of a line above is not among them. */
export function outerLines(code: string): readonly string[] {
  const found: string[] = [];
  let hidden: number | undefined;
  let depth = 0;
  for (const line of code.split('\n')) {
    const isInside = depth > 0;
    depth = Math.max(0, depth + count(line, /[([{]/g) - count(line, /[)\]}]/g));
    if (isInside || line.trim() === '') continue;
    const margin = line.search(/\S/);
    if (hidden !== undefined && margin > hidden) continue;
    hidden = /^\s*(?:(?:async\s+)?def|class)\b|^if\s+(?:__name__\b|[^:]*==\s*__name__\b)/.test(line)
      ? margin
      : undefined;
    if (hidden === undefined) found.push(line);
  }
  return found;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

export interface Definition {
  readonly name: string;
  /** Behind the name: parameters, return type and body. */
  readonly text: string;
  readonly isAsync: boolean;
}

/** Functions at the margin. */
export function definitionsIn(code: string): readonly Definition[] {
  return [...code.matchAll(/^(?<async>async[ \t]+)?def[ \t]+(?<name>\w+)/gm)].map((match) => {
    const rest = code.slice(match.index + match[0].length);
    const end = rest.search(/\n(?=[^\s)\]}])/);
    return {
      name: match.groups?.['name'] ?? '',
      text: end === -1 ? rest : rest.slice(0, end),
      isAsync: match.groups?.['async'] !== undefined,
    };
  });
}

/** What stands between the brackets that open at `from`; all that is left where they do not close. */
export function insideBrackets(code: string, from: number): string {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    const character = code.charAt(at);
    if (/[([{]/.test(character)) depth += 1;
    else if (/[)\]}]/.test(character) && (depth -= 1) === 0) return code.slice(from + 1, at);
  }
  return code.slice(from + 1);
}

/** Parts between the commas of the outermost level. */
export function commaParts(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (/[([{]/.test(character)) depth += 1;
    else if (/[)\]}]/.test(character)) depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

export interface ImportedName {
  /** As it is called here. */
  readonly local: string;
  readonly name: string;
  /** `.routes` and `shop.routes` alike; the dots at its head tell how many folders up. */
  readonly module: string;
}

/** `from module import name as local`. */
export function importedNames(code: string): readonly ImportedName[] {
  const flat = code.replaceAll(/\\\n/g, ' ').replaceAll(/\([^()]*\)/g, (inside) => inside.replaceAll(/\s+/g, ' '));
  return [...flat.matchAll(/^[ \t]*from[ \t]+(?<module>[.\w]+)[ \t]+import[ \t]+(?<names>[^\n;]+)/gm)].flatMap(
    (match) =>
      (match.groups?.['names'] ?? '')
        .replaceAll(/[()]/g, '')
        .split(',')
        .flatMap((part) => {
          const [name = '', local = name] = part.trim().split(/\s+as\s+/);
          return /^\w+$/.test(name) ? [{ local, name, module: match.groups?.['module'] ?? '' }] : [];
        }),
  );
}

/** First names of what is imported from the top: `import shop.routes`, `from shop import routes`. */
export function importedFirstNames(code: string): readonly string[] {
  const plain = [...code.matchAll(/^[ \t]*import[ \t]+(?<names>[^\n;]+)/gm)].flatMap((match) =>
    (match.groups?.['names'] ?? '').split(','),
  );
  const from = importedNames(code).map(({ module }) => module);
  return [...new Set([...plain, ...from].flatMap((text) => /^\w+/.exec(text.trim())?.[0] ?? []))];
}
