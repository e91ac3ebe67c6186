import { resolve } from 'node:path';
import { openDocker } from '../../docker/cli.ts';
import { SetupError, UserError } from '../../errors.ts';
import { parseErrorCheck } from '../../lint/grammar-findings.ts';
import type { LintInput, LintResult } from '../../lint/lint.ts';
import { inOrder } from '../../lint/order.ts';
import { buildRequest } from '../../plan/build-request.ts';
import type { Settings } from '../../settings/settings.ts';
import { engineFindings } from '../../trial/engine-checks.ts';
import type { CommandPorts } from '../command.ts';

/** BuildKit's own checks, beside ours. */
export interface BuildkitChecks {
  /** With what the engine says of this Dockerfile; dropped where one of ours says the same of the line, told or ignored. */
  readonly beside: (linted: LintResult, input: LintInput, context: string) => Promise<LintResult>;
  /** Some Dockerfile was not checked to its end, though it can be read. */
  readonly isIncomplete: () => boolean;
}

export function openBuildkit(settings: Settings, ports: CommandPorts): BuildkitChecks {
  const docker = openDocker(ports.environment, ports);
  let incomplete = false;
  const ask = async (path: string, context: string) => {
    if (path === '-')
      throw new UserError('standard input is no file that the engine could be sent.', {
        place,
        hint: 'Name the file.',
      });
    const from = (file: string): string => resolve(ports.workingDirectory, file);
    const request = buildRequest(settings, { context: from(context), dockerfile: from(path), tag: 'sea-trial/lint' });
    try {
      return await docker.check(request, ports.signal);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      throw new UserError(error.message, { place, cause: error });
    }
  };
  return {
    isIncomplete: () => incomplete,
    async beside(linted, input, context) {
      const { dockerfile } = input.facts;
      const { warnings, stopped } = await ask(dockerfile.path, context);
      if (stopped !== undefined && !linted.findings.some(({ check }) => check === parseErrorCheck)) {
        incomplete = true;
        ports.print.note(`${dockerfile.path}: BuildKit did not check it to the end: ${stopped}`);
      }
      const silenced = engineFindings(warnings, input.facts, linted, input);
      return {
        findings: inOrder([...linted.findings, ...silenced.findings]),
        ignored: inOrder([...linted.ignored, ...silenced.ignored], ({ finding }) => finding),
      };
    },
  };
}

const place = '--buildkit';
