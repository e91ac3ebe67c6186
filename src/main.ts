import process from 'node:process';
import * as core from '@actions/core';
import { actionPost, actionTrial } from './commands/action/action.ts';
import { actionPlan } from './commands/action/action-plan.ts';
import { actionComment } from './commands/action/relay.ts';
import { UserError } from './errors.ts';
import { systemClock, systemFiles, type Ports, type Progress } from './ports.ts';
import { guarded, printable, printableLines, resumeCommands, stopCommands } from './render/printing.ts';
import { runIdOf } from './run-id.ts';
import { settingsFromInputs, type Settings } from './settings/settings.ts';
import { version } from './version.ts';

/** The state that the runner hands from the step to its post step. */
const runState = 'run';
const imagesState = 'images';
/** Of images that go on every machine. */
const unwantedState = 'unwanted';

/** The step, as GitHub's runner starts it. */
async function step(ports: Ports): Promise<void> {
  const runId = runIdOf(ports.files);
  // Before anything is made: a killed step is cleaned up by the post step.
  core.saveState(runState, runId);
  const images: string[] = [];
  const unwanted: string[] = [];
  const cancelled = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => cancelled.abort(new Cancelled('The step was cancelled.')));
  const settings = settingsFromInputs(ports.environment);
  if (settings.githubToken !== undefined) core.setSecret(settings.githubToken);
  const failure = await commandOf(settings)(settings, {
    ...ports,
    version,
    runId,
    signal: cancelled.signal,
    onImage(reference, everywhere) {
      const names = everywhere ? unwanted : images;
      names.push(reference);
      core.saveState(everywhere ? unwantedState : imagesState, names);
    },
  });
  if (failure === undefined) return;
  core.setFailed(printable(failure.sentence));
  process.exitCode = failure.exitCode;
}

function commandOf({ mode }: Settings): typeof actionTrial {
  switch (mode) {
    case 'plan':
      return actionPlan;
    case 'comment':
      return actionComment;
    case 'trial':
    case 'lint':
      return actionTrial;
  }
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

/**
 * The steps of build and push are groups of the runner's log. What stands in them is untrusted, so the runner takes no command while one is
 * open. What a container logs is in the report.
 */
function runnerProgress(): Progress {
  let open: string | undefined;
  return (event) => {
    if (event.kind === 'trial-began') core.info(printable(`Trial ${event.number} of ${event.of}: ${event.name}`));
    if (!('stage' in event) || (event.stage !== 'build' && event.stage !== 'push')) return;
    if (event.kind === 'step-began') {
      open = crypto.randomUUID();
      core.startGroup(printable(event.title));
      process.stdout.write(`${stopCommands(open)}\n`);
    } else if (event.kind === 'line') {
      for (const line of printableLines(event.text)) process.stdout.write(`${guarded(line)}\n`);
    } else if (event.kind === 'step-ended' && open !== undefined) {
      process.stdout.write(`${resumeCommands(open)}\n`);
      open = undefined;
      core.endGroup();
    }
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
  else {
    const left = { images: core.getState(imagesState), unwanted: core.getState(unwantedState) };
    await actionPost({ runId: earlier, ...left }, ports);
  }
} catch (error) {
  if (error instanceof UserError) {
    core.setOutput('verdict', 'errored');
    core.setFailed(printable(error.sentence()));
    process.exitCode = 2; // the user's options, and no fault of the image
  } else if (error instanceof Cancelled) core.setFailed(error.message);
  else {
    core.setFailed(
      `This is a fault of Sea Trial itself; report it at https://github.com/sea-trial/sea-trial/issues with these lines: ${error instanceof Error ? error.stack : String(error)}`,
    );
  }
}
