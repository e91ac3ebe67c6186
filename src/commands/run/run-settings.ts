import type { Files, Ports } from '../../ports.ts';
import { namedTrialsOfRun } from '../../settings/configuration.ts';
import type { NamedTrials } from '../../settings/named-trials.ts';
import { settingsUnder, type Settings } from '../../settings/settings.ts';
import { isOfStranger, type StrangerPorts } from './strangers-compose.ts';

/** What holds for a run. */
export interface RunSettings {
  /** By inputs or flags alone: whatever else is laid, it is laid under these. */
  readonly given: Settings;
  /** With the file's `defaults` under it: for all that concerns the run as a whole. */
  readonly settings: Settings;
  /** The trials of the file; absent where there is none. */
  readonly named?: NamedTrials;
}

/** Where code may be a stranger's, its trials are too: then the base's are followed, and none where it cannot be had. */
export async function runSettingsOf(
  given: Settings,
  ports: Ports & StrangerPorts & { readonly configurationFiles?: Files },
): Promise<RunSettings> {
  const { configurationFiles, environment } = ports;
  if (isOfStranger(ports) && configurationFiles === undefined) return { given, settings: given };
  const named = await namedTrialsOfRun(given, { ...ports, files: configurationFiles ?? ports.files });
  return named === undefined
    ? { given, settings: given }
    : { given, settings: settingsUnder(given, named.defaults, environment), named };
}
