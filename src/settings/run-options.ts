import { UserError } from '../errors.ts';
import { quoted, type Placed } from './given.ts';
import { readWords } from './words.ts';

/** The flags of `docker run` that take no value. All others take one. */
const withoutValue: ReadonlySet<string> = new Set([
  '--disable-content-trust',
  '--init',
  '--interactive',
  '--no-healthcheck',
  '--oom-kill-disable',
  '--privileged',
  '--quiet',
  '--read-only',
  '--sig-proxy',
  '--tty',
  '--use-api-socket',
]);
const shortWithoutValue = /^[itq]+$/;

/** What a trial does itself, and what would hide from it how the container ends. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['--rm', 'removes the container before its log is read: leave it out, a trial removes the container itself'],
  ['--detach', 'is given by the trial itself: leave it out'],
  ['--name', 'would take the container out of sight of the clean-up: leave it out, a trial names its container itself'],
  ['--restart', 'hides that the container has ended: leave it out'],
  ['--cidfile', 'is given by the trial itself: leave it out'],
  ['--publish', 'is the setting `publish`: write it there'],
  ['--publish-all', 'is the setting `publish`: write the ports there'],
  ['--help', 'starts no container: leave it out'],
]);
const longOfShort: Readonly<Record<string, string>> = { d: '--detach', p: '--publish', P: '--publish-all' };

/**
 * The words for `docker run` before the image. A word that is neither a flag nor a flag's value would be taken for the image,
 * and is refused.
 */
export function readRunOptions(value: Placed): readonly string[] {
  const words = readWords(value);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!/^-./.test(word) || word === '--')
      throw refused(
        value,
        word,
        'is neither an option nor the value of one, so docker would take it for the image: remove it',
      );
    for (const flag of flagsOf(word)) {
      const refusal = refusals.get(flag);
      if (refusal !== undefined) throw refused(value, word, refusal);
    }
    if (!takesNext(word)) continue;
    at += 1;
    if (at >= words.length) throw refused(value, word, 'lacks its value: write the value behind it');
  }
  return words;
}

/** `-it` is two flags; the rest of `-m512m` is a value. */
function flagsOf(word: string): readonly string[] {
  if (word.startsWith('--')) return [word.replace(/=.*$/s, '')];
  const bundled = /^-(?:[itqdP]*.)?/.exec(word)?.[0] ?? '';
  return Object.entries(longOfShort).flatMap(([letter, flag]) => (bundled.includes(letter) ? [flag] : []));
}

function takesNext(word: string): boolean {
  if (word.includes('=')) return false;
  if (word.startsWith('--')) return !withoutValue.has(word);
  const letters = word.slice(1);
  const value = letters.search(/[^itq]/);
  return !shortWithoutValue.test(letters) && value === letters.length - 1;
}

function refused(value: Placed, word: string, why: string): UserError {
  return new UserError(`${quoted(word)} ${why}.`, { place: value.place });
}
