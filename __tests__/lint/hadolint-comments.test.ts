import { describe, expect, test } from 'vitest';
import { lint } from '../../src/lint/lint.ts';
import { shellScripts } from '../../src/lint/shell-scripts.ts';
import { cdInsteadOfWorkdir } from '../../src/rules/cd-instead-of-workdir.ts';
import { pipeWithoutPipefail } from '../../src/rules/pipe-without-pipefail.ts';
import { sudoInRun } from '../../src/rules/sudo-in-run.ts';
import { factsOf, findingsOf, mendedBy } from '../support/rule-findings.ts';

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
    ['is about the shell', '# hadolint shell=bash\n'],
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

describe('a comment of hadolint that names the shell', () => {
  const pipe = 'RUN [[ -f a ]] && cd /srv | sudo make';

  function toldBelow(...lines: readonly string[]): readonly string[] {
    const { findings } = lint({
      facts: factsOf(lines.join('\n')),
      rules: [cdInsteadOfWorkdir, sudoInRun, pipeWithoutPipefail],
    });
    return findings
      .map(({ location, aliases }) => `${location?.line} ${aliases.join()}`)
      .filter((told) => !told.endsWith('DL1000'))
      .toSorted();
  }

  test.each(['powershell', 'pwsh', 'cmd.exe', 'cmd # on Windows'])(
    'silences what reads shell text from there to the end of the stage: %s',
    (shell) => {
      expect(toldBelow('FROM a:1', pipe, `# hadolint shell=${shell}`, pipe, 'FROM b:1', 'RUN sudo a')).toEqual([
        '2 DL3003',
        '2 DL3004',
        '2 DL4006',
        '6 DL3004',
      ]);
    },
  );

  test('is for every stage where it stands before the first', () => {
    expect(toldBelow('# hadolint shell=powershell', 'ARG x=1', 'FROM a:1', pipe, 'FROM b:1', pipe)).toEqual([]);
    expect(toldBelow('# hadolint shell=powershell', pipe)).toEqual([]);
  });

  test('reaches the stages that are built on its own', () => {
    expect(toldBelow('FROM a:1 AS one', '# hadolint shell=powershell', 'FROM one', pipe)).toEqual([
      '4 DL3003',
      '4 DL3004',
      '4 DL4006',
    ]);
    expect(toldBelow('FROM a:1 AS one', '# hadolint shell=powershell', 'USER root', 'FROM one', pipe)).toEqual([]);
  });

  test('ends at the next SHELL, and leaves the options of the one in force as they are', () => {
    const bash = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]';
    expect(toldBelow('FROM a:1', '# hadolint shell=powershell', bash, pipe)).toEqual(['4 DL3003', '4 DL3004']);
    expect(toldBelow('FROM a:1', bash, '# hadolint shell=bash', pipe)).toEqual(['4 DL3003', '4 DL3004']);
    expect(toldBelow('FROM a:1', bash, '# hadolint shell=/bin/ksh', 'RUN a | b')).toEqual(['4 DL4006']);
  });

  test('says nothing inside an instruction', () => {
    expect(toldBelow('FROM a:1', 'RUN a \\', '# hadolint shell=powershell', '  && sudo b', 'RUN sudo c')).toEqual([
      '4 DL3004',
      '5 DL3004',
    ]);
  });

  test('names the shell in whose dialect the text is read', () => {
    const { scripts } = shellScripts(
      factsOf(
        [
          'FROM a:1',
          'RUN one',
          '# hadolint shell=/bin/bash',
          'RUN two',
          '# hadolint shell = dash',
          'RUN three',
          '# hadolint shell=fish',
          'RUN four',
        ].join('\n'),
      ),
    );
    expect(scripts.map(({ header, body }) => header + body.text)).toEqual([
      '#!/bin/sh\none',
      '#!/bin/bash\ntwo',
      '#!/bin/dash\nthree',
    ]);
  });

  test('is no way out of a pipe that cannot be mended', () => {
    const text = 'FROM a:1\n# hadolint shell=ksh\nRUN a | b\n';
    expect(mendedBy(pipeWithoutPipefail, text)['Dockerfile']).toBe(text);
    const inBash = text.replace('ksh', 'bash');
    const mended = mendedBy(pipeWithoutPipefail, inBash)['Dockerfile'] ?? '';
    expect(mended).toBe('FROM a:1\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n# hadolint shell=bash\nRUN a | b\n');
    expect(findingsOf(pipeWithoutPipefail, mended)).toEqual([]);
  });
});
