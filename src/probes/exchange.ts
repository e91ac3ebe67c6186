import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { ExchangeOutcome } from '../observation.ts';

/** One HTTP request to the container. */
export interface ExchangeRequest {
  readonly method: string;
  /** Absolute, `http:` only. */
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange, from the connection to the last byte. */
  readonly limitMs: number;
  /** For the body, from the answer's head on, where it gets less than what is left: an endless one is an answer all the same. */
  readonly bodyLimitMs?: number;
  readonly signal?: AbortSignal;
  /** Of the answer's body at most this many are kept, 1 MB where none is given; the rest is counted and thrown away. */
  readonly mostBodyBytes?: number;
}

/** How a request ended. */
export interface ExchangeResult {
  readonly outcome: ExchangeOutcome;
  readonly ms: number;
  /** Until the head of the answer was there; absent where none came. */
  readonly headMs?: number;
  /** The answer came to its end, and all of its body was kept. */
  readonly isWhole: boolean;
}

const usualBodyBytes = 1_000_000;

/**
 * Sends one request on a connection of its own and says how it ended; never throws.
 * Not `fetch`: that one hides whether a connection was reset or closed without a byte, and obeys NODE_USE_ENV_PROXY,
 * and a probe must never leave through a proxy.
 */
export function exchange(asked: ExchangeRequest): Promise<ExchangeResult> {
  const began = performance.now();
  const agent = new Agent({ keepAlive: false });
  const { mostBodyBytes = usualBodyBytes } = asked;
  return new Promise((resolve) => {
    let headMs: number | undefined;
    const finish = (outcome: ExchangeOutcome, isWhole = false): void => {
      clearTimeout(limit);
      asked.signal?.removeEventListener('abort', onAbort);
      sent.destroy();
      agent.destroy();
      resolve({ outcome, ms: performance.now() - began, isWhole, ...(headMs === undefined ? {} : { headMs }) });
    };
    const onAbort = (): void => finish({ kind: 'failed', detail: 'given up' });
    const sent = httpRequest(asked.url, {
      agent,
      method: asked.method,
      headers: { 'user-agent': 'sea-trial', accept: '*/*', connection: 'close', ...asked.headers },
    });
    const limit = setTimeout(() => finish({ kind: 'timeout' }), asked.limitMs);
    sent.on('error', (error) => finish(outcomeOfError(error)));
    // 101 arrives here, and nowhere else: the server speaks HTTP, so it is an answer.
    sent.on('upgrade', (answer) =>
      finish({
        kind: 'answered',
        status: answer.statusCode ?? 0,
        headers: flat(answer.headers),
        body: '',
        bodyBytes: 0,
      }),
    );
    sent.on('response', (answer) => {
      headMs = performance.now() - began;
      const kept: Buffer[] = [];
      let bodyBytes = 0;
      const answered = (): ExchangeOutcome => ({
        kind: 'answered',
        status: answer.statusCode ?? 0,
        headers: flat(answer.headers),
        body: Buffer.concat(kept).toString('utf8'),
        bodyBytes,
      });
      // An endless body (server-sent events) is an answer all the same: its status and what came of it count.
      answer.on('data', (chunk: Buffer) => {
        if (bodyBytes < mostBodyBytes) kept.push(chunk.subarray(0, mostBodyBytes - bodyBytes));
        bodyBytes += chunk.length;
      });
      answer.on('end', () => finish(answered(), bodyBytes <= mostBodyBytes));
      answer.on('error', () =>
        finish({ kind: 'failed', detail: `the connection broke after ${bodyBytes} bytes of the answer` }),
      );
      clearTimeout(limit);
      const bodyLimitMs = Math.max(1, Math.min(asked.limitMs - headMs, asked.bodyLimitMs ?? Infinity));
      const bodyLimit = setTimeout(() => finish(answered()), bodyLimitMs);
      answer.on('close', () => clearTimeout(bodyLimit));
    });
    asked.signal?.addEventListener('abort', onAbort, { once: true });
    sent.end(asked.body);
    if (asked.signal?.aborted === true) onAbort();
  });
}

/** Node's own error codes: `socket hang up` is an end of the stream without a byte, `read ECONNRESET` a reset. */
function outcomeOfError(error: NodeJS.ErrnoException): ExchangeOutcome {
  const code = error.code ?? '';
  if (code === 'ECONNREFUSED') return { kind: 'refused' };
  if (code === 'ECONNRESET') return error.message === 'socket hang up' ? { kind: 'closed' } : { kind: 'reset' };
  if (code === 'EPIPE') return { kind: 'reset' };
  if (code.startsWith('HPE_')) return { kind: 'not-http', detail: `${error.message}${firstBytes(error)}` };
  return { kind: 'failed', detail: error.message };
}

const mostShownBytes = 24;

/** What came instead, as text where it is text: `"* READY"`, `00 00 12 04`. */
function firstBytes(error: object): string {
  const packet: unknown = 'rawPacket' in error ? error.rawPacket : undefined;
  if (!(packet instanceof Uint8Array) || packet.length === 0) return '';
  const bytes = Buffer.from(packet.subarray(0, mostShownBytes));
  const text = bytes.toString('latin1').trimEnd();
  if (/^[\t\r\n\x20-\x7e]+$/.test(text)) return ` (${JSON.stringify(text)})`;
  return ` (${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')})`;
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
