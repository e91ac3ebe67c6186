import { expect, it, test } from 'vitest';
import { majorTagOf, notesOf, packageVersions, troublesOf } from '../../script/releases.ts';

const changelog = `# Changes

What users can see.

## Unreleased

## 1.2.0 (2026-12-01)

- \`push\`: the image that passed.
  Of two lines.

### Fixed

- A crash.

## 1.1.0 (2026-11-30)

- Before.
`;
const versions = { 'package.json': ['1.2.0'], 'package-lock.json': ['1.2.0', '1.2.0'], 'src/version.ts': ['1.2.0'] };

test('nothing speaks against a release whose files and changelog say its version', () => {
  expect(troublesOf('v1.2.0', { changelog, versions })).toEqual([]);
});

it.each([
  ['1.2.0', changelog, versions, ['1.2.0 is no version: a release is named vX.Y.Z, such as v1.2.3.']],
  ['v1', changelog, versions, ['v1 is no version: a release is named vX.Y.Z, such as v1.2.3.']],
  ['v1.02.0', changelog, versions, ['v1.02.0 is no version: a release is named vX.Y.Z, such as v1.2.3.']],
  [
    'v1.2.0',
    changelog,
    { ...versions, 'package-lock.json': ['1.2.0', '1.1.0'] },
    ['package-lock.json says 1.1.0, and the tag v1.2.0: write 1.2.0 there.'],
  ],
  [
    'v1.2.0',
    changelog.replace('## 1.2.0 (2026-12-01)', '## 1.2.00'),
    versions,
    ['CHANGELOG.md has no heading "## 1.2.0 (YYYY-MM-DD)": call the part "Unreleased" so.'],
  ],
  [
    'v1.2.0',
    changelog.replace(' (2026-12-01)', ''),
    versions,
    ['CHANGELOG.md says "## 1.2.0": write "## 1.2.0 (YYYY-MM-DD)", for the day is missing.'],
  ],
  [
    'v1.2.0',
    '## 1.2.0 (2026-12-01)\n\n## 1.1.0 (2026-11-30)\n- Before.\n',
    versions,
    ['CHANGELOG.md says nothing about 1.2.0: write what users can see.'],
  ],
  [
    'v1.2.0',
    changelog.replace('## Unreleased', '## Unreleased\n\n- Forgotten.'),
    versions,
    ['CHANGELOG.md still has lines under "Unreleased": put them below "## 1.2.0", for they are in it.'],
  ],
])('%s is held up', (tag, text, named, troubles) => {
  expect(troublesOf(tag, { changelog: text, versions: named })).toEqual(troubles);
});

test("the notes are the version's part of the changelog, with its own headings", () => {
  expect(notesOf(changelog, 'v1.2.0')).toBe(
    '- `push`: the image that passed.\n  Of two lines.\n\n### Fixed\n\n- A crash.\n',
  );
  expect(notesOf(changelog, 'v1.3.0')).toBeUndefined();
});

it.each([
  ['v1.2.0', ['v1', 'v1.1.9', 'v1.2.0', 'v2.0.0', ''], 'v1'],
  ['v1.2.0', ['v1.2.1'], undefined],
  ['v1.9.0', ['v1.10.0'], undefined],
  ['v1.2.10', ['v1.2.9'], 'v1'],
  ['v2.0.0', ['v1.9.9'], 'v2'],
  ['v0.1.0', [], 'v0'],
  ['v1', [], undefined],
])('after %s among %j the tag %s follows', (tag, tags, follower) => {
  expect(majorTagOf(tag, tags)).toBe(follower);
});

test('a lock names the version twice', () => {
  expect(packageVersions('{"version":"1.2.0","packages":{"":{"version":"1.1.0"}}}')).toEqual(['1.2.0', '1.1.0']);
  expect(packageVersions('{"version":"1.2.0"}')).toEqual(['1.2.0']);
});
