import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRunOptions } from '../../src/settings/run-options.ts';
import { readWords } from '../../src/settings/words.ts';

const given = (text: string) => ({ text, place: 'input run-options' });

test.each([
  ['', []],
  ['--read-only --tmpfs /tmp', ['--read-only', '--tmpfs', '/tmp']],
  ['--memory=512m\n--cpus 1', ['--memory=512m', '--cpus', '1']],
  [
    String.raw`--label "two words" --label 'it''s' -v a\ b:/c`,
    ['--label', 'two words', '--label', 'its', '-v', 'a b:/c'],
  ],
  ['-it -m512m -m 512m -im 1g', ['-it', '-m512m', '-m', '512m', '-im', '1g']],
  ['--env -odd', ['--env', '-odd']],
  ['-v /data:/data -w /pd', ['-v', '/data:/data', '-w', '/pd']],
])('%j are the words %j', (text, words) => {
  expect(readRunOptions(given(text))).toEqual(words);
});

test.each([
  ['alpine', '"alpine" is neither an option nor the value of one'],
  ['--read-only alpine sh', '"alpine" is neither an option nor the value of one'],
  ['--memory=1g alpine', '"alpine" is neither an option nor the value of one'],
  ['-it alpine', '"alpine" is neither an option nor the value of one'],
  ['-m512m alpine', '"alpine" is neither an option nor the value of one'],
  ['-- alpine', '"--" is neither an option nor the value of one'],
  ['--memory', '"--memory" lacks its value'],
  ['--rm', '"--rm" removes the container before its log is read'],
  ['-itd', '"-itd" is given by the trial itself'],
  ['--name=x', '"--name=x" would take the container out of sight'],
  ['-p 8000:8000', '"-p" is the setting `publish`'],
  ['-p8000:8000', '"-p8000:8000" is the setting `publish`'],
  ['--restart always', '"--restart" hides that the container has ended'],
  ['--label "open', 'the quote " is opened and never closed.'],
])('%j is refused: %s', (text, why) => {
  expect(() => readRunOptions(given(text))).toThrow(
    expect.objectContaining({ name: 'UserError', place: 'input run-options', message: expect.stringContaining(why) }),
  );
});

test('whatever words hold, quoted for a shell they are read as they were', () => {
  const word = fc.array(fc.constantFrom('a', "'", '"', '\\', ' ', '\n', '$')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const single = words.map((each) => `'${each.replaceAll("'", String.raw`'\''`)}'`).join(' ');
      const double = words.map((each) => `"${each.replaceAll(/["\\$]/g, String.raw`\$&`)}"`).join('\n');
      expect(readWords(given(single))).toEqual(words);
      expect(readWords(given(double))).toEqual(words);
    }),
  );
});
