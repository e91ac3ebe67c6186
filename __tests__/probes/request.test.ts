import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { parseProbeRequest } from '../../src/probes/request.ts';

const parse = (line: string, environment: Record<string, string> = {}) =>
  parseProbeRequest(line, environment, '--probe');

function complaint(line: string): string {
  try {
    parse(line);
  } catch (error) {
    if (error instanceof UserError) return error.sentence();
    throw error;
  }
  return 'none';
}

describe('a line of `probes`', () => {
  it('needs a method and a path', () => {
    expect(parse('get /health')).toEqual({
      kind: 'http',
      text: 'get /health',
      verb: 'GET',
      method: 'GET',
      path: '/health',
      headers: {},
      expect: { headers: {}, contains: [] },
      limitMs: 5000,
    });
  });

  it('may name a port, a status, headers both ways, parts of the body and a time limit', () => {
    const line =
      'POST :9000/metrics?a=1 202 header "Authorization: Bearer ${TOKEN}" answers "Content-Type: application/json" contains "say \\"hi\\"" contains up within 500ms';
    expect(parse(line, { TOKEN: 'abc' })).toEqual({
      kind: 'http',
      text: line,
      verb: 'POST',
      method: 'POST',
      port: 9000,
      path: '/metrics?a=1',
      headers: { Authorization: 'Bearer abc' },
      expect: { status: 202, headers: { 'content-type': 'application/json' }, contains: ['say "hi"', 'up'] },
      limitMs: 500,
    });
  });

  it.each(['TCP 50051', 'tcp :50051'])('asks for a connection alone: %s', (line) => {
    expect(parse(line)).toEqual({ kind: 'tcp', text: line, port: 50_051, limitMs: 5000 });
  });

  it('asks for a WebSocket by its handshake', () => {
    expect(parse('WS :9000/live')).toMatchObject({
      verb: 'WS',
      method: 'GET',
      port: 9000,
      path: '/live',
      headers: { Upgrade: 'websocket' },
      expect: { status: 101 },
    });
  });

  it('takes the rest of the line as JSON', () => {
    expect(parse('GET /health 200 within 2s json {"status": "ok", "n": [1, 2]}')).toMatchObject({
      expect: { json: { status: 'ok', n: [1, 2] } },
    });
  });

  it.each([
    ['', 'does not begin with an HTTP method'],
    ['/health', 'does not begin with an HTTP method'],
    ['GET health', 'names no path that begins with /'],
    ['TCP', 'is not TCP with one port'],
    ['TCP 80 81', 'is not TCP with one port'],
    ['TCP 0', 'names the port 0, which does not exist'],
    ['WS live', 'names no path that begins with /'],
    ['GET http://elsewhere/', 'names no path that begins with /'],
    ['GET //elsewhere/', 'names another host'],
    ['GET :99999/ 200', 'names the port 99999, which does not exist'],
    ['GET / 999', 'expects the status 999, which does not exist'],
    ['GET / 200 contains', 'ends after "contains"'],
    ['GET / 200 contains "open', 'has a quote that is not closed'],
    ['GET / 200 includes x', 'has the word "includes", which is none of header, answers, contains, json, within'],
    ['GET / 200 within soon', 'has the time limit "soon", which is not one such as 500ms or 2s'],
    ['GET / header "Authorization: ${TOKEN}"', 'needs ${TOKEN}, which `env` does not give'],
    ['GET / 200 json {', 'expects JSON that cannot be read: {'],
  ])('is refused with one sentence: %s', (line, what) => {
    expect(complaint(line)).toBe(
      `--probe: the probe ${JSON.stringify(line)} ${what}. Write it as METHOD [:PORT]PATH [STATUS], such as "GET /health 200", as TCP PORT or as WS [:PORT]PATH.`,
    );
  });
});
