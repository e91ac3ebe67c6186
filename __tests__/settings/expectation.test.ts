import { expect, test } from 'vitest';
import { readExpectation } from '../../src/settings/expectation.ts';

const read = (text: string) => readExpectation({ text, place: 'input expect' });

test.each([
  ['http', { kind: 'http' }],
  ['tcp', { kind: 'tcp' }],
  ['running 10s', { kind: 'running', ms: 10_000 }],
  ['running  2m ', { kind: 'running', ms: 120_000 }],
  ['exit 0', { kind: 'exit', code: 0 }],
  ['exit 3', { kind: 'exit', code: 3 }],
])('%s is understood', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each(['', 'https', 'http 200', 'tcp 50051', 'running', 'exit', 'exit 256', 'exit -1', 'exit zero', 'exit 0 1'])(
  '"%s" is refused, with all that can be written',
  (text) => {
    expect(() => read(text)).toThrow(`"${text}" is nothing that a container can be expected to do.`);
  },
);

test('a time that is none is refused in the words of times', () => {
  expect(() => read('running soon')).toThrow('"soon" is not a time.');
});
