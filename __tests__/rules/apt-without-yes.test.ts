import { expect, test } from 'vitest';
import { aptWithoutYes as rule } from '../../src/rules/apt-without-yes.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const run = (text: string): string => `FROM python:3.12-slim\nRUN ${text}\n`;

test.each([
  ['--yes', 'apt-get install --yes git'],
  ['--assume-yes', 'apt-get --assume-yes install git'],
  ['behind the packages', 'apt-get install git -y'],
  ['in one word with others', 'apt-get install -qy git'],
  ['-qq', 'apt-get -qq install git'],
  ['-q twice', 'apt-get install -q -q git'],
  ['-q=2', 'apt-get install -q=2 git'],
  ["apt's own option", 'apt-get -o APT::Get::Assume-Yes=true install git'],
  ["apt's configuration", `echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes && apt-get install git`],
  ['a simulation', 'apt-get install -s git'],
  ['a known variable', 'OPTIONS=-y; apt-get install $OPTIONS git'],
  ['a variable that may hold it', 'apt-get install $APT_OPTS git'],
  ['an answer on standard input', 'apt-get install git < /answers'],
  ['what asks nothing', 'apt-get update && apt-get clean && apt-get download git'],
])('is silent: %s', (_, text) => {
  expect(findingsOf(rule, run(text))).toEqual([]);
});

test.each([
  ['one -q', 'apt-get install -q git', 'apt-get install -q git'],
  ['apt', 'apt install git', 'apt install git'],
  ['through sudo', 'sudo apt-get install git', 'sudo apt-get install git'],
  ['only packages in a variable', 'apt-get install $PACKAGES', 'apt-get install $PACKAGES'],
  ['the exec form', '["apt-get", "install", "git"]', 'RUN ["apt-get", "install", "git"]'],
])('flags: %s', (_, text, marked) => {
  expect(markedBy(rule, run(text))).toEqual([marked]);
});

test("only an installation answers to hadolint's number", () => {
  expect(findingsOf(rule, run('apt-get install git'))[0]?.aliases).toEqual(['DL3014']);
  expect(findingsOf(rule, run('apt-get upgrade'))[0]?.aliases).toEqual([]);
});

test('the fix mends every command of the RUN, in its form', () => {
  expect(mendedBy(rule, run('apt-get upgrade && apt-get \\\n  install \\\n  git'))['Dockerfile']).toBe(
    run('apt-get upgrade -y && apt-get \\\n  install -y \\\n  git'),
  );
  expect(mendedBy(rule, run('["apt-get", "install", "git"]'))['Dockerfile']).toBe(
    run('["apt-get", "install", "-y", "git"]'),
  );
});
