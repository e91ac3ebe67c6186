import type { FoundName } from './application-names.ts';
import { importedNames, insideBrackets, type PythonText } from './python-text.ts';

/** Applications that a module hands to a `mount`: another one serves them. */
export function mountedNames(names: readonly FoundName[], modules: readonly PythonText[]): ReadonlySet<FoundName> {
  const found = new Set<FoundName>();
  if (names.length < 2) return found;
  for (const module of modules) {
    const imported = importedNames(module.code);
    for (const word of mountedWords(module.code)) {
      const [first = '', ...rest] = word.split('.');
      const origin = imported.find(({ local }) => local === first);
      const last = rest.at(-1);
      for (const each of names) {
        const isHere = last === undefined && origin === undefined && each.path === module.path && each.name === first;
        const isImported =
          last === undefined && origin !== undefined && each.name === origin.name && isModule(each, origin.module);
        const isOfModule =
          last !== undefined &&
          each.name === last &&
          isModule(each, origin === undefined ? word.slice(0, -last.length - 1) : origin.name);
        if (isHere || isImported || isOfModule) found.add(each);
      }
    }
  }
  return found;
}

/** What stands in the brackets of `app.mount(…)`, `Mount(…)` and `Host(…)`, keywords left out. */
function mountedWords(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:mount|Mount|host|Host)[ \t]*\(/g)].flatMap((match) => {
    const inside = insideBrackets(code, match.index + match[0].length - 1);
    return [...inside.matchAll(/(?<![\w.])[A-Za-z_][\w.]*(?![\w.]|[ \t]*=[^=])/g)].map(([word]) => word);
  });
}

/** By the end of its dotted name, for where the names begin is not known yet. */
function isModule({ path }: FoundName, dotted: string): boolean {
  const wanted = dotted.replace(/^\.+/, '').replaceAll('.', '/');
  const own = path.replace(/(?:\/__init__)?\.py$/, '');
  return wanted === '' || own === wanted || own.endsWith(`/${wanted}`);
}
