import { isForeign, shortName } from '../../traceback/traceback.ts';
import { newerSyntax } from './newer-syntax.ts';
import { runningPython } from './running-python.ts';
import { argumentSince, isOlder, standardSince } from './standard-library.ts';
import type { Symptoms } from '../symptoms.ts';
import { unreadableSource } from './unreadable-source.ts';
import { wantedName } from './wanted-name.ts';

/** Something that came with a later Python than the one that runs. */
export interface NewerPython {
  /** For prose: `tomllib`, the `type` statement. */
  readonly what: string;
  /** Undefined where only the project itself asks for a later one. */
  readonly since?: string;
  /** The Python that runs. */
  readonly running: string;
  /** The line that Python cannot read; undefined where it is a module or a name that is missing. */
  readonly inSource: boolean;
  /** The file is an installed package's. */
  readonly isForeign: boolean;
}

export function newerPython(symptoms: Symptoms): NewerPython | undefined {
  const { fatal } = symptoms;
  const running = fatal === undefined ? undefined : runningPython(symptoms, fatal);
  if (fatal === undefined || running === undefined) return undefined;
  const unreadable = unreadableSource(symptoms);
  if (unreadable !== undefined) {
    const { frame, says } = unreadable;
    const foreign = isForeign(frame.file);
    const syntax = newerSyntax(frame.source ?? '', says);
    if (syntax !== undefined && isOlder(running, syntax.since))
      return { what: syntax.name, since: syntax.since, running, inSource: true, isForeign: foreign };
    const required = foreign ? undefined : requiredByProject(symptoms);
    if (required === undefined || !isOlder(running, required) || !/^invalid syntax|^f-string/.test(says))
      return undefined;
    return { what: 'syntax of a later Python', since: required, running, inSource: true, isForeign: false };
  }
  const name = nameOf(symptoms);
  if (name === undefined || !isOlder(running, name.since)) return undefined;
  return { ...name, running, inSource: false, isForeign: isForeign(fatal.frames.at(-1)?.file ?? '') };
}

/** A module, a name, a method, an argument or an operator that came with a version. */
function nameOf(symptoms: Symptoms): { readonly what: string; readonly since: string } | undefined {
  const { fatal } = symptoms;
  if (fatal === undefined) return undefined;
  const { message } = fatal;
  const module = /^No module named '([\w.]+)'/.exec(message)?.[1];
  const wanted = wantedName(symptoms);
  const member =
    /^'(\w+)' object has no attribute '(\w+)'/.exec(message) ??
    /^type object '(\w+)' has no attribute '(\w+)'/.exec(message);
  const names = [
    ...(module === undefined ? [] : [module]),
    ...(wanted?.kind === 'standard' ? [`${wanted.module}.${wanted.name}`] : []),
    ...(member === null ? [] : [`${member[1] ?? ''}.${member[2] ?? ''}`]),
  ];
  for (const name of names) {
    const since = standardSince(name);
    if (since !== undefined) return { what: `\`${name}\``, since };
  }
  const [, callee = '', argument = ''] = /^(\w+)\(\) got an unexpected keyword argument '(\w+)'/.exec(message) ?? [];
  const since = argumentSince(callee, argument);
  if (since !== undefined) return { what: `\`${callee}(${argument}=…)\``, since };
  if (shortName(fatal) !== 'TypeError') return undefined;
  if (/^'(?:type|ABCMeta)' object is not subscriptable/.test(message))
    return { what: '`list[…]` as a type', since: '3.9' };
  // What is a type on the one side stands for an annotation such as `str | None`.
  return /^unsupported operand type\(s\) for \|: '(?:type|NoneType|\w+Meta|_GenericAlias)' and/.test(message)
    ? { what: '`|` between types', since: '3.10' }
    : undefined;
}

/** The lowest version of `requires-python = ">=3.12"`. */
function requiredByProject({ facts }: Symptoms): string | undefined {
  return /(?:>=|\^|~=?|==)\s*(3\.\d+)/.exec(facts.python.pyproject?.requiresPython ?? '')?.[1];
}
