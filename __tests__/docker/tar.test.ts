import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, linkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { array, assert, integer, property } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureTar } from '../../src/docker/tar.ts';

const long = `${'long-'.repeat(30)}name.txt`;
let root = '';

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sea-trial-tar-'));
  mkdirSync(path.join(root, 'app', 'x'.repeat(90), 'y'.repeat(90)), { recursive: true });
  writeFileSync(path.join(root, 'app', 'a.txt'), 'a'.repeat(700));
  writeFileSync(path.join(root, 'app', 'empty'), '');
  writeFileSync(path.join(root, 'app', 'é.txt'), 'x');
  writeFileSync(path.join(root, 'app', 'x'.repeat(90), 'y'.repeat(90), 'deep'), 'z'.repeat(512));
  symlinkSync('a.txt', path.join(root, 'app', 'link'));
  linkSync(path.join(root, 'app', 'a.txt'), path.join(root, 'app', 'b-hard.txt'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const tar = (format: string, ...options: string[]): Buffer =>
  execFileSync('tar', [`--format=${format}`, '--sort=name', '-C', root, ...options, '-cf', '-', 'app']);

const measured = (...chunks: Buffer[]): ReturnType<ReturnType<typeof measureTar>['result']> => {
  const measure = measureTar();
  for (const chunk of chunks) measure.take(chunk);
  return measure.result();
};

const expected = {
  bytes: 700 + 0 + 512 + 1,
  files: 4,
  paths: [
    'app/',
    'app/a.txt',
    'app/b-hard.txt',
    'app/empty',
    'app/link',
    `app/${'x'.repeat(90)}/`,
    `app/${'x'.repeat(90)}/${'y'.repeat(90)}/`,
    `app/${'x'.repeat(90)}/${'y'.repeat(90)}/deep`,
    'app/é.txt',
  ],
};

test.each(['ustar', 'pax', 'gnu'])('files, folders, links and long names of a %s archive are read', (format) => {
  expect(measured(tar(format))).toEqual(expected);
});

test('a name too long for ustar is whole in pax and gnu', () => {
  writeFileSync(path.join(root, 'app', long), 'long');
  try {
    for (const format of ['pax', 'gnu']) expect(measured(tar(format)).paths).toContain(`app/${long}`);
  } finally {
    rmSync(path.join(root, 'app', long));
  }
});

test('it makes no difference into which pieces the stream is cut', () => {
  const whole = tar('pax');
  assert(
    property(array(integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 40 }), (sizes) => {
      const chunks: Buffer[] = [];
      for (let start = 0, index = 0; start < whole.length; index += 1) {
        const size = sizes[index % sizes.length] ?? 1;
        chunks.push(whole.subarray(start, start + size));
        start += size;
      }
      expect(measured(...chunks)).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

const header = (name: string, size: Buffer, type = '0'): Buffer => {
  const block = Buffer.alloc(512);
  block.write(name, 0);
  size.copy(block, 124);
  block.write(type, 156);
  block.write('ustar\0', 257);
  return block;
};

test('a size above 8 GB is read from its binary form and from a pax record', () => {
  const nineGigabytes = 9 * 1024 ** 3;
  const binary = Buffer.alloc(12);
  binary[0] = 0x80;
  binary.writeBigUInt64BE(BigInt(nineGigabytes), 4);
  expect(measured(header('big', binary))).toEqual({ bytes: nineGigabytes, files: 1, paths: ['big'] });

  const record = Buffer.alloc(512);
  record.write(`19 size=${nineGigabytes}\n`);
  const pax = Buffer.concat([header('pax', Buffer.from('00000000023\0'), 'x'), record]);
  expect(measured(pax, header('big', Buffer.from('00000000000\0')))).toEqual({
    bytes: nineGigabytes,
    files: 1,
    paths: ['big'],
  });
});

test('the size of a link is not a body', () => {
  const size = Buffer.from('00000001000\0');
  expect(measured(header('link', size, '1'), header('file', Buffer.from('00000000001\0')))).toEqual({
    bytes: 1,
    files: 1,
    paths: ['link', 'file'],
  });
});

test('of many paths the first thousand are named and all are counted', () => {
  const none = Buffer.from('00000000000\0');
  const result = measured(...Array.from({ length: 1001 }, (_, index) => header(`f${index}`, none)));
  expect(result.files).toBe(1001);
  expect(result.paths).toHaveLength(1000);
  expect(result.paths.at(-1)).toBe('f999');
});
