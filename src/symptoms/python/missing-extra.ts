import type { Symptoms } from '../symptoms.ts';
import { missingModule } from './missing-module.ts';
import { distributionOf } from './python-packages.ts';
import { isServersFrame } from './servers-frame.ts';

/** A package that another one uses only where it is there, and that is needed now. */
export interface MissingExtra {
  /** What pip calls it, with its extra where only that is told: `python-multipart`, `fastapi[standard]`. */
  readonly requirement: string;
  readonly line: string;
}

/** Libraries say in their own words what is to be installed. The first group is the package. */
const sentences: readonly RegExp[] = [
  /Form data requires "([\w-]+)" to be installed/,
  /pip3? install (?:-U |--upgrade )?["']?([A-Za-z][\w.-]*(?:\[[\w,-]+\])?)["']?/,
  /please install ["'`]([A-Za-z][\w.-]*(?:\[[\w,-]+\])?)["'`]/i,
  /requires the ([\w.-]+\[[\w,-]+\]) extra/,
  /\b([\w-]+) must be installed to use \w+/,
  /requires that the Python '([\w-]+)' library is installed/,
  /the ([\w-]+) library is required/i,
  /requires the ([\w-]+) package to be installed/i,
  /Install the ([\w-]+) package\b/,
  /^["'`]?([\w-]+)["'`]? is not installed\b/,
  /^'(\w+)' implementation not available/,
  /^(\w+) worker requires \1\b/,
];

/** What servers import for one of their options. */
const forOptions = new Set([
  'uvloop',
  'httptools',
  'websockets',
  'wsproto',
  'trio',
  'gevent',
  'eventlet',
  'tornado',
  'watchfiles',
  'yaml',
  'dotenv',
  'aioquic',
  'rloop',
  'winloop',
  'setproctitle',
  'h2',
  'httptools',
]);

/** How some of them call themselves in their messages. */
const called: Readonly<Record<string, string>> = { pyyaml: 'PyYAML', 'email-validator': 'email-validator' };

export function missingExtra(symptoms: Symptoms): MissingExtra | undefined {
  const { fatal, log, moment } = symptoms;
  const missing = missingModule(symptoms);
  if (missing !== undefined) {
    const asks = fatal?.frames.at(-1);
    const isOption =
      missing.kind === 'package' && asks !== undefined && isServersFrame(asks) && forOptions.has(missing.name);
    return isOption ? { requirement: distributionOf(missing.name), line: fatal?.message ?? '' } : undefined;
  }
  if (fatal === undefined) {
    const last = moment === 'exit' ? log.filter((line) => line.trim() !== '').slice(-2) : [];
    return last.map(said).find((found) => found !== undefined);
  }
  if (
    !/^(?:ImportError|RuntimeError|Exception|AssertionError|ModuleNotFoundError|\w*Dependency\w*|\w*ImportError)$/.test(
      fatal.exception.split('.').at(-1) ?? '',
    )
  )
    return undefined;
  // What names the package by its own name says more than the command that installs its extra.
  const text = [fatal.message, ...fatal.detail];
  return text.map(said).find((found) => found !== undefined);
}

function said(line: string): MissingExtra | undefined {
  const named = [...sentences.slice(4), ...sentences.slice(0, 4)]
    .map((sentence) => sentence.exec(line)?.[1])
    .find((name) => name !== undefined);
  if (named === undefined) return undefined;
  return { requirement: called[named.toLowerCase()] ?? named, line: line.trim() };
}
