import path from 'node:path';
import type { Facts } from '../facts/facts.ts';
import { applicationsIn } from '../facts/python-module.ts';
import type { Fix, Location } from '../finding.ts';
import { onlyNearest } from '../nearest.ts';
import { isPython } from '../servers/index.ts';
import type { CommandWord } from '../servers/server.ts';
import { serverOf } from '../symptoms/start.ts';
import type { Recognised } from './diagnosis.ts';

const mostModules = 60;

/** What fastapi says in place of a name where it was told of none, and looked for one itself. */
export const defaultFile = 'a default file';

/** What is to be done where the server finds no module of this name. */
export function moduleRemedy(facts: Facts, module: string): Pick<Recognised, 'why' | 'advice' | 'fix'> {
  const why = `It starts in \`${workdirOf(facts)}\` and imports from there.`;
  const modules = modulesIn(facts);
  const [served] = applicationsOf(facts, modules);
  if (module === defaultFile) {
    return {
      why: 'Without a path it looks for `main.py`, `app.py` and `api.py`, also in a folder `app`.',
      advice:
        served === undefined
          ? 'Name the file that holds the application.'
          : `Name the file that holds the application: there is \`${served}\`.`,
    };
  }
  if (module.endsWith('.__main__')) {
    const folder = module.slice(0, -'.__main__'.length).replaceAll('.', '/');
    return {
      why: 'Python runs a package by its `__main__.py`, and this one has none.',
      advice: `Write \`${folder}/__main__.py\`, which starts the server${served === undefined ? '' : `, or let a server serve \`${served}\``}.`,
    };
  }
  const dotted = module.replace(/^\.\//, '').replace(/\.py$/, '').replaceAll('/', '.');
  if (dotted !== module && !module.startsWith('/')) {
    return {
      why: 'A module is named as Python imports it: with dots, without `.py`.',
      ...spelling(facts, module, dotted),
    };
  }
  const here = modules.get(dotted);
  if (here !== undefined) return { why, ...(withoutFolder(facts, here) ?? notCopied(facts, here)) };
  const below = [...modules].find(([name]) => name.endsWith(`.${dotted}`));
  if (below !== undefined) return { why, ...inFolder(facts, dotted, below) };
  const inOtherCase = [...modules.keys()].find((name) => name.toLowerCase() === dotted.toLowerCase());
  if (inOtherCase !== undefined) {
    return {
      why: 'Linux tells capital letters from small ones; macOS and Windows may not.',
      ...spelling(facts, module, inOtherCase),
    };
  }
  const near = onlyNearest(dotted, modules.keys());
  if (near !== undefined) return { why: `${why} There is a \`${near}\`.`, ...spelling(facts, module, near) };
  return {
    why,
    advice:
      served === undefined
        ? `Copy \`${dotted.replaceAll('.', '/')}.py\` to where the server starts, or name the module that holds the application.`
        : `Name the module that holds the application: there is \`${served}\`.`,
  };
}

function spelling(facts: Facts, wrong: string, right: string): Pick<Recognised, 'advice' | 'fix'> {
  const named = namedModule(facts, wrong);
  const [name] =
    named?.isWhole === true
      ? applicationsOf(facts, modulesIn(facts)).filter((each) => each.startsWith(`${right}:`))
      : [];
  const text = name ?? right;
  const advice = `Write \`${text}\` instead of \`${wrong}\`.`;
  if (named?.module === undefined || (named.isWhole && name === undefined)) return { advice };
  const fix: Fix = { title: `Serve \`${text}\``, safety: 'safe', edits: [{ location: named.module, text }] };
  return { advice, fix };
}

interface NamedModule {
  /** Of the word that names the application. */
  readonly location: Location;
  /** Of the module alone in it, where it can be edited. */
  readonly module?: Location;
  /** The word names no application behind a colon. */
  readonly isWhole: boolean;
}

