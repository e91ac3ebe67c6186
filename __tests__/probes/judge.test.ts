import { describe, expect, it } from 'vitest';
import { deviation } from '../../src/probes/judge.ts';

const answered = (status: number, body = '', headers: Record<string, string> = {}) =>
  ({ kind: 'answered', status, body, bodyBytes: body.length, headers }) as const;
const anything = { headers: {}, contains: [] };

describe('an answer', () => {
  it('passes below 500 where no status is expected', () => {
    expect(deviation(answered(404), anything)).toBeUndefined();
    expect(deviation(answered(500), anything)).toBe('answered 500');
  });

  it('must have the expected status, though it be 500', () => {
    expect(deviation(answered(500), { ...anything, status: 500 })).toBeUndefined();
    expect(deviation(answered(200), { ...anything, status: 201 })).toBe('answered 200 instead of 201');
  });

  it('must have the expected parts of headers and body', () => {
    const expectation = { headers: { 'content-type': 'json' }, contains: ['up'] };
    expect(deviation(answered(200, 'it is up', { 'content-type': 'application/json' }), expectation)).toBeUndefined();
    expect(deviation(answered(200, 'up'), expectation)).toBe('answered without the header content-type');
    expect(deviation(answered(200, 'up', { 'content-type': 'text/html' }), expectation)).toBe(
      'answered content-type: text/html, which does not contain "json"',
    );
    expect(deviation(answered(200, 'down', { 'content-type': 'json' }), expectation)).toBe(
      'answered a body that does not contain "up"',
    );
  });

  it('must equal the expected JSON, in whatever order its keys stand', () => {
    const expectation = { ...anything, json: { a: 1, b: [2] } };
    expect(deviation(answered(200, '{"b":[2],"a":1}'), expectation)).toBeUndefined();
    expect(deviation(answered(200, '{"a":1}'), expectation)).toBe(
      'answered the JSON {"a":1} instead of {"a":1,"b":[2]}',
    );
    expect(deviation(answered(200, '<p>'), expectation)).toBe('answered "<p>", which is not JSON');
  });

  it('that never came deviates, in words', () => {
    expect(deviation({ kind: 'reset' }, anything)).toBe('accepted, then reset');
    expect(deviation({ kind: 'timeout' }, anything)).toBe('no answer in time');
  });
});
