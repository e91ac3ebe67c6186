import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskDeep, maskFor } from '../../src/render/mask.ts';

const none = { secrets: [], env: [], publicText: '' };

/** A value that is none of the plain ones, with signs that encodings change. */
const secretValue = fc
  .string({
    unit: fc.constantFrom(...Array.from('abcXYZ0189-_.~!@#$%^&*()+=/?:;,<>"\'\\ {}|é漢😀')),
    minLength: 5,
    maxLength: 20,
  })
  .filter((value) => value.trim() === value && !/^[*]+$/.test(value));
const around = fc.string({ unit: fc.constantFrom(...Array.from('abc 012=/+.')), maxLength: 5 });

describe('a secret is not seen', () => {
  test('as it is, URL-encoded, in JSON, in a form', () => {
    fc.assert(
      fc.property(secretValue, around, around, (secret, before, behind) => {
        const mask = maskFor({ ...none, secrets: [secret] });
        const form = new URLSearchParams({ k: secret }).toString().slice(2);
        for (const written of [
          secret,
          encodeURIComponent(secret),
          encodeURIComponent(secret).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
          form,
          JSON.stringify(secret).slice(1, -1),
        ])
          expect(mask(`${before}${written}${behind}`)).toBe(`${mask(before)}***${mask(behind)}`);
      }),
      { numRuns: 5_000 },
    );
  });

  test('in base64, at whatever place it stands there', () => {
    fc.assert(
      fc.property(
        secretValue,
        around,
        around,
        fc.constantFrom('base64' as const, 'base64url' as const),
        (secret, before, behind, alphabet) => {
          const encoded = Buffer.from(before + secret + behind).toString(alphabet);
          const masked = maskFor({ ...none, secrets: [secret] })(encoded);
          expect(masked).toContain('***');
          for (const piece of masked.split('***')) {
            const decoded = [0, 1, 2, 3].map((shift) => Buffer.from('A'.repeat(shift) + piece, 'base64').toString());
            expect(decoded.some((text) => text.includes(secret))).toBe(false);
          }
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test('in text with the same length neither, and lines stay lines', () => {
    fc.assert(
      fc.property(secretValue, around, (secret, before) => {
        const mask = maskFor({ ...none, secrets: [`${secret}\nsecond line`] });
        const text = `${before}\n${secret}\nsecond line\nend`;
        const masked = mask.sameLength(text);
        expect(masked).not.toContain(secret);
        expect(masked.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
      }),
      { numRuns: 2_000 },
    );
  });

  test('line by line where it has several', () => {
    const mask = maskFor({ ...none, secrets: ['-----BEGIN KEY-----\nMIIEpAIBAAKC\r\n}\nAQEAx7Zq\n'] });
    expect(mask('log: MIIEpAIBAAKC / AQEAx7Zq / {"a":1}')).toBe('log: *** / *** / {"a":1}');
  });

  test('where one secret begins inside of another', () => {
    const mask = maskFor({ ...none, secrets: ['hunter', 'hunter22', 'er22xyz'] });
    expect([mask('hunter22!'), mask('hunter22xyz!'), mask('hunter')]).toEqual(['***!', '***!', '***']);
  });

  test('when it is short', () => {
    expect(maskFor({ ...none, secrets: ['ab', ''] })('cab YWI=')).toBe('c*** ***');
  });

  test('as it was typed, with blanks and a line break around', () => {
    expect(maskFor({ ...none, secrets: [' tok-1234\n'] })('Authorization: tok-1234')).toBe('Authorization: ***');
  });
});

describe('a password in an address is not seen', () => {
  const mask = maskFor(none);

  test.each([
    ['postgres://app:s3cret@db:5432/app', 'postgres://app:***@db:5432/app'],
    ['redis://:s3cret@cache', 'redis://:***@cache'],
    ['amqp://u:p@ss@host/v', 'amqp://u:***@host/v'],
    ['mysql://u:pa/ss@host/db?a=b@c', 'mysql://u:***@c'],
    ['see "https://me:tok@pypi.example/simple",', 'see "https://me:***@pypi.example/simple",'],
  ])('in %s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  test.each(['https://host:8000/path?mail=a@b.example', 'git://git@host/x:y', 'http://user@host', 'a:b@c'])(
    'and %s has none',
    (text) => {
      expect(mask(text)).toBe(text);
    },
  );

  test('anywhere else, where an address of the environment tells it', () => {
    const of = maskFor({ ...none, env: ['postgres://app:s3cr%40t@db/app'] });
    expect(of('password authentication failed: s3cr@t, s3cr%40t')).toBe('password authentication failed: ***, ***');
  });

  test('but only in the address where it is a word of the address itself', () => {
    const of = maskFor({ ...none, env: ['postgres://postgres:postgres@db/postgres'] });
    expect(of('image postgres, at postgres://postgres:postgres@db/x')).toBe(
      'image postgres, at postgres://postgres:***@db/x',
    );
  });

  test('and a hostile line costs no time', () => {
    const began = performance.now();
    mask('://a:'.repeat(100_000));
    mask(`://${'a'.repeat(500_000)}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a value of the environment', () => {
  test.each([
    'hunter2',
    'correct horse',
    'https://api.example/v1?key=abcd',
    'eyJhbGciOi.eyJzdWIi.SflKxwRJ',
    'production',
    'https://hooks.example/services/T0000000/B1111111/abcdefgh1234567890abcd',
  ])('is hidden: %s', (value) => {
    expect(maskFor({ ...none, env: [value] })(`it is ${value}.`)).toBe('it is ***.');
  });

  test.each([
    'abc',
    '8000',
    '-1.5',
    'true',
    'FALSE',
    'localhost',
    '10.0.0.7:5432',
    'db:5432',
    'api.internal.example',
    '[::1]:80',
    'http://api:8080/v1',
    'redis://cache:6379/0',
    'debug',
    'WARNING',
  ])('is shown, because it tells nothing: %s', (value) => {
    expect(maskFor({ ...none, env: [value] })(`it is ${value}.`)).toBe(`it is ${value}.`);
  });

  test('is shown where it stands in the Dockerfile too', () => {
    const mask = maskFor({
      ...none,
      env: ['app.main:app', 'other-value'],
      publicText: 'CMD ["uvicorn", "app.main:app"]',
    });
    expect(mask('app.main:app other-value')).toBe('app.main:app ***');
  });

  test('is hidden though it is plain when it is a secret as well', () => {
    expect(maskFor({ secrets: ['8000'], env: ['8000'], publicText: 'EXPOSE 8000' })('port 8000')).toBe('port ***');
  });
});

describe('masking deeply', () => {
  const mask = maskFor({ ...none, secrets: ['failed', 'hunter2'] });

  test('changes every string, but not the closed words that programs read', () => {
    expect(
      maskDeep(
        {
          verdict: 'failed',
          stages: [{ status: 'failed', because: 'it failed' }],
          ms: 3,
          log: ['hunter2'],
          none: undefined,
        },
        mask,
      ),
    ).toEqual({
      verdict: 'failed',
      stages: [{ status: 'failed', because: 'it ***' }],
      ms: 3,
      log: ['***'],
      none: undefined,
    });
  });

  test('keeps the columns of sources', () => {
    expect(maskDeep({ sources: { dockerfile: { text: 'ENV A=hunter2 B=1' } } }, mask)).toEqual({
      sources: { dockerfile: { text: 'ENV A=******* B=1' } },
    });
  });

  test('trusts no name where others chose the names', () => {
    expect(
      maskDeep(
        { headers: { status: 'hunter2' }, sources: { buildArguments: { version: 'hunter2', kind: 'hunter2' } } },
        mask,
      ),
    ).toEqual({ headers: { status: '***' }, sources: { buildArguments: { version: '*******', kind: '*******' } } });
  });

  test('reaches into errors', () => {
    const masked = maskDeep({ error: new Error('no hunter2', { cause: 'hunter2' }) }, mask);
    expect(masked.error.message).toBe('no ***');
    expect(masked.error.cause).toBe('***');
    expect(masked.error.stack).not.toContain('hunter2');
  });
});
