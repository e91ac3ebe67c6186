import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { shortName, type Traceback } from '../../traceback/traceback.ts';
import { environmentReads, isSet } from './environment-reads.ts';
import { ownPlace } from '../place.ts';
import { missingSettings } from './settings-fields.ts';
import { scriptLine } from '../start/script-line.ts';
import type { Symptoms } from '../symptoms.ts';
import { unsetVariable } from '../start/unset-variable.ts';

/** Variables that the program wants from its environment, and does not get. */
export interface MissingVariables {
  readonly names: readonly string[];
  /** Where one of them is read, where that is another line than the exception's. */
  readonly location?: Location;
  /** The line of the log, where no exception tells it. */
  readonly line?: string;
}

export function missingVariables(symptoms: Symptoms): MissingVariables | undefined {
  const { fatal, moment } = symptoms;
  const found =
    fatal === undefined
      ? moment === 'exit'
        ? (unsetVariable(symptoms) ?? ofLastWords(symptoms))
        : moment === 'silent' && symptoms.gaveUp
          ? ofLastWords({ ...symptoms, log: symptoms.log.filter((line) => !isServers(line)) })
          : undefined
      : ofException(fatal, symptoms);
  const names = [...new Set(found?.names ?? [])].filter((name) => !isSet(name, symptoms));
  return found === undefined || names.length === 0 ? undefined : { ...found, names };
}

/** A supervisor tells of its workers' ends, and what they said themselves stands in between. */
function isServers(line: string): boolean {
  return /^\[\d{4}-|^\[?(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)\b/.test(line);
}

function ofException(fatal: Traceback, symptoms: Symptoms): MissingVariables | undefined {
  const { facts } = symptoms;
  const names = [...namesIn(fatal, facts), ...namesOfNone(fatal, facts)];
  if (names.length > 0) return { names };
  // The application's own words: a name in capitals that some line of it reads from the environment.
  if (!/Error|Exception|Improperly/.test(shortName(fatal)) || shortName(fatal) === 'KeyError') return undefined;
  return readSomewhere([fatal.message, ...fatal.detail.slice(0, 5)].join('\n'), facts);
}

/** What libraries and Python itself say. */
function namesIn(traceback: Traceback, facts: Facts): readonly string[] {
  const { message, frames } = traceback;
  const name = shortName(traceback);
  const last = frames.at(-1);
  if (name === 'KeyError') {
    const key = /^'([A-Za-z_]\w*)'$/.exec(message)?.[1];
    const inOs = last?.function === '__getitem__' && /^<frozen os>$|\/os\.py$/.test(last.file);
    if (key !== undefined && (inOs || /\b(?:os\.)?environ\[/.test(last?.source ?? ''))) return [key];
    // starlette.config, environs of old
    return capture(/^["']?Config '(\w+)' is missing/, message);
  }
  if (name === 'ValidationError' && frames.some(({ file }) => /pydantic_settings|pydantic\/env_settings/.test(file)))
    return missingSettings(traceback, facts);
  if (name === 'UndefinedValueError') return capture(/^(\w+) not found\. Declare it as envvar/, message);
  if (/^Env(?:ironment)?\w*Error$/.test(name)) return capture(/["'`]?([A-Z][A-Z0-9_]{2,})["'`]? not set/, message);
  if (name === 'ImproperlyConfigured') return capture(/^Set the (\w+) environment variable/, message);
  return /environment variable/i.test(message) ? capture(/\b([A-Z][A-Z0-9]*_[A-Z0-9_]+|[A-Z]{4,})\b/, message) : [];
}

const ofNone =
  /NoneType|got None|^None\b|Could not parse (?:SQLAlchemy|rfc1738) URL from|invalid literal for (?:int|float)\(\)|could not convert string to float: ''/;

/** `getenv` gave None or its empty default, and something could not do with that. */
function namesOfNone(fatal: Traceback, facts: Facts): readonly string[] {
  const own = ownPlace(fatal, facts);
  const { message } = fatal;
  if (own === undefined || !ofNone.test(message)) return [];
  if (/invalid literal/.test(message) && !message.endsWith(": ''")) return [];
  const source = own.frame.source ?? '';
  const here = /(?:getenv\(|environ\.get\()\s*["'](\w+)["']/.exec(source)?.[1];
  if (here !== undefined) return [here];
  // The line uses what another line has read.
  const words = new Set(source.replaceAll(/["'][^"']*["']/g, '').match(/[A-Za-z_]\w*/g));
  return environmentReads(facts)
    .flatMap(({ name, target }) =>
      target !== undefined && words.has(target.split('.').at(-1) ?? target) ? [name] : [],
    )
    .slice(0, 1);
}

const shells = [
  /^\S*sh: (?:line )?\d+: (?<name>[A-Za-z_]\w*): (?:parameter (?:not set|null)|unbound variable)/,
  /^\S*(?:sh|entrypoint\S*): (?:line )?\d+: (?<name>[A-Za-z_]\w*): (?<says>\S.*)$/,
  /^\S+: (?:line )?\d+: (?<name>[A-Za-z_]\w*): (?:parameter (?:not set|null)|unbound variable)/,
];

/** A shell that stops at an unset variable, and a program that says so and ends. */
function ofLastWords({ log, facts }: Symptoms): MissingVariables | undefined {
  const lines = log.filter((line) => line.trim() !== '').slice(-3);
  for (const line of lines.toReversed()) {
    for (const shell of shells) {
      const { name, says } = shell.exec(line.trim())?.groups ?? {};
      if (name === undefined) continue;
      // `${NAME:?words}` says any words; what a shell does not find it says in two of its own.
      if (says !== undefined && (!/^[A-Z][A-Z0-9_]+$/.test(name) || /not found|Permission denied/.test(says))) continue;
      const location = scriptLine(line.trim(), facts);
      return { names: [name], line: line.trim(), ...(location === undefined ? {} : { location }) };
    }
    const found = readSomewhere(line, facts);
    if (found !== undefined) return { ...found, line: line.trim() };
  }
  return undefined;
}

const wants =
  /\b(?:not|missing|required?|requires|must|need(?:s|ed)?|unset|undefined|empty|set|provide|define|absent|without)\b/i;

function readSomewhere(text: string, facts: Facts): MissingVariables | undefined {
  const told: readonly string[] = text.match(/\b[A-Z][A-Z0-9_]{2,}\b/g) ?? [];
  if (told.length === 0 || !wants.test(text)) return undefined;
  const reads = environmentReads(facts).filter(({ name }) => told.includes(name));
  const [first] = reads;
  return first === undefined ? undefined : { names: reads.map(({ name }) => name), location: first.location };
}

function capture(pattern: RegExp, text: string): readonly string[] {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? [] : [found];
}
