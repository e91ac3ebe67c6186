import {
  definitionsIn,
  importedNames,
  insideBrackets,
  commaParts,
  outerLines,
  type PythonText,
} from './python-text.ts';

/** A name at the outer level of a module that holds an application, or a function that makes one. */
export interface FoundName {
  readonly path: string;
  readonly name: string;
  readonly isFactory: boolean;
}

/** The names that hold an application; only where there is none, the functions that make one without being told anything. */
export function applicationNames(modules: readonly PythonText[]): readonly FoundName[] {
  const mentioning = modules.filter(({ code }) => /\b(?:FastAPI|Starlette)\b/.test(code));
  const classes = new Set(['FastAPI', 'Starlette', ...mentioning.flatMap(({ code }) => subclassesIn(code))]);
  const factories = modules.flatMap((module) => factoriesIn(module, namesOf(classes, module)));
  const makers = new Set(factories.map(({ name }) => name));
  const held = modules.flatMap((module) => heldIn(module, namesOf(classes, module), makers));
  if (held.length > 0) return held;
  return factories
    .filter(({ isBare, name }) => isBare && !factories.some((other) => other.name !== name && other.calls.has(name)))
    .map(({ path, name }) => ({ path, name, isFactory: true }));
}

function subclassesIn(code: string): readonly string[] {
  return [...code.matchAll(/^class[ \t]+(\w+)[ \t]*\([^()]*\b(?:FastAPI|Starlette)\b/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}

/** What the classes are called in this module. */
function namesOf(classes: ReadonlySet<string>, { code }: PythonText): ReadonlySet<string> {
  const renamed = importedNames(code).filter(({ name, local }) => name !== local && classes.has(name));
  return renamed.length === 0 ? classes : new Set([...classes, ...renamed.map(({ local }) => local)]);
}

function heldIn(
  { path, code }: PythonText,
  classes: ReadonlySet<string>,
  makers: ReadonlySet<string>,
): readonly FoundName[] {
  const names = outerLines(code).flatMap((line) => {
    const { name, type, callee, rest = '' } = assignment.exec(line)?.groups ?? {};
    if (name === undefined || callee === undefined) return [];
    const called = lastName(callee);
    const isOne = classes.has(called) || makers.has(called) || (type !== undefined && classes.has(lastName(type)));
    return isOne || (usualNames.has(name) && calls(rest, classes)) ? [name] : [];
  });
  return [...new Set(names)].map((name) => ({ path, name, isFactory: false }));
}

const assignment =
  /^[ \t]*(?<name>[A-Za-z_]\w*)[ \t]*(?::[ \t]*(?<type>[^=]+?)[ \t]*)?=[ \t]*(?<callee>[A-Za-z_][\w.]*)[ \t]*\((?<rest>.*)/;

/** A middleware around the application is given these names too. */
const usualNames = new Set(['app', 'application', 'api', 'asgi']);

interface Factory {
  readonly path: string;
  readonly name: string;
  /** It can be called without arguments. */
  readonly isBare: boolean;
  readonly calls: ReadonlySet<string>;
}

function factoriesIn({ path, code }: PythonText, classes: ReadonlySet<string>): readonly Factory[] {
  return definitionsIn(code).flatMap(({ name, text, isAsync }) => {
    const parameters = insideBrackets(text, text.indexOf('('));
    const body = text.slice(text.indexOf('(') + parameters.length + 2);
    const returned = /^[ \t]*->[ \t]*(?<type>[\w.]+)/.exec(body)?.groups?.['type'];
    const makes = /\breturn\b/.test(body) && calls(body, classes);
    if (isAsync || !(makes || (returned !== undefined && classes.has(lastName(returned))))) return [];
    const isBare = !name.startsWith('_') && commaParts(parameters).every((part) => /^[*/]|=/.test(part));
    const called = [...body.matchAll(/\b(\w+)[ \t]*\(/g)].flatMap(([, each]) => each ?? []);
    return [{ path, name, isBare, calls: new Set(called) }];
  });
}

function calls(code: string, names: ReadonlySet<string>): boolean {
  return [...code.matchAll(/\b(\w+)[ \t]*\(/g)].some(([, name = '']) => names.has(name));
}

function lastName(dotted: string): string {
  return dotted.trim().split('.').at(-1) ?? '';
}
