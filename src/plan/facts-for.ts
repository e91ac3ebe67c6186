import path from 'node:path';
import type { Dockerfile } from '../dockerfile/model.ts';
import { contextInFolder, type ListContext } from '../facts/context-files.ts';
import { deriveFacts, type Facts } from '../facts/facts.ts';
import type { Severity } from '../finding.ts';
import type { LintSettings } from '../lint/lint.ts';
import type { Ports } from '../ports.ts';
import type { Configuration } from '../settings/configuration.ts';
import type { Settings } from '../settings/settings.ts';

export interface ReadDockerfile {
  readonly dockerfile: Dockerfile;
  /** Absolute. */
  readonly file: string;
  /** As seen from the working directory. */
  readonly context: string;
}

export interface FactsPorts extends Pick<Ports, 'clock' | 'files' | 'workingDirectory'> {
  /** Where many Dockerfiles share what was listed. */
  readonly listContext?: ListContext;
}

/** The facts of one Dockerfile under these settings; the same for lint alone and for a whole trial. */
export function factsFor(read: ReadDockerfile, settings: Settings, ports: FactsPorts): Facts {
  return deriveFacts({
    dockerfile: read.dockerfile,
    context: contextInFolder(
      ports.files,
      {
        folder: path.resolve(ports.workingDirectory, read.context),
        reportFolder: path.normalize(read.context),
        dockerfile: read.file,
      },
      ports.listContext,
    ),
    ...(settings.target === undefined ? {} : { target: settings.target }),
    buildArguments: settings.buildArguments,
    today: new Date(ports.clock.now()).toISOString().slice(0, 10),
    ...(settings.publish === undefined ? {} : { publish: settings.publish.map(({ containerPort }) => containerPort) }),
  });
}

/** What the user decided about lint: what stands in a configuration, and what an input or a flag adds. */
export function lintSettingsOf({ ignore }: Settings, configuration: Configuration): LintSettings {
  const { severities, ruleSettings, requireReason, withoutPragmas } = configuration;
  return {
    severities,
    ruleSettings,
    requireReason,
    withoutPragmas,
    ignore: [...ignore.map(({ text, place }) => ({ check: text, reason: `by ${place}` })), ...configuration.ignore],
  };
}

/** Input or flag, else the configuration, else `error`. */
export function failOnOf({ failOn }: Settings, configuration: Configuration): Severity | 'never' {
  return failOn ?? configuration.failOn ?? 'error';
}