/** Where the command names the module: the word `module:name`, of servers too whose options are not read here. */
export function namedModule(facts: Facts, module: string): NamedModule | undefined {
  const app = serverOf(facts)?.app;
  if (app !== undefined && (app.kind !== 'import' || app.module !== module))
    return { location: app.location, isWhole: false };
  const word = facts.startCommand?.words.find(({ text }) => text === module || text.startsWith(`${module}:`));
  const named = app ?? word;
  if (named === undefined) return undefined;
  const { location, literal } = named;
  // Behind `python -m` a module stands alone.
  const isWhole = named.text === module && named !== runAsModule(facts);
  return {
    location,
    isWhole,
    ...(literal ? { module: { ...location, endLine: location.line, endColumn: location.column + module.length } } : {}),
  };
}

/** COPY brings the files of a folder, and not the folder itself: the package is none any more. */
function withoutFolder(facts: Facts, file: string): Pick<Recognised, 'advice'> | undefined {
  const at = facts.imageFiles?.imagePath(file);
  const workdir = facts.finalState?.workdir;
  if (at === undefined || at.endsWith(`/${file}`) || workdir?.known !== true) return undefined;
  const rest = path.posix.relative(workdir.text, at);
  if (rest.startsWith('..') || !file.endsWith(`/${rest}`)) return undefined;
  const name = rest.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
  const attribute = serverOf(facts)?.app?.attribute;
  const folder = file.slice(0, -rest.length - 1);
  const spoken = attribute === undefined ? name : `${name}:${attribute}`;
  return {
    advice: `\`${facts.context.reportPath(file)}\` is \`${at}\` in the image, without its folder: write \`${spoken}\`, or let \`COPY ${folder} ${folder}\` keep the folder, on which the imports may rely.`,
  };
}

function notCopied(facts: Facts, file: string): Pick<Recognised, 'advice'> {
  const name = facts.context.reportPath(file);
  const at = facts.imageFiles?.imagePath(file);
  if (at !== undefined)
    return {
      advice: `\`${name}\` is \`${at}\` in the image: let the server start in the folder above its package, by WORKDIR or \`--app-dir\`.`,
    };
  return facts.context.isIgnored(file)
    ? { advice: `\`.dockerignore\` keeps \`${name}\` from the image: let it pass.` }
    : { advice: `Copy \`${name}\` into the image.` };
}

function inFolder(facts: Facts, module: string, [name, file]: readonly [string, string]): Pick<Recognised, 'advice'> {
  const folder = name.slice(0, -module.length - 1).replaceAll('.', '/');
  if (facts.imageFiles?.imagePath(file) === undefined) return notCopied(facts, file);
  const option = serverOf(facts)?.server === 'gunicorn' ? `--chdir ${folder}` : `--app-dir ${folder}`;
  return {
    advice: `\`${facts.context.reportPath(file)}\` lies in \`${folder}\`: add \`${option}\`, or write \`${name}\`.`,
  };
}

/** The word behind `python -m`. */
function runAsModule({ startCommand }: Facts): CommandWord | undefined {
  const words = startCommand?.words ?? [];
  const option = words.findIndex(({ text }) => text === '-m');
  return option < 1 || !isPython(words[0]?.text ?? '') ? undefined : words[option + 1];
}

/** The Python modules of the context by the name they have from its top. */
function modulesIn(facts: Facts): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const file of facts.context.listing.files) {
    if (!file.endsWith('.py') || /(?:^|\/)(?:tests?|\.?venv|site-packages)\//.test(file)) continue;
    modules.set(file.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.'), file);
  }
  return modules;
}

/** `module:name` of what looks like an application in the files that the image holds. */
function applicationsOf(facts: Facts, modules: ReadonlyMap<string, string>): readonly string[] {
  return [...modules].slice(0, mostModules).flatMap(([module, file]) => {
    const text = facts.imageFiles?.imagePath(file) === undefined ? undefined : facts.context.readText(file);
    return text === undefined ? [] : applicationsIn(text).map(({ name }) => `${module}:${name}`);
  });
}

function workdirOf(facts: Facts): string {
  const workdir = facts.finalState?.workdir;
  return workdir?.known === true ? workdir.text : "the image's working directory";
}
