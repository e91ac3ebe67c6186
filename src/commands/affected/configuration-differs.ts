import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../../errors.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Files, Ports } from '../../ports.ts';
import { configurationReader, namedTrialsOfRun, type Configuration } from '../../settings/configuration.ts';
import type { Given } from '../../settings/given.ts';
import type { NamedTrials } from '../../settings/named-trials.ts';
import type { RunSettings } from '../run/run-settings.ts';

/** Takes a plan, and its name in the configuration file where it has one. */
type Differs = (plan: Plan, key: string | undefined) => Promise<string | false | undefined>;

/**
 * Whether what the configuration files say of a trial is otherwise than in an earlier commit (`before`: the files as they are there): a
 * sentence, or false. Undefined where that is not known, for no such file has changed or the earlier one cannot be read: then one that
 * has changed counts for all below it.
 */
export async function configurationDiffers(
  { given, named }: RunSettings,
  before: Files | undefined,
  ports: Ports,
): Promise<Differs> {
  if (before === undefined) return async () => undefined;
  const earlier = { ...ports, files: before };
  const namedBefore = await unlessWrong(() => namedTrialsOfRun(given, earlier));
  const [readNow, readBefore] = [configurationReader(given, ports), configurationReader(given, earlier)];
  return async (plan, key) => {
    const dockerfile = path.resolve(ports.workingDirectory, plan.file);
    const now = await readNow(dockerfile);
    const then = await unlessWrong(() => readBefore(dockerfile));
    if (namedBefore === 'wrong' || then === 'wrong') return undefined;
    const isSame =
      isDeepStrictEqual(settingsIn(named, key), settingsIn(namedBefore, key)) &&
      isDeepStrictEqual(withoutPlaces(now), withoutPlaces(then));
    return isSame ? false : `its settings in ${named?.file ?? 'the configuration file'} changed`;
  };
}

/** The earlier file may be one that could not be followed. */
async function unlessWrong<Read>(read: () => Promise<Read>): Promise<Read | 'wrong'> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) return 'wrong';
    throw error;
  }
}

function settingsIn(named: NamedTrials | undefined, key: string | undefined): unknown {
  return [textsOf(named?.defaults), textsOf(key === undefined ? undefined : named?.trials.get(key))];
}

/** Without the places, which move when a line is added above. */
function textsOf(given: Given | undefined): unknown {
  return [...(given ?? [])].map(([name, values]) => [name, values.map(({ text }) => text)]);
}

function withoutPlaces({ notes: _notes, placedIgnores: _placed, ignore, ...rest }: Configuration): unknown {
  return { ...rest, ignore: ignore.map(({ check }) => check) };
}
