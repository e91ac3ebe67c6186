import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Ports } from '../ports.ts';
import type { ConfigurationPart } from './configuration.ts';
import type { FoundFile } from './configuration-search.ts';
import { hadolintPart } from './hadolint-file.ts';
import { seaTrialPart } from './sea-trial-file.ts';
import { parseYaml } from './yaml-file.ts';

/** One configuration file. Loaded where there is one, for it brings the reader of YAML along. */
export async function readConfigFile(
  { kind, file, folder }: FoundFile,
  { files, workingDirectory }: Pick<Ports, 'files' | 'workingDirectory'>,
): Promise<ConfigurationPart> {
  const relative = path.relative(workingDirectory, file);
  const name = relative.startsWith(`..${path.sep}..`) ? file : relative;
  const text = files.readTextIfPresent(file);
  if (text === undefined)
    throw new UserError('the configuration file cannot be read.', {
      place: name,
      hint: 'Give this user the permission, and keep the file below 1 MB.',
    });
  const yaml = parseYaml(text, name);
  return kind === 'sea-trial' ? seaTrialPart(yaml, folder) : hadolintPart(yaml, folder);
}
