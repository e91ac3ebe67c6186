import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { cdInsteadOfWorkdir } from '../../src/rules/cd-instead-of-workdir.ts';
import { sudoInRun } from '../../src/rules/sudo-in-run.ts';
import { factsOf } from '../support/rule-findings.ts';

/** The numbers that are told of a RUN which has both flaws, with the lines above and around it. */
function toldOf(above: string, run = 'RUN cd /srv && sudo make'): readonly string[] {
  const facts = factsOf(`FROM debian:13\n${above}${run}\n`);
  const { findings } = lint({ facts, rules: [cdInsteadOfWorkdir, sudoInRun] });
  return findings.flatMap(({ aliases }) => aliases).toSorted();
}

describe('a comment of hadolint', () => {
  test.each([
    ['names one', '# hadolint ignore=DL3003\n'],
    ['has no blank behind the sign', '#hadolint ignore=DL3003\n'],
    ['is indented', '  # hadolint ignore=DL3003\n'],
    ['has blanks around the equals sign', '# hadolint  ignore = DL3003\n'],
    ['ends with a blank', '# hadolint ignore=DL3003 \n'],
    ['is followed by a comment', '# hadolint ignore=DL3003 # the makefile wants it\n'],
    ['is followed by a reason', '# hadolint ignore=DL3003 the makefile wants it\n'],
    ['is written in small letters', '# hadolint ignore=dl3003\n'],
    ['has another comment below it', '# hadolint ignore=DL3003\n# builds the tools\n'],
    ['has an empty line below it', '# hadolint ignore=DL3003\n\n'],
    ['is for the whole file', '# hadolint global ignore=DL3003\nUSER root\n'],
    ['is for the whole file, with blanks', '# hadolint global ignore = DL3003 , DL3021\nUSER root\n'],
  ])('silences that number alone where it %s', (_, above) => {
    expect(toldOf(above)).toEqual(['DL3004']);
  });

  test.each([
    ['names two', '# hadolint ignore=DL3003,DL3004\n'],
    ['names two with a blank between', '# hadolint ignore=DL3003, DL3004\n'],
    ['stands above another one', '# hadolint ignore=DL3003\n# hadolint ignore=DL3004\n'],
    ['is joined by one for the file', '# hadolint global ignore=DL3004\n# hadolint ignore=DL3003\n'],
  ])('silences both where it %s', (_, above) => {
    expect(toldOf(above)).toEqual([]);
  });

  test.each([
    ['names what is no number', '# hadolint ignore=everything,DL3003\n'],
    ['stands above another instruction', '# hadolint ignore=DL3003\nUSER root\n'],
    ['is about the shell', '# hadolint shell=powershell\n'],
    ['lacks the equals sign', '# hadolint ignore DL3003\n'],
  ])('silences nothing where it %s', (_, above) => {
    expect(toldOf(above)).toEqual(['DL3003', 'DL3004']);
  });

  test('silences the instruction in whose lines it stands', () => {
    expect(toldOf('', 'RUN cd /srv \\\n# hadolint ignore=DL3003\n && sudo make')).toEqual(['DL3004']);
  });

  test('behind the last instruction is still one for the file', () => {
    expect(toldOf('', 'RUN cd /srv && sudo make\n# hadolint global ignore=DL3003')).toEqual(['DL3004']);
  });

  test('in a heredoc is text of the script', () => {
    expect(toldOf('', 'RUN <<EOF\n# hadolint ignore=DL3003\ncd /srv && sudo make\nEOF')).toEqual(['DL3003', 'DL3004']);
  });
});
