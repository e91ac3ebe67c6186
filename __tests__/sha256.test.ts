import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../src/sha256.ts';

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
])('%j has the digest of the standard', (text, digest) => {
  expect(sha256(text)).toBe(digest);
});

test('any text has the digest that node:crypto gives it, through the lengths at which a block ends too', () => {
  const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
  for (let length = 50; length < 135; length += 1) {
    const text = 'é'.repeat(length % 5) + 'x'.repeat(length);
    expect(sha256(text)).toBe(digestOf(text));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(digestOf(text));
    }),
  );
});
