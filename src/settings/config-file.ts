import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { ConfigurationPart } from './configuration.ts';
import type { FoundFile } from './configuration-search.ts';
import { hadolintPart } from './hadolint-file.ts';
import { readNamedTrials, type NamedTrials } from './named-trials.ts';
import { seaTrialPart } from './sea-trial-file.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** One configuration file, as it bears on lint. Loaded where there is one, for it brings the reader of YAML along. */
export async function readConfigFile(found: FoundFile, ports: ReadingPorts): Promise<ConfigurationPart> {
  const yaml = readYaml(found, ports);
  return found.kind === 'sea-trial' ? seaTrialPart(yaml, found.folder) : hadolintPart(yaml, found.folder);
}

/** The trials that it names, and the settings of them all. */
export function readTrialsOf(found: FoundFile, ports: ReadingPorts): NamedTrials {
  return readNamedTrials(readYaml(found, ports), found.folder, ports);
}

type ReadingPorts = Pick<Ports, 'files' | 'workingDirectory'>;

function readYaml({ file }: FoundFile, { files, workingDirectory }: ReadingPorts): YamlFile {
  const relative = path.relative(workingDirectory, file);
  const name = relative.startsWith(`..${path.sep}..`) ? file : relative;
  const text = files.readTextIfPresent(file);
  if (text === undefined)
    throw new UserError('the configuration file cannot be read.', {
      place: name,
      hint: 'Give this user the permission, and keep the file below 1 MB.',
    });
  return parseYaml(text, name);
}
