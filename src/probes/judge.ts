import { isDeepStrictEqual } from 'node:util';
import type { ExchangeOutcome } from '../observation.ts';
import type { ProbeExpectation } from './request.ts';

/** Undefined where the answer is as expected; else what differs, to stand behind "GET /health: ". */
export function deviation(outcome: ExchangeOutcome, expect: ProbeExpectation): string | undefined {
  if (outcome.kind !== 'answered') return describeOutcome(outcome);
  if (expect.status !== undefined && outcome.status !== expect.status)
    return `answered ${outcome.status} instead of ${expect.status}`;
  if (expect.status === undefined && outcome.status >= 500) return `answered ${outcome.status}`;
  for (const [name, part] of Object.entries(expect.headers)) {
    const value = outcome.headers[name];
    if (value === undefined) return `answered without the header ${name}`;
    if (!value.includes(part)) return `answered ${name}: ${value}, which does not contain ${JSON.stringify(part)}`;
  }
  for (const part of expect.contains) {
    if (!outcome.body.includes(part)) return `answered a body that does not contain ${JSON.stringify(part)}`;
  }
  return expect.json === undefined ? undefined : jsonDeviation(outcome.body, expect.json);
}

function jsonDeviation(body: string, expected: unknown): string | undefined {
  try {
    const answered: unknown = JSON.parse(body);
    return isDeepStrictEqual(answered, expected)
      ? undefined
      : `answered the JSON ${clip(JSON.stringify(answered))} instead of ${clip(JSON.stringify(expected))}`;
  } catch {
    return `answered ${clip(JSON.stringify(body))}, which is not JSON`;
  }
}

/** Undefined where the server itself accepted the connection. */
export function connectionDeviation(outcome: ExchangeOutcome): string | undefined {
  return outcome.kind === 'connected' ? undefined : describeOutcome(outcome);
}

/** In words, for people: `200`, `accepted, then reset`. */
export function describeOutcome(outcome: ExchangeOutcome): string {
  switch (outcome.kind) {
    case 'answered':
      return `${outcome.status}`;
    case 'connected':
      return 'connected';
    case 'refused':
      return 'connection refused';
    case 'reset':
      return 'accepted, then reset';
    case 'closed':
      return 'accepted, then closed without an answer';
    case 'timeout':
      return 'no answer in time';
    case 'not-http':
      return `answered bytes that are not HTTP (${outcome.detail})`;
    case 'failed':
      return outcome.detail;
  }
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
