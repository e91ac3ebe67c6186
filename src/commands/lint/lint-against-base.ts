import type { Dockerfile } from '../../dockerfile/model.ts';
import { gitOf } from '../../git/git.ts';
import type { Finding } from '../../finding.ts';
import { lintSettingsOf } from '../../plan/facts-for.ts';
import type { TrialReport } from '../../report.ts';
import { compareWith } from '../../trial/compare.ts';
import { baseOfBranch } from '../base/base.ts';
import { lintBase, type Contents } from '../base/base-lint.ts';
import type { CommandPorts } from '../command.ts';
import type { Linting } from './lint-file.ts';

/** Tells of the findings of one Dockerfile which are new and which the base has too. */
export type MarkSince = (
  findings: readonly Finding[],
  dockerfile: Dockerfile,
  context: string,
  linting: Linting,
) => Promise<readonly Finding[]>;

/** For `only-new` in a terminal. Where there is no base it is said, and no finding is marked. */
export async function openMarkSince(ports: CommandPorts, note: (line: string) => void): Promise<MarkSince> {
  const base = await baseOfBranch(gitOf(ports.workingDirectory, ports.environment));
  if ('because' in base) {
    note(`sea-trial: the findings are not compared with a base: ${base.because}. So all of them count (only-new).`);
    return async (findings) => findings;
  }
  const contents: Contents = new Map();
  return async (findings, dockerfile, context, { settings, configuration, ports: facts, ...more }) => {
    const plan = { file: dockerfile.path, context, lint: lintSettingsOf(settings, configuration) };
    const linted = await lintBase(plan, contents, { base, settings, ports: facts, ...more });
    if (linted === undefined) return findings;
    return (await compareWith(asTrial(findings, dockerfile, context), linted)).findings;
  };
}

/** Lint alone, as the trial that it is the first stage of. */
function asTrial(findings: readonly Finding[], dockerfile: Dockerfile, context: string): TrialReport {
  const { path: file, text } = dockerfile;
  return {
    name: file,
    file,
    context,
    verdict: 'passed',
    cause: undefined,
    stages: [{ stage: 'lint', status: 'passed', startedAt: 0, ms: 0, findings }],
    findings,
    ignored: [],
    notes: [],
    observation: {
      version: 1,
      name: file,
      sources: { dockerfile: { path: file, text }, context, buildArguments: {}, files: [], listing: [] },
    },
  };
}
