import type { Ports } from '../../ports.ts';
import { configurationReader, type Configuration } from '../../settings/configuration.ts';
import type { Settings } from '../../settings/settings.ts';

/** Gives the configuration of a Dockerfile, by its absolute path. */
export type ConfigurationReader = (dockerfile: string) => Promise<Configuration>;

/** Says which files were read and what in them has no effect: once a run, however many Dockerfiles they concern. */
export function tellingReader(settings: Settings, ports: Ports): ConfigurationReader {
  const read = configurationReader(settings, ports);
  const told = new Set<string>();
  const ids = unknownIds(settings);
  return async (dockerfile) => {
    const configuration = await read(dockerfile);
    for (const note of [...(await ids), ...configuration.notes]) {
      if (!told.has(note)) ports.print.note(note);
      told.add(note);
    }
    return configuration;
  };
}

/** What `ignore` names by input or flag is looked up too. */
async function unknownIds({ ignore }: Settings): Promise<readonly string[]> {
  return ignore.length === 0 ? [] : (await import('../../settings/config-names.ts')).unknownChecks(ignore);
}
