import type { NamedTrials } from '../../settings/named-trials.ts';
import { namedTrialsOfRun } from '../../settings/configuration.ts';
import { settingsUnder, type Settings } from '../../settings/settings.ts';
import type { CommandPorts } from '../command.ts';

/** The settings for one Dockerfile: where a trial of the configuration file is of it, that one's context, target and the like. */
export type LintSettingsReader = (file: string) => Promise<Settings>;

export async function lintSettingsReader(given: Settings, ports: CommandPorts): Promise<LintSettingsReader> {
  const named = await namedTrialsOfRun(given, ports);
  if (named === undefined) return async () => given;
  const settings = settingsUnder(given, named.defaults, ports.environment);
  return named.trials.size === 0 ? async () => settings : readerOf(named, { given, settings }, ports);
}

/** What looks for trials is loaded where there are any: lint of one small file starts as fast as it can. */
async function readerOf(
  named: NamedTrials,
  run: { readonly given: Settings; readonly settings: Settings },
  ports: CommandPorts,
): Promise<LintSettingsReader> {
  const { requestOfFile } = await import('../run/trial-requests.ts');
  return async (file) => {
    const target = { contexts: run.given.contexts, files: [{ text: file, place: 'sea-trial lint' }] };
    const found = requestOfFile(target, { ...run, named }, ports);
    return found === undefined ? run.settings : { ...found.settings, contexts: found.contexts };
  };
}
