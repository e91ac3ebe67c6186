import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  hiddenState,
  marker,
  markerKey,
  readMarker,
  readPrevious,
  readState,
  stateOf,
} from '../../src/render/state.ts';
import { hostileText } from '../support/hostile-text.ts';
import { finding, passed, reportOf, served, several } from '../support/reports.ts';

test('the marker is one line of less than 100 characters, and reads back', () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1, maxLength: 3 }), fc.nat(9_999_999), (parts, run) => {
      const key = markerKey(parts);
      const line = marker({ key, sha: '9f1c2ab04d1e6f7a8b9c0d1e2f3a4b5c6d7e8f90', run }).markdown;
      expect(line.length).toBeLessThan(100);
      expect(line).toMatch(/^<!-- [^\n>]*? -->$/);
      fc.pre(key !== '');
      expect(readMarker(`${line}\nrest`)).toEqual({ key, sha: '9f1c2ab04d1e', run });
    }),
    { numRuns: 5_000 },
  );
});

test('each trial of a matrix has a key of its own, also where names are long', () => {
  const [one, other] = ['a', 'b'].map((end) =>
    markerKey(['a workflow with a long name', 'a job with a long name', `services/${end}`]),
  );
  expect(one).not.toBe(other);
  expect(markerKey(['ci', 'image', '*'])).toBe('ci/image/*');
  expect(markerKey(['ci', 'a*b', 'x/y'])).toBe('ci/a%2Ab/x%2Fy');
});

test('a marker further down is nobody’s', () => {
  const line = marker({ key: 'a', sha: 'abcdef0', run: 1 }).markdown;
  expect([readMarker(`> ${line}`), readMarker(`hello\n${line}`), readMarker('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('the state of a trial reads back', () => {
  const state = stateOf(passed);
  const { markdown } = hiddenState(state);
  expect(markdown).toBe(
    '<!-- sea-trial-state {"v":1,"verdict":"passed","findings":[],"bytes":333000000,"store":"overlay2","startupMs":1400} -->',
  );
  expect(readState(`body\n${markdown}`)).toEqual(state);
  expect(readState(`body\n${hiddenState(stateOf(several)).markdown}\n`)).toEqual(stateOf(several));
});

test('a state that a log quotes above the last line is not read', () => {
  const { markdown } = hiddenState(stateOf(passed));
  expect(readState(`${markdown}\nfooter`)).toBeUndefined();
});

test('a state of another shape is not believed', () => {
  for (const json of [
    '{"v":2,"verdict":"passed","findings":[]}',
    '{"v":1,"verdict":"great","findings":[]}',
    '{"v":1,"verdict":"passed","findings":["@octocat"]}',
    '{"v":1,"verdict":"passed","findings":[],"bytes":-1}',
    '{"v":1,',
    'null',
  ])
    expect(readState(`<!-- sea-trial-state ${json} -->`)).toBeUndefined();
});

test('nothing breaks out of the state, and it stays below 4 kB', () => {
  const trial = served({
    bytes: 1,
    user: 'x',
    findings: Array.from({ length: 300 }, (_, index) =>
      finding({
        check: index === 0 ? 'buildkit/-->--!><b>' : `check-${index}`,
        severity: 'notice',
        title: 't',
        why: '',
        advice: '',
        fingerprint: `-->${index}`,
      }),
    ),
  });
  const { markdown } = hiddenState(stateOf(reportOf([{ ...trial, name: 'a--><img>' }, trial])));
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(4_000);
  expect(markdown.slice(4, -3)).not.toMatch(/[<>]|--/);
  const read = readState(markdown);
  expect(read?.trials[0]?.name).toBe('a--><img>');
  expect((read?.trials[0]?.findings.length ?? 0) + (read?.trials[0]?.more ?? 0)).toBe(300);
});

test('what was there before needs both the marker and the state', () => {
  const first = marker({ key: 'a', sha: 'abcdef012345', run: 4 }).markdown;
  const last = hiddenState(stateOf(passed)).markdown;
  expect(readPrevious(`${first}\nx\n${last}`)).toEqual({
    marker: { key: 'a', sha: 'abcdef012345', run: 4 },
    state: stateOf(passed),
  });
  expect([readPrevious(first), readPrevious(last)]).toEqual([undefined, undefined]);
});
