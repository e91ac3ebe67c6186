import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../errors.ts';
import type { Settings } from '../../settings/settings.ts';
import type { CommandPorts } from '../command.ts';
import type { Outcome } from './lint.ts';
import type { NamedFile } from '../run/targets.ts';

/** The word behind the command by which a worker knows itself: nobody can type it. */
const workerWord = '\0lint-worker';

/** What a worker starts with; what it is sent then are files, batch by batch. */
export interface WorkerStart {
  readonly settings: Settings;
  readonly presentation: CommandPorts['presentation'];
  readonly workingDirectory: string;
}

/** What came of one batch. */
export type WorkerAnswer =
  | { readonly outcomes: readonly Outcome[]; readonly notes: readonly string[] }
  | { readonly refusal: { readonly message: string; readonly place?: string; readonly hint?: string } }
  | { readonly fault: string };

/** Lints a batch of files; the outcomes in their order. */
export type Lane = (files: readonly NamedFile[]) => Promise<readonly Outcome[]>;

/** More would each hold a copy of all rules for little gain. */
const mostWorkers = 8;

/** Megabytes for what is soon forgotten. V8 would take some 150 by the ten thousandth file, and be no faster for it. */
const mostForGarbage = 24;

/** A thread a core, for the one that asks only writes. Each has one batch in hand and the next one waiting. */
export function openCrew(
  start: WorkerStart,
  note: (line: string) => void,
): AsyncDisposable & { readonly lanes: readonly Lane[] } {
  const [, script = ''] = process.argv;
  const workers = Array.from(
    { length: Math.min(availableParallelism(), mostWorkers) },
    () =>
      new Worker(script, {
        argv: [workerWord],
        workerData: start,
        resourceLimits: { maxYoungGenerationSizeMb: mostForGarbage },
      }),
  );
  return {
    lanes: workers.flatMap((worker) => {
      const lane = laneTo(worker, note);
      return [lane, lane];
    }),
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** A worker answers in the order in which it was asked. */
function laneTo(worker: Worker, note: (line: string) => void): Lane {
  const waiting: PromiseWithResolvers<WorkerAnswer>[] = [];
  worker.on('message', (answer: WorkerAnswer) => waiting.shift()?.resolve(answer));
  const fail = (error: Error): void => {
    for (const each of waiting.splice(0)) each.reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a worker of lint has ended before its work')));
  return async (files) => {
    const answer = Promise.withResolvers<WorkerAnswer>();
    waiting.push(answer);
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(files);
    return outcomesOf(await answer.promise, note);
  };
}

function outcomesOf(answer: WorkerAnswer, note: (line: string) => void): readonly Outcome[] {
  if ('refusal' in answer) {
    const { message, ...more } = answer.refusal;
    throw new UserError(message, more);
  }
  if ('fault' in answer) throw new Error(answer.fault);
  for (const line of answer.notes) note(line);
  return answer.outcomes;
}
