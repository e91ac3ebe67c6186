import { describe, expect, it } from 'vitest';
import { keywords } from '../../src/dockerfile/keywords.ts';
import { nearest } from '../../src/nearest.ts';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { problemsOf } from '../support/grammar-problems.ts';

/** What the fixes make of the file. */
function fixed(text: string): readonly string[] {
  return parseDockerfile(text, 'Dockerfile').problems.flatMap(({ fix }) =>
    fix === undefined ? [] : [text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end)],
  );
}

describe('BuildKit’s parser refuses', () => {
  it.each([
    ['', 'file with no instructions'],
    ['# only a comment\n', 'file with no instructions'],
    ['FROM a\nENV A\n', 'ENV must have two arguments'],
    ['FROM a\nLABEL a=b c\n', `Syntax error - can't find = in "c". Must be of the form: name=value`],
    ['FROM a\nCMD ["a", 1]\n', 'when using JSON array syntax, arrays must be comprised of strings only'],
    ['FROM a\nONBUILD ENV A\n', 'ENV must have two arguments'],
    ['FROM a\nONBUILD ONBUILD ENV A\n', 'ENV must have two arguments'],
    [`FROM a\nRUN ${'x'.repeat(65_536)}\n`, 'dockerfile line greater than max allowed size of 65535'],
  ])('%j', (text, message) => {
    const file = parseDockerfile(text, 'Dockerfile');
    expect(file.refusal?.message).toBe(message);
    expect(file.problems.filter((problem) => problem === file.refusal)).toHaveLength(1);
  });

  it('no line of just the length that fits', () => {
    expect(parseDockerfile(`FROM a\nRUN ${'x'.repeat(65_531)}\n`, 'Dockerfile').refusal).toBeUndefined();
    expect(parseDockerfile(`FROM a\nRUN ${'x'.repeat(65_532)}\n`, 'Dockerfile').refusal).toBeDefined();
    expect(parseDockerfile(`FROM a\nRUN ${'x'.repeat(65_532)}`, 'Dockerfile').refusal).toBeDefined();
    expect(parseDockerfile(`FROM a\nRUN ${'é'.repeat(32_800)}\n`, 'Dockerfile').refusal).toBeDefined();
  });
});

