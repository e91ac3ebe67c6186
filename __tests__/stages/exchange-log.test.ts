import { expect, it } from 'vitest';
import { ExchangeLog } from '../../src/stages/exchange-log.ts';

it('counts what repeats, also where reset and end take turns', () => {
  const log = new ExchangeLog();
  const asked = { ms: 1, request: 'GET http://127.0.0.1:8000/' };
  for (const [atMs, kind] of [
    [1, 'reset'],
    [2, 'closed'],
    [3, 'reset'],
    [4, 'reset'],
  ] as const)
    log.add({ ...asked, atMs, outcome: { kind } });
  log.add({ ...asked, atMs: 5, outcome: { kind: 'answered', status: 200, headers: {}, body: '', bodyBytes: 0 } });
  expect(log.entries.map(({ atMs, lastAtMs, times, outcome }) => [atMs, lastAtMs, outcome.kind, times])).toEqual([
    [1, 4, 'reset', 3],
    [2, undefined, 'closed', 1],
    [5, undefined, 'answered', 1],
  ]);
});

it('counts answers that differ in their date alone', () => {
  const log = new ExchangeLog();
  for (const date of ['Tue, 24 Nov 2026 10:00:00 GMT', 'Tue, 24 Nov 2026 10:00:01 GMT']) {
    const outcome = { kind: 'answered', status: 404, headers: { date }, body: 'no', bodyBytes: 2 } as const;
    log.add({
      atMs: 1,
      ms: 1,
      request: 'GET http://127.0.0.1:8000/nope',
      probe: 'GET /nope 200',
      passed: false,
      outcome,
    });
  }
  expect(log.entries.map(({ times }) => times)).toEqual([2]);
});
