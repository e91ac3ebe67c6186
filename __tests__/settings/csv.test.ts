import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvFields, csvLines, readRecords } from '../../src/settings/csv.ts';

const input = (text: string) => ({ text, place: 'input build-args' });

test.each([
  ['a=1\nb=2', [['a=1'], ['b=2']]],
  ['a\r\nb\r\n', [['a'], ['b']]],
  ['a,b\n\n,\nc', [['a', 'b'], ['c']]],
  ['"key=first\nsecond, ""third"""\nb', [['key=first\nsecond, "third"'], ['b']]],
  ['CONFIG={"a":1,"b":2}', [['CONFIG={"a":1', '"b":2}']]],
  ['say="hi"', [['say="hi"']]],
  ['""', []],
])('%j holds the records %j', (text, records) => {
  expect(readRecords(input(text))).toEqual(records);
});

test('a list of lines keeps the commas inside a line, and drops the quotes around a field', () => {
  expect(csvLines(input('type=registry,ref=a/b\ntype=local,"dest=c,d"'))).toEqual([
    'type=registry,ref=a/b',
    'type=local,dest=c,d',
  ]);
});

test('a list of words is parted by commas too', () => {
  expect(csvFields(input('a:1,b:2\nc'))).toEqual(['a:1', 'b:2', 'c']);
});

test('a quote that is never closed is refused with its line, and the value is not shown', () => {
  expect(() => csvLines(input('a=1\n"b=hush'))).toThrow(
    expect.objectContaining({
      place: 'input build-args',
      message: 'a double quote is opened in line 2 and never closed, so where the value ends is not known.',
    }),
  );
});

test('whatever the fields hold, quoted they are read as they were', () => {
  const field = fc
    .array(fc.constantFrom('a', '"', ',', '\n', '\r\n', '='), { minLength: 1 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1 })), (records) => {
      const text = records
        .map((fields) => fields.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
        .join('\n');
      expect(readRecords(input(text))).toEqual(records);
    }),
  );
});
