import { describe, expect, it } from 'vitest';
import { checkOptions } from '../../src/dockerfile/check-directive.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { problemsOf } from '../support/grammar-problems.ts';

describe('BuildKit refuses', () => {
  it.each([
    ['foo', 'invalid check option "foo"'],
    ['skip', 'invalid check option "skip"'],
    ['warn=true', 'invalid check option "warn"'],
    ['ERROR=true', 'invalid check option "ERROR"'],
    ['error=true;', 'invalid check option ""'],
    [';skip=all', 'invalid check option ""'],
    ['skip = A', 'invalid check option "skip"'],
    ['skip=A; error=true', 'invalid check option ""'],
    ['error=maybe', 'failed to parse check option "error=maybe": strconv.ParseBool: parsing "maybe": invalid syntax'],
    ['skip=A;skip=B;error=', 'failed to parse check option "error=": strconv.ParseBool: parsing "": invalid syntax'],
  ])('# check=%s', (value, message) => {
    expect(problemsOf(`# check=${value}\nFROM a\n`)).toEqual([
      `error: failed to parse check options: ${message} @# check=${value}`,
    ]);
  });

  it('and is told to be written without blanks where they are what is wrong', () => {
    const advices = ['skip = A', 'skip'].map(
      (value) => parseDockerfile(`# check=${value}\nFROM a\n`, 'Dockerfile').problems[0]?.advice,
    );
    expect(advices).toEqual([
      'Write it without blanks: BuildKit reads only `skip`.',
      'Write `skip=` and names of checks with `,` between them, or `error=true`, and `;` between the two.',
    ]);
  });
});

describe('BuildKit reads', () => {
  it.each([
    ['skip=A,B;error=true', ['A', 'B'], true],
    ['error=1;skip=A\t,B', ['A', 'B'], true],
    ['skip=A ;error=true', ['A'], false],
    ['skip=A, B', ['A'], false],
    ['skip=A;skip=B', ['B'], false],
    ['skip=all;skip=B', ['all'], false],
    ['skip=A,all', ['A'], false],
    ['skip=', [], false],
    ['error=true;error=F', [], false],
    ['experimental=all', [], false],
  ])('# check=%s', (value, skipped, warningsAreErrors) => {
    const { directives, problems } = parseDockerfile(`# check=${value}\nFROM a\n`, 'Dockerfile');
    expect(problems).toEqual([]);
    expect(directives.map(checkOptions)).toEqual([{ skipped, warningsAreErrors }]);
  });
});
