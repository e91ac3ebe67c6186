import { on } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../../errors.ts';
import { systemClock, systemFiles, unwatched } from '../../ports.ts';
import { version } from '../../version.ts';
import type { CommandPorts } from '../command.ts';
import type { WorkerAnswer, WorkerStart } from './lint-crew.ts';
import { lintOne, openRun } from './lint.ts';
import type { NamedFile } from '../run/targets.ts';

/** The other end of lint-crew.ts: in a thread of its own, it lints the batches that it is sent until it is ended. */
export async function serveLint(): Promise<void> {
  const { settings, presentation, workingDirectory }: WorkerStart = workerData;
  let notes: string[] = [];
  const run = await openRun(
    settings,
    portsOf({ presentation, workingDirectory }, (line) => notes.push(line)),
  );
  const answerTo = async (files: readonly NamedFile[]): Promise<WorkerAnswer> => {
    try {
      const outcomes = [];
      for (const file of files) outcomes.push(await lintOne(file, run));
      return { outcomes, notes };
    } catch (error) {
      return asAnswer(error);
    }
  };
  if (parentPort === null) return;
  for await (const [batch] of on(parentPort, 'message')) {
    const files: readonly NamedFile[] = batch;
    notes = [];
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort.postMessage(await answerTo(files));
  }
}

function portsOf(
  { presentation, workingDirectory }: Omit<WorkerStart, 'settings'>,
  note: (line: string) => void,
): CommandPorts {
  return {
    clock: systemClock,
    files: systemFiles,
    environment: process.env,
    workingDirectory,
    presentation,
    print: { result: () => {}, note, progress: unwatched },
    colour: false,
    unicode: false,
    version,
    readStandardInput: async () => Promise.resolve(Buffer.alloc(0)), // it is never sent
    signal: new AbortController().signal,
  };
}

function asAnswer(error: unknown): WorkerAnswer {
  if (!(error instanceof UserError)) return { fault: error instanceof Error ? (error.stack ?? '') : String(error) };
  const { message, place, hint } = error;
  return {
    refusal: { message, ...(place === undefined ? {} : { place }), ...(hint === undefined ? {} : { hint }) },
  };
}
