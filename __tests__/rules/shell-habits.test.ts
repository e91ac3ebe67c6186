import { describe, expect, test } from 'vitest';
import { aptInsteadOfAptGet } from '../../src/rules/apt-instead-of-apt-get.ts';
import { cdInsteadOfWorkdir } from '../../src/rules/cd-instead-of-workdir.ts';
import { consecutiveRuns } from '../../src/rules/consecutive-runs.ts';
import { curlAndWget } from '../../src/rules/curl-and-wget.ts';
import { linkedShell } from '../../src/rules/linked-shell.ts';
import { pipeWithoutPipefail } from '../../src/rules/pipe-without-pipefail.ts';
import { pointlessCommand } from '../../src/rules/pointless-command.ts';
import { sudoInRun } from '../../src/rules/sudo-in-run.ts';
import { useraddLargeLog } from '../../src/rules/useradd-large-log.ts';
import { wgetProgressBar } from '../../src/rules/wget-progress-bar.ts';
import { yarnCacheKept } from '../../src/rules/yarn-cache-kept.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const run = (text: string): string => `FROM debian:12\nRUN ${text}\n`;

describe('pointless-command', () => {
  test('marks the very command, also in a heredoc and in what a shell is handed', () => {
    expect(markedBy(pointlessCommand, run('<<EOF\nset -e\nservice nginx start\nEOF'))).toEqual(['service nginx start']);
    expect(markedBy(pointlessCommand, run('bash -c "true && /bin/ps aux"'))).toEqual(['/bin/ps aux']);
  });

  test('is silent where the name is an argument', () => {
    expect(findingsOf(pointlessCommand, run('which vim && echo top && ssh-keyscan example.com'))).toEqual([]);
  });
});

describe('cd-instead-of-workdir', () => {
  test('the folder that was in force is put back', () => {
    expect(mendedBy(cdInsteadOfWorkdir, run('cd /opt && \\\n    make'))['Dockerfile']).toBe(
      'FROM debian:12\nWORKDIR /opt\nRUN make\nWORKDIR /\n',
    );
  });

  test.each([
    ['it stands in a subshell', '(cd /opt && make) && make'],
    ['it is one of two', 'cd /opt && make && cd /app && make'],
    ['it is not the first', 'make && cd /opt && make'],
    ['a comment stands behind it', 'cd /opt && \\\n# then\n make'],
    ['only the build knows the folder', 'cd "$FOLDER" && make'],
    ['a failure would be passed over', 'cd /opt ; make'],
    ['the rest would be read as a flag', 'cd /opt && --make'],
  ])('has no fix where %s', (_, text) => {
    const [finding] = findingsOf(cdInsteadOfWorkdir, run(text));
    expect(finding?.aliases).toEqual(['DL3003']);
    expect(finding?.fix).toBeUndefined();
  });
});

describe('sudo-in-run', () => {
  test.each([
    ['an option says whom', 'sudo -u app make'],
    ['it sets variables', 'sudo A=1 make'],
    ['the exec form', '["sudo", "make"]'],
  ])('has no fix: %s', (_, text) => {
    const [finding] = findingsOf(sudoInRun, run(text));
    expect(finding?.title).toMatch(/sudo/);
    expect(finding?.fix).toBeUndefined();
  });

  test.each(['exec sudo make', 'env A=1 sudo make', 'if ! sudo make; then exit 1; fi', 'time sudo -E make'])(
    'stands behind what only starts it: %s',
    (text) => {
      expect(findingsOf(sudoInRun, run(text)).map(({ title }) => title)).toEqual(['`make` is called through `sudo`']);
    },
  );

  test('without the sudo, what starts it stays', () => {
    expect(mendedBy(sudoInRun, run('exec sudo make'))['Dockerfile']).toBe(run('exec make'));
  });

  test('another user may need it', () => {
    expect(mendedBy(sudoInRun, 'FROM debian:12\nUSER app\nRUN sudo make\n')['Dockerfile']).toMatch(/sudo/);
    expect(mendedBy(sudoInRun, 'FROM debian:12\nUSER 0:0\nRUN sudo make\n')['Dockerfile']).not.toMatch(/sudo/);
  });
});

describe('useradd-large-log', () => {
  test.each(['useradd --uid=123456 a', 'useradd -mu 123456 a', 'U=123456; useradd -u $U a'])('flags: %s', (text) => {
    expect(findingsOf(useraddLargeLog, run(text))).toHaveLength(1);
  });

  test.each(['useradd -u $U a', 'useradd -lmu 123456 a', 'useradd -g 123456 a', 'adduser -u 123456 a'])(
    'is silent: %s',
    (text) => {
      expect(findingsOf(useraddLargeLog, run(text))).toEqual([]);
    },
  );
});

describe('wget-progress-bar', () => {
  test.each(['wget -O q https://a', 'wget -Oq https://a', 'wget -nc https://a', 'wget -c -T 5 https://a'])(
    'flags: %s',
    (text) => {
      expect(findingsOf(wgetProgressBar, run(text))).toHaveLength(1);
    },
  );

  test.each(['wget -qO- https://a', 'wget -cnv https://a', 'wget $WGET_OPTS https://a', 'wget --version'])(
    'is silent: %s',
    (text) => {
      expect(findingsOf(wgetProgressBar, run(text))).toEqual([]);
    },
  );

  test("BusyBox's wget lies below a stage too", () => {
    const text = 'FROM python:3.12-alpine AS base\nFROM base\nRUN wget https://a\n';
    expect(mendedBy(wgetProgressBar, text)['Dockerfile']).toMatch(/RUN wget -q https/);
    expect(findingsOf(wgetProgressBar, text)[0]?.fix?.safety).toBe('safe');
    expect(findingsOf(wgetProgressBar, run('wget https://a'))[0]?.fix?.safety).toBe('unsafe');
  });
});

