import { describe, expect, it } from 'vitest';
import { problemsOf } from '../support/grammar-problems.ts';

const run = (mount: string, above = ''): string => `FROM a\n${above}RUN --mount=${mount} true\n`;

describe('BuildKit refuses the mount', () => {
  it.each([
    ['', 'failed to parse csv mounts: EOF'],
    ['type=', 'unsupported mount type ""'],
    ['type=npipe,target=/x', 'unsupported mount type "npipe"'],
    ['type=cache,,target=/x', "invalid field '' must be a key=value pair"],
    ['type=cache,target=/x,', "invalid field '' must be a key=value pair"],
    ['type=cache,target=/x,foo$X', "invalid field 'foo$X' must be a key=value pair"],
    ['type=cache,target=/x,=y', "unexpected key '' in '=y'"],
    ['type=bind,target=/x,required', "unexpected key 'required' for mount type 'bind'"],
    ['type=cache,target=/x,required=false', "unexpected key 'required' for mount type 'cache'"],
    ['required,type=secret,id=a', "unexpected key 'required' for mount type 'bind'"],
    ['type=secret,id=a,size=1m', "unexpected key 'size' for mount type 'secret'"],
    ['type=cache,target=/x,size=$X', "unexpected key 'size' for mount type 'cache'"],
    ['type=cache,target=/x,sharing=foo', 'unsupported sharing value "foo"'],
    ['type=cache,target=/x,sharing=', 'unsupported sharing value ""'],
    ['type=bind,target=/x,sharing=locked', 'invalid cache sharing set for bind mount'],
    ['type=tmpfs,target=/x,sharing=shared', 'invalid cache sharing set for tmpfs mount'],
    ['type=ssh,sharing=private', 'invalid cache sharing set for ssh mount'],
    ['type=secret,id=a,sharing=locked', 'secret mount should not define sharing'],
    ['type=bind,target=/x,mode=0755', 'mode not allowed for "bind" type mounts'],
    ['type=tmpfs,target=/x,uid=1', 'uid not allowed for "tmpfs" type mounts'],
    ['target=/x,gid=${G:-1}', 'gid not allowed for "bind" type mounts'],
    ['type=cache,target=/x,mode=999', 'invalid value 999 for mode'],
    ['type=cache,target=/x,mode=0o755', 'invalid value 0o755 for mode'],
    ['type=cache,target=/x,mode=777777777777', 'invalid value 777777777777 for mode'],
    ['type=ssh,mode=', 'invalid value  for mode'],
    ['type=cache,target=/x,uid=root', 'invalid value root for uid'],
    ['type=cache,target=/x,uid=-1', 'invalid value -1 for uid'],
    ['type=cache,target=/x,gid=4294967296', 'invalid value 4294967296 for gid'],
    ['type=cache,target=/x,ro=maybe', 'invalid value for ro: maybe'],
    ['type=cache,target=/x,readwrite=', 'invalid value for readwrite: '],
    ['type=secret,id=a,required=yes', 'invalid value for required: yes'],
    ['type=tmpfs,target=/x,size=foo', 'invalid value for size: foo'],
    ['type=tmpfs,target=/x,size=-1', 'invalid value for size: -1'],
    ['type=tmpfs,target=/x,size=1mm', 'invalid value for size: 1mm'],
    ['type=tmpfs,target=/x,size=50%', 'invalid value for size: 50%'],
    ['type=secret', 'invalid secret mount. one of source, target required'],
    ['type=secret,id=a,from=x', 'secret mount should not have a from'],
    ['type=secret,env=A', 'invalid secret mount. one of source, target required'],
    ['type=secret,id=a,src=b', "both source and id can't be set"],
    ['type=secret,id=a,target=/', 'invalid mount type SECRET for /'],
    ['type=ssh,source=a', 'ssh does not support source'],
    ['type=cache,target=/x,id=${', `failed to process "\${": syntax error: missing '}'`],
    [
      `type=cache,target=/x,id=it\\'s`,
      `failed to process "it's": unexpected end of statement while looking for matching single-quote`,
    ],
    ['type=cache,target=/', 'invalid mount target "/"'],
    ['target=.', 'invalid mount target "/"'],
    [
      'type=bind,from=Python,target=/x',
      'failed to parse stage name "Python": invalid reference format: repository name (library/Python) must be lowercase',
    ],
    ['type=ssh,from=a::b', 'failed to parse stage name "a::b": invalid reference format'],
  ])('%s', (mount, message) => {
    const text = run(mount);
    expect(problemsOf(text)).toEqual([`error: ${message} @--mount=${mount}`]);
  });

  it('that asks for its own stage, under any spelling', () => {
    expect(problemsOf('FROM a AS self\nRUN --mount=from=Self,target=/x true\n')).toEqual([
      'error: circular dependency detected on stage: self @--mount=from=Self,target=/x',
    ]);
  });

  it('without a place, where the working directory is the root', () => {
    const problem = ['error: invalid mount target "/" @--mount=type=cache'];
    expect(problemsOf(run('type=cache'))).toEqual(problem);
    expect(problemsOf(run('type=cache', 'WORKDIR /app\nWORKDIR /\n'))).toEqual(problem);
    expect(problemsOf('FROM a\nWORKDIR /app\nFROM b\nRUN --mount=type=cache true\n')).toEqual(problem);
  });
});

describe('BuildKit takes the mount', () => {
  it.each([
    'type=cache,target=/x,sharing=LOCKED,mode=77777777,uid=01,gid=4294967295,id=,ro=T',
    'sharing=locked,mode=0700,type=cache,target=/x',
    'TYPE=CACHE,Target=/x,READONLY',
    'type=cache,target=/x,from=scratch,source=/y,env=A',
    'type=cache,target=x,rw=false,rw',
    'type=tmpfs,target=/x,size=.5m',
    'type=tmpfs,target=/x,size=1.5GiB',
    'type=tmpfs,target=/x,size=64MB',
    'type=tmpfs,target=/x,size=1kb',
    'type=tmpfs,target=/x,size=1b',
    'type=tmpfs,target=/x,size=1.',
    'type=tmpfs,target=/x,size=+1e3',
    'type=secret,target=/x,id=',
    'type=secret,src=a,env=A,mode=0400,uid=1',
    'type=secret,id=a,required=1,rw',
    'type=ssh,id=,mode=0600,required',
    'type=$T,size=$S,sharing=$U,required',
    'type=cache,target=$X,sharing=$S,mode=$M,uid=$U,ro=$R',
    'type=secret,id=$A,src=$B',
    'type=bind,target=/x,from=',
  ])('%s', (mount) => {
    expect(problemsOf(run(mount))).toEqual([]);
  });

  it('without a place below a WORKDIR, also one of the stage it is built from', () => {
    expect(problemsOf(run('type=cache', 'WORKDIR /app\n'))).toEqual([]);
    expect(problemsOf(run('type=cache,target=.', 'WORKDIR app\n'))).toEqual([]);
    expect(problemsOf('FROM a AS b\nWORKDIR /app\nFROM b\nRUN --mount=type=cache true\n')).toEqual([]);
  });

  it('from another stage, in capitals too', () => {
    expect(problemsOf('FROM a AS b\nFROM c\nRUN --mount=from=B,target=/x true\n')).toEqual([]);
  });
});
