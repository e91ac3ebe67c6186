import { schemaComplaint } from '../render/schema-complaint.ts';
import path from 'node:path';
import * as v from 'valibot';
import { UserError } from '../errors.ts';
import type { Observation } from '../observation.ts';
import { nameForDocker } from '../plan/name-for-docker.ts';
import type { Ports } from '../ports.ts';
import { observationSchema } from '../render/observation-schema.ts';
import type { Report } from '../report.ts';
import type { Settings } from '../settings/settings.ts';

/** Writes what was seen of each trial, masked as the report is; of several, each into a file that bears its name. */
export function writeObservations(
  { trials }: Report,
  { observationFile }: Pick<Settings, 'observationFile'>,
  { files, workingDirectory }: Pick<Ports, 'files' | 'workingDirectory'>,
): void {
  if (observationFile === undefined) return;
  const { dir, name, ext } = path.parse(path.resolve(workingDirectory, observationFile));
  for (const { observation } of trials) {
    const own = trials.length === 1 ? name : `${name}-${nameForDocker(observation.name)}`;
    files.writeText(path.join(dir, `${own}${ext}`), `${JSON.stringify(observation)}\n`);
  }
}

/** Reads one back. Throws a `UserError` that says what of the file is none. */
export function readObservation(
  file: string,
  { files, workingDirectory }: Pick<Ports, 'files' | 'workingDirectory'>,
): Observation {
  const place = path.resolve(workingDirectory, file);
  if (files.stat(place)?.kind !== 'file')
    throw new UserError('there is no such file, or none that can be read.', {
      place: file,
      hint: 'Name a file that `--observation-file` of a trial has written.',
    });
  const read = v.safeParse(
    v.pipe(v.string(), v.parseJson(), observationSchema),
    files.readBytes(place).toString('utf8'), // larger than a source file, for it holds logs
  );
  if (read.success) return read.output;
  throw new UserError(`it is no recorded observation: ${schemaComplaint(read.issues)}.`, {
    place: file,
    hint: 'Name a file that `--observation-file` of a trial has written, unchanged.',
  });
}
