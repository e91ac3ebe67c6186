import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DocumentedGet } from './gets.ts';
import type { GivenAnswer, Judgement } from './promise.ts';
import type { WorkerOpening, WorkerQuestion, WorkerStart } from './worker.ts';

/** In the sources it stands at their root, in dist/ beside the bundle. */
const entry = path.join(
  import.meta.dirname,
  import.meta.filename.endsWith('.ts') ? '../openapi-worker.ts' : 'openapi-worker.js',
);

/** A large document takes some tens of milliseconds; a pattern or a schema may take for ever. */
const openingLimitMs = 3_000;
const judgingLimitMs = 1_000;

/**
 * An OpenAPI document of the container in a thread of its own, which is ended when it does not answer in time or takes too much
 * memory: patterns and schemas are a stranger's, and may hang whoever follows them.
 */
export class DocumentReader implements AsyncDisposable {
  readonly #start: WorkerStart;
  #worker: Worker | undefined;

  constructor(start: WorkerStart) {
    this.#start = start;
  }

  /** Undefined where the text is no OpenAPI document, or cannot be read within the limits. */
  async gets(): Promise<readonly DocumentedGet[] | undefined> {
    return (await this.#open())?.gets;
  }

  /** `get` is a position among `gets`. */
  async judge(get: number, answer: GivenAnswer): Promise<Judgement> {
    if (this.#worker === undefined && (await this.#open()) === undefined) return { kind: 'undecided' };
    const answered = this.#next<Judgement>(judgingLimitMs);
    const question: WorkerQuestion = { get, answer };
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    this.#worker?.postMessage(question);
    return (await answered) ?? { kind: 'undecided' };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  async #open(): Promise<WorkerOpening | undefined> {
    await this[Symbol.asyncDispose]();
    this.#worker = new Worker(entry, {
      workerData: this.#start,
      argv: [],
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    });
    this.#worker.unref();
    this.#worker.on('error', () => {}); // out of memory: its end is told by `exit`
    return this.#next<WorkerOpening>(openingLimitMs);
  }

  /** What the thread says next; undefined where it ends or says nothing in time, and then it is ended. */
  async #next<Message>(limitMs: number): Promise<Message | undefined> {
    const worker = this.#worker;
    if (worker === undefined) return undefined;
    const { promise, resolve } = Promise.withResolvers<Message | undefined>();
    const limit = setTimeout(() => resolve(undefined), limitMs);
    const onExit = (): void => resolve(undefined);
    worker.once('message', resolve);
    worker.once('exit', onExit);
    const message = await promise;
    clearTimeout(limit);
    worker.removeListener('message', resolve);
    worker.removeListener('exit', onExit);
    if (message === undefined) await this[Symbol.asyncDispose]();
    return message;
  }
}
