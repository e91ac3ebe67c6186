import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './document.ts';
import { documentedGets, type DocumentedGet } from './gets.ts';
import { judge, type GivenAnswer, type Judgement } from './promise.ts';
import { excludes } from './excluded.ts';

/** What the thread starts with. */
export interface WorkerStart {
  readonly text: string;
  readonly excluded: readonly string[];
}

/** What it says first: the GETs, where it could read the document. */
export interface WorkerOpening {
  readonly gets: readonly DocumentedGet[] | undefined;
}

/** What it is sent then: an answer to one of those GETs, by its position. It sends a `Judgement` back. */
export interface WorkerQuestion {
  readonly get: number;
  readonly answer: GivenAnswer;
}

/** In a thread of its own: reads the document, and judges the answers that it is sent, until it is ended. */
export function serveDocument(): void {
  const port = parentPort;
  if (port === null) return;
  const { text, excluded }: WorkerStart = workerData;
  const document = readDocument(text);
  const operations = document === undefined ? undefined : documentedGets(document, excludes(excluded));
  port.on('message', ({ get, answer }: WorkerQuestion) => {
    const operation = operations?.[get];
    const judgement: Judgement =
      document === undefined || operation === undefined ? { kind: 'undecided' } : judge(document, operation, answer);
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    port.postMessage(judgement);
  });
  const opening: WorkerOpening = {
    gets: operations?.map(({ responses: _promised, ...get }) => get),
  };
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  port.postMessage(opening);
}
