import { describe, expect, test } from 'vitest';
import { unpinnedAptPackages } from '../../src/rules/unpinned-apt-packages.ts';
import { unpinnedGemInstall } from '../../src/rules/unpinned-gem-install.ts';
import { unpinnedGoInstall } from '../../src/rules/unpinned-go-install.ts';
import { unpinnedNpmInstall } from '../../src/rules/unpinned-npm-install.ts';
import { unpinnedPipInstall } from '../../src/rules/unpinned-pip-install.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { lint } from '../../src/lint/lint.ts';
import { factsOf, findingsOf, markedBy } from '../support/rule-findings.ts';

const run = (text: string): string => `FROM registry.example/base:1\nRUN ${text}\n`;

const flagged: readonly [rule: Rule, text: string, marked: string][] = [
  [unpinnedPipInstall, 'pip install --upgrade pip', 'pip'],
  [unpinnedPipInstall, 'python3 -m pip install "uvicorn[standard]"', '"uvicorn[standard]"'],
  [unpinnedPipInstall, 'pip install git+ssh://git@example.com/a/b.git', 'git+ssh://git@example.com/a/b.git'],
  [unpinnedPipInstall, "pip install 'b @ git+https://example.com/b.git'", "'b @ git+https://example.com/b.git'"],
  [unpinnedPipInstall, 'pip install $A uvicorn', 'uvicorn'],
  [unpinnedPipInstall, 'pip install -e git+https://example.com/b.git#egg=b', 'git+https://example.com/b.git#egg=b'],
  [unpinnedPipInstall, 'pipx install --python 3.12 poetry', 'poetry'],
  [unpinnedNpmInstall, 'npm i -g @scope/tool', '@scope/tool'],
  [unpinnedNpmInstall, 'npm add user/repository', 'user/repository'],
  [unpinnedGemInstall, 'gem install -N rails', 'rails'],
  [unpinnedGoInstall, 'go install -ldflags "-s -w" example.com/a@latest', 'example.com/a@latest'],
  [unpinnedGoInstall, 'CGO_ENABLED=0 go get -u example.com/a', 'example.com/a'],
];
const silent: readonly [rule: Rule, text: string][] = [
  [unpinnedPipInstall, 'pip install git+ssh://git@example.com/a/b.git@v1'],
  [unpinnedPipInstall, 'pip install uvicorn==$VERSION "$WHEEL" /wheels/*.whl'],
  [unpinnedPipInstall, "pip install '.[dev]' pytest"],
  [unpinnedPipInstall, 'pip install -e ./app -e library'],
  [unpinnedPipInstall, 'uv pip install uvicorn'],
  [unpinnedPipInstall, 'pip download uvicorn'],
  [unpinnedPipInstall, 'pipx install poetry==1.8.3 ./tool && pipx install . && pipx run black && pipx upgrade poetry'],
  [unpinnedPipInstall, 'pipx install --spec black==24.1 black'],
  [unpinnedNpmInstall, 'npm install user/repository#v1 file:../a https://example.com/a.tgz'],
  [unpinnedNpmInstall, 'npm ci && npm run install express'],
  [unpinnedGemInstall, 'gem install -v 1.2 rails && gem install ./a.gem && bundle install'],
  [unpinnedGoInstall, 'go build example.com/a && go install ./... && go get && go run main.go a'],
  [unpinnedGoInstall, 'go run example.com/a@v1 b'],
];

test.each(flagged)('$id flags: %s', (rule, text, marked) => {
  expect(markedBy(rule, run(text))).toEqual([marked]);
});

test.each(silent)('$id is silent: %s', (rule, text) => {
  expect(findingsOf(rule, run(text))).toEqual([]);
});

describe('unpinned-apt-packages', () => {
  const severities = { [unpinnedAptPackages.id]: 'notice' } as const;
  const aliasesOf = (text: string): readonly (readonly string[])[] =>
    lint({ facts: factsOf(run(text)), rules: [unpinnedAptPackages], severities }).findings.map(
      ({ aliases }) => aliases,
    );

  test('is off until it is switched on', () => {
    expect(findingsOf(unpinnedAptPackages, run('apt-get install -y git'))).toEqual([]);
    expect(aliasesOf('apt-get install -y git')).toEqual([['DL3008']]);
  });

  test("apt is a flaw of its own in hadolint's numbers", () => {
    expect(aliasesOf('apt install -y git')).toEqual([[]]);
  });

  test.each(['apt-get install -y a/stable', 'apt-get install -y a- $PACKAGES', 'apt-get remove -y a'])(
    'is silent: %s',
    (text) => {
      expect(aliasesOf(text)).toEqual([]);
    },
  );
});
