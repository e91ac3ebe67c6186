import process from 'node:process';
import * as core from '@actions/core';
import { actionPost, actionTrial } from './commands/action.ts';
import { UserError } from './errors.ts';
import { systemClock, systemFiles, type Ports } from './ports.ts';
import { guarded, printable, printableLines, resumeCommands, stopCommands } from './render/printing.ts';
import { settingsFromInputs } from './settings/settings.ts';
import { version } from './version.ts';

/** The state that the runner hands from the step to its post step. */
const runState = 'run';
const imagesState = 'images';

/** The step, as GitHub's runner starts it. */
async function step(ports: Ports): Promise<void> {
  const runId = crypto.randomUUID().slice(0, 8);
  // Before anything is made: a killed step is cleaned up by the post step.
  core.saveState(runState, runId);
  const images: string[] = [];
  const cancelled = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => cancelled.abort(new Cancelled('The step was cancelled.')));
  const settings = settingsFromInputs(ports.environment);
  if (settings.githubToken !== undefined) core.setSecret(settings.githubToken);
  const failure = await actionTrial(settings, {
    ...ports,
    version,
    runId,
    signal: cancelled.signal,
    onImage(reference) {
      images.push(reference);
      core.saveState(imagesState, images);
    },
  });
  if (failure !== undefined) core.setFailed(printable(failure));
}

function runnerPorts(): Ports {
  return {
    clock: systemClock,
    files: systemFiles,
    environment: process.env,
    workingDirectory: process.cwd(),
    print: {
      result: (text) => process.stdout.write(`${printableLines(text).join('\n')}\n`),
      note: (line) => core.info(printable(line)),
      progress: runnerProgress(),
    },
  };
}

/** Groups of the runner's log. What stands in them is untrusted, so the runner takes no command while one is open. */
function runnerProgress() {
  let open: string | undefined;
  return {
    open(title: string) {
      open = crypto.randomUUID();
      core.startGroup(printable(title));
      process.stdout.write(`${stopCommands(open)}\n`);
    },
    line: (text: string) => printableLines(text).forEach((line) => process.stdout.write(`${guarded(line)}\n`)),
    close() {
      if (open === undefined) return;
      process.stdout.write(`${resumeCommands(open)}\n`);
      open = undefined;
      core.endGroup();
    },
  };
}

/** Nobody's fault, so it is told without a stack. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

try {
  const ports = runnerPorts();
  const earlier = core.getState(runState);
  if (earlier === '') await step(ports);
  else await actionPost({ runId: earlier, images: core.getState(imagesState) }, ports);
} catch (error) {
  if (error instanceof UserError) {
    core.setOutput('verdict', 'errored');
    core.setFailed(printable(error.sentence()));
  } else if (error instanceof Cancelled) core.setFailed(error.message);
  else {
    core.setFailed(
      `This is a fault of Sea Trial itself; report it at https://github.com/sea-trial/sea-trial/issues with these lines: ${error instanceof Error ? error.stack : String(error)}`,
    );
  }
}
