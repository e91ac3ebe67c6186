import type { Facts } from '../../facts/facts.ts';
import type { Symptoms } from '../symptoms.ts';
import { shortName, type Traceback } from '../../traceback/traceback.ts';
import { wantedName } from './wanted-name.ts';

/** Two installed packages that do not go together in these versions. */
export interface VersionConflict {
  /** The top module of the package that asks; undefined where it is not told. */
  readonly asks?: string;
  /** Of the one that it asks for something that it does not have, or does not take. */
  readonly asked?: string;
}

/** What compiled packages say of each other, wherever they are imported. */
const binary =
  /^(?<asked>\w+)\.\w+ size changed, may indicate binary incompatibility|A module that was compiled using (?<compiled>NumPy) 1\.x cannot be run|module compiled against ABI version \S+ but this version of (?<abi>numpy) is|numpy\.core\.multiarray failed to import|Descriptors cannot(?: not)? be created directly/;

/** A call that the callee does not take: its name says whose it is only to people who know it. */
const badCall =
  /^(?:(?<callee>[\w.]+)\(\)) (?:got an unexpected keyword argument|missing \d+ required (?:positional|keyword-only) arguments?|takes \d+ positional arguments?)/;

const mostFiles = 60;

export function versionConflict(symptoms: Symptoms): VersionConflict | undefined {
  const { fatal } = symptoms;
  if (fatal === undefined) return undefined;
  const asks = packageThatRaised(fatal);
  const inBinary = binary.exec(`${fatal.message}\n${fatal.detail.join('\n')}`);
  if (inBinary !== null) {
    const { asked, compiled, abi } = inBinary.groups ?? {};
    const other =
      (asked ?? compiled ?? abi)?.toLowerCase() ??
      (inBinary[0].startsWith('Descriptors') ? 'google.protobuf' : 'numpy');
    return { asked: other, ...(asks === undefined ? {} : { asks }) };
  }
  // Behind the application's own line stands the application's own mistake.
  if (asks === undefined) return undefined;
  const wanted = wantedName(symptoms);
  if (wanted !== undefined) {
    const asked = topOf(wanted.module);
    return wanted.kind === 'installed' && asked !== asks ? { asks, asked } : undefined;
  }
  const part = /^No module named '(\w+)\.[\w.]+'/.exec(fatal.message)?.[1];
  if (part !== undefined && shortName(fatal) === 'ModuleNotFoundError')
    return part === asks ? undefined : { asks, asked: part };
  const callee = shortName(fatal) === 'TypeError' ? badCall.exec(fatal.message)?.groups?.['callee'] : undefined;
  if (callee !== undefined) return isOwn(callee, symptoms.facts) ? undefined : { asks };
  // passlib tries bcrypt with a password that is longer than bcrypt takes since its version 5.
  if (asks === 'passlib' && fatal.message.startsWith('password cannot be longer than 72 bytes'))
    return { asks, asked: 'bcrypt' };
  return undefined;
}

/** A framework calls what the application gave it: then the mistake is the application's. */
function isOwn(callee: string, { context }: Facts): boolean {
  const name = callee.split('.').findLast((part) => !part.startsWith('<') && !part.startsWith('__')) ?? callee;
  const [owner = name] = callee.split('.');
  const defines = new RegExp(String.raw`^\s*(?:async\s+)?(?:def|class)\s+(?:${name}|${owner})\b`, 'm');
  const files = context.listing.files.filter((file) => file.endsWith('.py')).slice(0, mostFiles);
  return files.some((file) => context.textMatches(file, defines) === true);
}

/** Of the line that raised, where that is an installed package's and no server's call of the application. */
function packageThatRaised({ frames }: Traceback): string | undefined {
  const last = frames.findLast(({ file }) => !file.startsWith('<'));
  return /\/(?:site|dist)-packages\/(?!uvicorn\/|hypercorn\/|granian\/|gunicorn\/|daphne\/)(\w+)(?:\/|\.py$)/.exec(
    last?.file ?? '',
  )?.[1];
}

function topOf(module: string): string {
  return module.split('.')[0] ?? module;
}
