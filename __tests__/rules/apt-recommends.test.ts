import { expect, test } from 'vitest';
import { aptRecommends as rule } from '../../src/rules/apt-recommends.ts';
import { findingsOf, mendedBy } from '../support/rule-findings.ts';

const run = (text: string): string => `FROM python:3.12-slim\nRUN ${text}\n`;

test.each([
  ['--no-install-recommends', 'apt-get install -y git --no-install-recommends'],
  ["apt's own option", 'apt-get install -y -o APT::Install-Recommends=0 git'],
  ['an option of another spelling', 'apt-get -o "APT::Install-Recommends=false" install -y git'],
  ["aptitude's", 'aptitude install -R -y git'],
  ['a variable that may hold it', 'apt-get install -y $APT_FLAGS git'],
  ['an installation of nothing', 'apt-get install -f -y'],
  ['an upgrade', 'apt-get upgrade -y'],
])('is silent: %s', (_, text) => {
  expect(findingsOf(rule, run(text))).toEqual([]);
});

test.each([
  ['git', 'git brings an ssh client, patch, less and ca-certificates'],
  ['git=1:2.39.5-0+deb12u2 ca-certificates less', 'git brings an ssh client and patch'],
  ['gcc curl', 'gcc brings libc6-dev; curl brings ca-certificates'],
])('names what comes along with %s', (packages, brought) => {
  const [finding] = findingsOf(rule, run(`apt-get install -y ${packages}`));
  expect(finding?.title).toBe(`\`apt-get install\` also installs what its packages recommend: ${brought}`);
});

test('names nothing of packages that it does not know', () => {
  expect(findingsOf(rule, run('apt-get install -y libsndfile1'))[0]?.title).toBe(
    '`apt-get install` also installs what its packages recommend',
  );
});

test.each([
  ['behind -y', 'apt-get install -y git', 'apt-get install -y --no-install-recommends git'],
  ['behind install', 'apt-get -y install git', 'apt-get -y install --no-install-recommends git'],
  ['over lines', 'apt-get install \\\n  -y \\\n  git', 'apt-get install \\\n  -y --no-install-recommends \\\n  git'],
])('the fix is unsafe and goes %s', (_, text, expected) => {
  expect(findingsOf(rule, run(text)).map(({ fix }) => fix?.safety)).toEqual(['unsafe']);
  expect(mendedBy(rule, run(text))['Dockerfile']).toBe(run(expected));
});