describe('curl-and-wget', () => {
  test('is said at each RUN from the second tool on, at the place of that tool', () => {
    const text = `${run('wget -q a')}RUN wget b && curl c\nRUN true\nONBUILD RUN wget d\n`;
    expect(markedBy(curlAndWget, text)).toEqual(['curl c', 'wget d']);
  });
});

describe('linked-shell', () => {
  test.each([
    ['other commands stand beside it', 'ln -sf /bin/bash /bin/sh && make'],
    ['only the build knows the shell', 'ln -sf "$SHELL" /bin/sh'],
  ])('has no fix where %s', (_, text) => {
    expect(findingsOf(linkedShell, run(text))[0]?.fix).toBeUndefined();
    expect(findingsOf(linkedShell, run(text))).toHaveLength(1);
  });

  test('a relative link counts from /bin, and a link to the shell is none of it', () => {
    expect(mendedBy(linkedShell, run('ln -fs bash /bin/sh'))['Dockerfile']).toBe(
      'FROM debian:12\nSHELL ["/bin/bash", "-c"]\n',
    );
    expect(findingsOf(linkedShell, run('ln -s /bin/sh /opt/sh'))).toEqual([]);
  });
});

describe('pipe-without-pipefail', () => {
  test('one SHELL mends all RUNs of a stage, and each stage has its own', () => {
    const text = 'FROM debian:12 AS a\nRUN a | b\nRUN c | d\nFROM debian:12\nARG X\nRUN a | b\n';
    const shell = 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]\n';
    const mended = `FROM debian:12 AS a\n${shell}RUN a | b\nRUN c | d\nFROM debian:12\n${shell}ARG X\nRUN a | b\n`;
    expect(mendedBy(pipeWithoutPipefail, text)['Dockerfile']).toBe(mended);
    expect(findingsOf(pipeWithoutPipefail, mended)).toEqual([]);
  });

  test('a SHELL without it is rewritten', () => {
    expect(mendedBy(pipeWithoutPipefail, 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN a | b\n')['Dockerfile']).toBe(
      'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN a | b\n',
    );
  });

  test.each([
    ['a shell of its own', 'bash -o pipefail -c "a | b"'],
    ['no pipe', 'a || b ; echo "|" \'c | d\''],
    ['told before', 'set -euo pipefail; a | b'],
  ])('is silent: %s', (_, text) => {
    expect(findingsOf(pipeWithoutPipefail, run(text))).toEqual([]);
  });

  test('marks where the first pipe begins, and names the others', () => {
    const text = run('make \\\n  && a x | b | c \\\n  && d |& e');
    expect(markedBy(pipeWithoutPipefail, text)).toEqual(['a x']);
    expect(findingsOf(pipeWithoutPipefail, text)[0]?.evidence).toHaveLength(3);
  });
});

describe('consecutive-runs', () => {
  test('three of them become one', () => {
    expect(mendedBy(consecutiveRuns, `${run('a')}\n# why\nRUN b c\nRUN d\n`)['Dockerfile']).toBe(
      'FROM debian:12\nRUN a \\\n# why\n    && b c \\\n    && d\n',
    );
  });

  test.each([
    ['what a shell forgets', 'export A=1'],
    ['a heredoc', '<<EOF\nb\nEOF'],
    ['the exec form', '["b"]'],
    ['a shell comment', 'b # c'],
    ['a background command', 'b &'],
  ])('leaves apart: %s', (_, text) => {
    const [finding] = findingsOf(consecutiveRuns, `${run(text)}RUN a\n`);
    expect(finding?.aliases).toEqual(['DL3059']);
    expect(finding?.fix).toBeUndefined();
  });

  test('a comment inside the second one stays where it is', () => {
    const text = `${run('a')}RUN \\\n# why\n  b\n`;
    expect(findingsOf(consecutiveRuns, text)).toHaveLength(1);
    expect(mendedBy(consecutiveRuns, text)['Dockerfile']).toBe(text);
  });

  test('stages that are not the image are left alone', () => {
    expect(findingsOf(consecutiveRuns, `${run('a')}RUN b\nFROM scratch\n`)).toEqual([]);
  });
});

describe('apt-instead-of-apt-get', () => {
  test.each([
    ['apt full-upgrade -y', 'apt-get dist-upgrade -y'],
    ['apt upgrade -y', 'apt-get upgrade --with-new-pkgs -y'],
    ['sudo /usr/bin/apt -y install git', 'sudo /usr/bin/apt-get -y install git'],
    ['apt show git', 'apt-cache show git'],
    ['["apt", "install", "-y", "git"]', '["apt-get", "install", "-y", "git"]'],
    ['apt list', 'apt list'],
  ])('%s becomes %s', (text, mended) => {
    expect(mendedBy(aptInsteadOfAptGet, run(text))['Dockerfile']).toBe(run(mended));
  });
});

describe('yarn-cache-kept', () => {
  test.each([
    ['removed by hand', 'yarn install && rm -rf /usr/local/share/.cache/yarn'],
    ['a mount in the home', '--mount=type=cache,target=/root/.cache yarn install'],
    ['scripts', 'yarn build && yarn run install-tools'],
  ])('is silent: %s', (_, text) => {
    expect(findingsOf(yarnCacheKept, run(text))).toEqual([]);
  });
});
