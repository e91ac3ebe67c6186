import { environmentValues } from '../../docker/compose-project.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Ports, Progress } from '../../ports.ts';
import { maskFor, type Mask } from '../../render/mask.ts';
import type { Settings } from '../../settings/settings.ts';

/** Nothing that is printed or kept shows a value that the user gave as a secret, to whichever trial of the run. */
export function maskOf(all: readonly Settings[], plans: readonly Plan[], ports: Ports): Mask {
  const composed = plans.flatMap(({ start }) => (start.compose === undefined ? [] : [start.compose.project]));
  return maskFor({
    secrets: all.flatMap((settings) => secretsOf(settings, ports)).filter((value) => value !== ''),
    env: all
      .flatMap((settings) => environmentOf(settings, ports))
      .concat(composed.flatMap(environmentValues))
      .filter((value) => value !== ''),
    // What stands in a compose file in plain text is no more of a secret than what stands in the Dockerfile.
    publicText: [...plans.map(({ facts }) => facts.dockerfile.text), ...composed.map(({ text }) => text)].join('\n'),
  });
}

function secretsOf({ secrets, githubToken }: Settings, { environment, files }: Ports): readonly string[] {
  const values = secrets.map((secret): string => {
    switch (secret.kind) {
      case 'value':
        return secret.value;
      case 'environment':
        return environment[secret.variable] ?? '';
      case 'file':
        return files.readTextIfPresent(secret.file) ?? '';
    }
  });
  return [...values, githubToken ?? ''];
}

function environmentOf({ environment, environmentFiles }: Settings, { files }: Ports): readonly string[] {
  const fromFiles = environmentFiles.flatMap((file) => (files.readTextIfPresent(file) ?? '').split(/\r?\n/));
  return [...environment, ...fromFiles].map((pair) => pair.slice(pair.indexOf('=') + 1));
}

export function maskedProgress(progress: Progress, mask: Mask): Progress {
  return (event) => {
    if (event.kind === 'line') progress({ ...event, text: mask(event.text) });
    else if (event.kind === 'step-began') progress({ ...event, title: mask(event.title) });
    else progress(event);
  };
}
