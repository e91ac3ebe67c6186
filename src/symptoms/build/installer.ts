import type { Symptoms } from '../symptoms.ts';

export type Installer = (typeof installers)[number];

/** `pip` last: the others speak of it too. */
const installers = ['pipenv', 'poetry', 'pdm', 'uv', 'npm', 'yarn', 'pnpm', 'pip'] as const;

/** The program that installs packages in the failed step, by the step's own words; a step may call a script that does it, so pip else. */
export function installerOf({ build }: Pick<Symptoms, 'build'>): Installer {
  const step = build?.failure.step ?? build?.failure.message ?? '';
  return installers.find((name) => new RegExp(`\\b${name}\\b(?!\\.txt|\\.lock|\\.toml)`).test(step)) ?? 'pip';
}
