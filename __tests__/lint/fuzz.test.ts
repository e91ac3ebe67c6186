import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../bench/fuzzing.ts';
import { undergo } from '../../bench/ordeal.ts';

const seconds = 20;
// The same each time: red shall mean that a change broke something. `npm run fuzz` draws a seed of its own.
const seed = 20_261_124;
/** So that a quicker machine does not come to other Dockerfiles than this one did. */
const mostCount = 2000;

const line = fc
  .tuple(
    fc.constantFrom(
      ...'FROM,RUN,CMD,ENTRYPOINT,COPY,ADD,ENV,ARG,LABEL,EXPOSE,SHELL,USER,WORKDIR,VOLUME,ONBUILD,HEALTHCHECK,run,hello'.split(
        ',',
      ),
    ),
    fc.constantFrom(' ', '  ', '\t', ' \\\n', ' `\n', ''),
    fc.array(
      fc.constantFrom(
        ...'python:3.12-slim|AS x|--from=x|--mount=type=cache,target=/x|apt-get update|&& apt-get install git|; pip install x|| cat|uvicorn a:b|["uvicorn","a:b"]|--host 127.0.0.1|--reload|<<E|$X|${X:-y}|"q"|\'q|a=b|/app|. .|8000|sudo rm -rf /|cd /x|\\|#c|&|('.split(
          '|',
        ),
      ),
      { maxLength: 6 },
    ),
    fc.constantFrom('\n', '\r\n', ' \\\n', '\nE\n', '\n\n'),
  )
  .map(([keyword, blank, words, end]) => `${keyword}${blank}${words.join(' ')}${end}`);

/** Every rule is on; a failure names a Dockerfile as short as it gets. */
describe('whatever the Dockerfile, nothing throws, nothing takes a second, and fixes end in one that is no worse', () => {
  it('put together from parts', () => {
    const outcome = fc.check(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => undergo(lines.join(''), { 'app.py': 'app = 1\n' })),
      { numRuns: 1000, seed },
    );
    expect(fc.defaultReportMessage(outcome)).toBeUndefined();
  });

  it.each([
    ['a heredoc that a heredoc leaves open', 'FROM x\nRUN <<EOF\nset -e\napt-get update<<E\nEOF'],
    ['a `${ …` that never ends', 'FROM x\nRUN dnf install ""${ &a'],
    ['a `${ …` that never ends behind a server', 'FROM x\nCMD ""&uvicorn t${ '],
    ['a server that is the one word of `sh -c`', 'FROM x\nCMD exec sh -c uvicorn'],
    ['a port that no number holds', 'FROM x\nEXPOSE 0\nCMD ["uvicorn","","--port","5536553665536655368080"]'],
    ['one line of many that ends as on Windows', 'FROM x\nONBUILD RUN <<EOF\nset -e\napt-get update\n\nEOF\r\n'],
    ['a package manager whose options have ended', 'FROM x\nRUN zypper -->e in'],
    ['a folder whose name has a quote', 'FROM x\nWORKDIR "C:\\p"\nWORKDIR "["\\"'],
    ['a tag that is as long as one may be', `FROM python:313-slim${'0'.repeat(120)}`],
    ['a tag on two lines', 'ARG PYTHON=2\nFROM python:${PYTHON}-\\\nbookworm AS s'],
  ])('with %s', (_, text) => {
    expect(() => {
      undergo(text, {});
    }).not.toThrow();
  });

  it(`broken at random, for ${seconds} s with the seed ${seed}`, { timeout: 3 * seconds * 1000 }, () => {
    const { count, failures } = fuzz(seed, seconds * 1000, 5, mostCount);
    expect(failures.map(({ message, text }) => ({ message, text }))).toEqual([]);
    expect(count).toBeGreaterThan(50);
  });
});