describe('a fault that the parser lets through is told in BuildKit’s words, at its place', () => {
  it.each([
    ['RUN a\nFROM b\n', 'error: no build stage in current context @RUN'],
    ['ARG A\nRUN a\nCMD b\n', 'error: no build stage in current context @RUN'],
    ['ARG A\n', 'error: dockerfile contains no stages to build @ARG'],
    ['FROM\n', 'error: FROM requires either one or three arguments @FROM'],
    ['FROM a as\n', 'error: FROM requires either one or three arguments @a as'],
    [
      'FROM a AS 1b\n',
      `error: invalid name for build stage: "1b", name can't start with a number or contain symbols @1b`,
    ],
    ['FROM --plattform=x a\n', 'error: unknown flag: --plattform @--plattform=x'],
    [
      'FROM a\nCOPY b\n',
      'error: COPY requires at least two arguments, but only one was provided. Destination could not be determined @b',
    ],
    [
      'FROM a\nADD\n',
      'error: ADD requires at least two arguments, but only one was provided. Destination could not be determined @ADD',
    ],
    ['FROM a\nCOPY b <<E\nx\nE\n', 'error: COPY cannot accept a heredoc as a destination @<<E'],
    ['FROM a\nCOPY --link=maybe b c\n', 'error: expecting boolean value for flag --link, not: maybe @--link=maybe'],
    ['FROM a\nCOPY --from b c d\n', 'error: missing a value on flag: --from @--from'],
    ['FROM a\nCOPY --from=b --from=c d e\n', 'error: duplicate flag specified: --from @--from=c'],
    ['FROM a\nENV =b\n', 'error: ENV names can not be blank @=b'],
    ['FROM a\nEXPOSE\n', 'error: EXPOSE requires at least one argument @EXPOSE'],
    ['FROM a\nEXPOSE 80 web\n', 'error: invalid containerPort: web @web'],
    [
      `FROM a\nCOPY ["it's", "/x"]\n`,
      `error: failed to process "it's": unexpected end of statement while looking for matching single-quote @"it's"`,
    ],
    [
      'FROM a\nRUN --mount=type=cache,target=/x,sharin=locked x\n',
      "error: unexpected key 'sharin' in 'sharin=locked' @--mount=type=cache,target=/x,sharin=locked",
    ],
    [
      'FROM a\nRUN --mount=type=cache,target=/x,shared x\n',
      "error: invalid field 'shared' must be a key=value pair @--mount=type=cache,target=/x,shared",
    ],
    ['FROM a\nRUN --mount=type=cache x\n', 'error: invalid mount target "/" @--mount=type=cache'],
    ['FROM a\nVOLUME /a ""\n', 'error: VOLUME specified can not be an empty string @""'],
    ['FROM a\nEXPOSE 80-70\n', 'error: invalid containerPort: 80-70 @80-70'],
    ['FROM a\nEXPOSE -1\n', 'error: invalid containerPort: -1 @-1'],
    ['FROM a\nEXPOSE 80/http\n', 'error: invalid port: "80/http": invalid proto: http @80/http'],
    ['FROM a\nSTOPSIGNAL SIGSTOPP\n', 'error: invalid signal: SIGSTOPP @SIGSTOPP'],
    ['FROM a\nSTOPSIGNAL 9 9\n', 'error: invalid signal: 9 9 @9 9'],
    ['FROM a\nSTOPSIGNAL 0\n', 'error: invalid signal: 0 @0'],
    ['FROM a::b\n', 'error: failed to parse stage name "a::b": invalid reference format @a::b'],
    ['FROM https://x/y\n', 'error: failed to parse stage name "https://x/y": invalid reference format @https://x/y'],
    [
      'FROM Python:3.12\n',
      'error: failed to parse stage name "Python:3.12": invalid reference format: repository name (library/Python) must be lowercase @Python:3.12',
    ],
    ['FROM a\nENV A=${B\n', 'error: failed to process "${B": unsupported modifier (\uFFFD) in substitution @${B'],
    [
      'FROM a\nENV A=1 B="x\n',
      'error: failed to process "\\"x": unexpected end of statement while looking for matching double-quote @"x',
    ],
    [
      "FROM a\nWORKDIR /it's\n",
      `error: failed to process "/it's": unexpected end of statement while looking for matching single-quote @/it's`,
    ],
    [
      'FROM a\nCOPY "a b" /x\n',
      'error: failed to process "\\"a": unexpected end of statement while looking for matching double-quote @"a',
    ],
    [
      'FROM a\nCOPY --from=$X a b\n',
      'error: variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround @--from=$X',
    ],
    ['FROM a\nWORKDIR\n', 'error: WORKDIR requires exactly one argument @WORKDIR'],
    ['FROM a\nVOLUME [" "]\n', 'error: VOLUME specified can not be an empty string @" "'],
    ['FROM a\nSHELL bash -c\n', 'error: SHELL requires the arguments to be in JSON form @bash -c'],
    ['FROM a\nSHELL []\n', 'error: SHELL requires at least one argument @[]'],
    ['FROM a\nHEALTHCHECK curl x\n', 'error: Unknown type "CURL" in HEALTHCHECK (try CMD) @curl'],
    ['FROM a\nHEALTHCHECK CMD\n', 'error: Missing command after HEALTHCHECK CMD @CMD'],
    ['FROM a\nHEALTHCHECK NONE x\n', 'error: HEALTHCHECK NONE takes no arguments @NONE x'],
    ['FROM a\nHEALTHCHECK --interval=5 CMD b\n', 'error: time: missing unit in duration "5" @--interval=5'],
    ['FROM a\nHEALTHCHECK --timeout=1us CMD b\n', 'error: Interval "timeout" cannot be less than 1ms @--timeout=1us'],
    ['FROM a\nHEALTHCHECK --retries=-1 CMD b\n', 'error: --retries cannot be negative (-1) @--retries=-1'],
    ['FROM a\nRUN --network=no b\n', 'error: invalid network mode "no" @--network=no'],
    [
      'FROM a\nRUN --mount=type=cach,target=/x b\n',
      'error: unsupported mount type "cach" @--mount=type=cach,target=/x',
    ],
    [
      'FROM a\nRUN --mount=from=$X,target=/x b\n',
      `error: 'from' doesn't support variable expansion, define alias stage instead @--mount=from=$X,target=/x`,
    ],
    ['FROM a\nONBUILD\n', 'error: ONBUILD requires at least one argument @ONBUILD'],
    ['FROM a\nONBUILD ONBUILD RUN b\n', "error: Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed @ONBUILD"],
    ['FROM a\nONBUILD FROM b\n', "error: FROM isn't allowed as an ONBUILD trigger @FROM"],
    [
      'FROM a\nONBUILD COPY b\n',
      'warning: COPY requires at least two arguments, but only one was provided. Destination could not be determined @b',
    ],
    ['FROM a\nRUN b \\\n\n  c\n', 'warning: Empty continuation line @\n'],
    ['FROM a\nFOO b\n', 'error: unknown instruction: FOO @FOO'],
  ])('%j', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('once for each instruction', () => {
    expect(problemsOf('FROM a b\nCOPY c\nFOO\nUSER\n').map((problem) => problem.replace(/.*@/s, ''))).toEqual([
      'a b',
      'c',
      'FOO',
      'USER',
    ]);
  });

  it('and a good file has none', () => {
    expect(
      problemsOf(
        'ARG V=3\nFROM --platform=$BUILDPLATFORM a:$V AS b\nONBUILD RUN --mount=type=cache,target=/x y\nHEALTHCHECK --interval=1m30s CMD c\nCOPY --from=b --exclude=*.md --exclude=x --link d /e/\nRUN --mount=type=$T,target=/x f\nFROM b\n',
      ),
    ).toEqual([]);
  });
});

describe('the remedy', () => {
  it.each([
    ['FORM a\n', ['FROM a\n']],
    ['from a\nrunn b\n', ['from a\nrun b\n']],
    ['from a\nrun b\nrunn c\n', ['from a\nrun b\nrun c\n']],
    ['FROM a\nCOPY --chwon=x b c\n', ['FROM a\nCOPY --chown=x b c\n']],
    ['FROM a\nHEALTHCHECK curl x\n', ['FROM a\nHEALTHCHECK CMD curl x\n']],
    ['FROM a\nRUN b \\\n \n  c\n', ['FROM a\nRUN b \\\n  c\n']],
    [
      'FROM a\nRUN apt-get update &&  \napt-get install b\n',
      ['FROM a\nRUN apt-get update && \\  \napt-get install b\n'],
    ],
    ['FROM a\nRUN b\n && c\n', ['FROM a\nRUN b \\\n && c\n']],
    ['FROM a\nRUN b\r\ncd c\r\n', ['FROM a\nRUN b \\\r\ncd c\r\n']],
    ['FROM a\nRUN b\n\ncd c\n', []],
    ['FROM a\nCOPY b c\nrm d\n', []],
    ['FROM a\nRUN <<E\nE\nls\n', []],
  ])('of %j', (text, expected) => {
    expect(fixed(text)).toEqual(expected);
  });

  it('is the nearest name, when it is a slip and no other word', () => {
    const names = [...keywords.keys()];
    expect(
      ['RUNN', 'FORM', 'COPPY', 'ENTRYPONT', 'wrokdir', 'rm', 'apt', 'ls', 'banana', 'RUN'].map((word) =>
        nearest(word, names),
      ),
    ).toEqual(['RUN', 'FROM', 'COPY', 'ENTRYPOINT', 'WORKDIR', undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('BuildKit takes', () => {
  it.each([
    'FROM a AS Base\nFROM base\n',
    `FROM Registry.example.com:5000/a/b:1@sha256:${'a'.repeat(64)}\n`,
    'ARG A\nFROM ${A:-b}\n',
    'FROM a\nWORKDIR "/a b"\n',
    "FROM a\nWORKDIR /a 'b c'\n",
    'FROM a\nENV A=${B:?none} C=${D:+e} F=${G#h}\n',
    'FROM a\nENV A it is "quoted"\n',
    `FROM a\nENV A=it\\'s\n`,
    "FROM a\nRUN echo it's\nCMD echo it's\nMAINTAINER it's\n",
    `FROM a\nCOPY ["a b", "/x"]\n`,
    'FROM a\nCOPY <<"E" /x\n${\nE\n',
    'FROM a\nEXPOSE 80/TCP +53/udp 1000-1010 $PORT ${PORT}/udp "8000" 1:2 80/\n',
    'FROM a\nSTOPSIGNAL sigterm\nSTOPSIGNAL 15\nSTOPSIGNAL RTMIN+3\nSTOPSIGNAL $S\nSTOPSIGNAL 999\n',
    '# escape=`\nFROM a\nWORKDIR c:\\app\nENV A=c:\\\n',
    'FROM a\nRUN --mount=type=secret,id=a,env=A,required --mount=type=ssh x\n',
    'FROM a\nRUN --mount=type=cache,id=a,dst=/a,sharing=locked,mode=0755,uid=1,gid=1,ro x\n',
    'FROM a\nRUN --mount=type=tmpfs,destination=/a,size=1m --mount=source=.,target=$A,rw,from=b x\n',
    'FROM a\nRUN --mount=type=$T x\n',
  ])('%j', (text) => {
    expect(problemsOf(text).filter((problem) => problem.startsWith('error'))).toEqual([]);
  });
});
