import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, ChangedEntry } from '../../src/git/change.ts';
import { affectedTrials, type TrialToJudge } from '../../src/plan/affected.ts';
import { planIn } from '../support/builder/affected-case.ts';

let top = '';

beforeEach(() => {
  top = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-affected-')));
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(top, name)), { recursive: true });
    writeFileSync(path.join(top, name), text);
  }
}

/** Of files that changed; one that ends with a slash is a submodule. */
function changeOf(paths: readonly string[], links: Readonly<Record<string, string>> = {}): Change {
  const entries = paths.map((each): ChangedEntry => {
    const isSubtree = each.endsWith('/');
    return { path: each.replace(/\/$/, ''), kind: isSubtree ? 'subtree' : 'file' };
  });
  return { base: '0'.repeat(40), top, fileCount: paths.length, entries, links: new Map(Object.entries(links)) };
}

function judged(trials: readonly TrialToJudge[], change: Change): readonly string[] {
  const place = { workingDirectory: top, realWorkingDirectory: top };
  return affectedTrials(trials, change, place).map(
    ({ isAffected, because }) => `${isAffected ? 'yes' : 'no'}: ${because}`,
  );
}

/** A trial of `services/api` as typed, and what is said of it after such a change. */
function answer(
  dockerfile: string,
  changed: readonly string[],
  more: {
    readonly words?: readonly string[];
    readonly files?: Readonly<Record<string, string>>;
    readonly links?: Readonly<Record<string, string>>;
  } = {},
): string | undefined {
  write({ 'services/api/Dockerfile': dockerfile, ...more.files });
  const plan = planIn(top, ...(more.words ?? ['services/api']));
  return judged([{ plan }], changeOf(changed, more.links))[0];
}

const whole = ['.', '--file', 'services/api/Dockerfile'];
const copyAll = 'FROM python:3.11-slim\nCOPY . /app\n';
const untouched = 'no: the one changed file does not reach it';

describe('the build context', () => {
  it('takes what COPY names, and leaves what lies elsewhere', () => {
    const dockerfile = 'FROM python:3.11-slim\nCOPY services/api libs/common/ /app/\n';
    expect(answer(dockerfile, ['services/api/app.py'], { words: whole })).toBe(
      'yes: COPY services/api takes services/api/app.py',
    );
    expect(answer(dockerfile, ['libs/common/x/y.py'], { words: whole })).toBe(
      'yes: COPY libs/common/ takes libs/common/x/y.py',
    );
    expect(answer(dockerfile, ['services/web/app.py', 'libs/common-x/y.py', 'README.md'], { words: whole })).toBe(
      'no: none of the 3 changed files reaches it',
    );
    expect(answer(dockerfile, [], { words: whole })).toBe('no: nothing changed');
  });

  it('is the folder that was named, so that what lies outside of it does not count', () => {
    expect(answer(copyAll, ['services/api/app.py'])).toBe('yes: COPY . takes services/api/app.py');
    expect(answer(copyAll, ['services/web/app.py'])).toBe(untouched);
    expect(answer(copyAll, ['services/api-two/app.py'])).toBe(untouched);
  });

  it('heeds patterns as COPY has them', () => {
    const dockerfile = 'FROM scratch\nCOPY *.py conf/*.d /app/\n';
    expect(answer(dockerfile, ['services/api/app.py'])).toBe('yes: COPY *.py takes services/api/app.py');
    expect(answer(dockerfile, ['services/api/sub/app.py'])).toBe(untouched);
    expect(answer(dockerfile, ['services/api/conf/a.d/deep/x'])).toBe(
      'yes: COPY conf/*.d takes services/api/conf/a.d/deep/x',
    );
    expect(answer(dockerfile, ['services/api/APP.PY'])).toBe(untouched);
  });

  it('is heeded case by case and with all characters that a name may have', () => {
    const name = 'services/api/src/é "\n|\t.py';
    expect(answer('FROM scratch\nCOPY src /app/\n', [name])).toBe(`yes: COPY src takes ${name}`);
    expect(answer('FROM scratch\nCOPY src /app/\n', ['services/api/Src/a.py'])).toBe(untouched);
  });

  it('is taken whole where a variable has no sure value', () => {
    const changed = ['services/api/other/x.py'];
    expect(answer('FROM scratch\nARG DIR=src\nCOPY $DIR /app\n', changed)).toBe(untouched);
    expect(
      answer('FROM scratch\nARG DIR=src\nCOPY $DIR /app\n', changed, {
        words: ['services/api', '--build-arg', 'DIR=other'],
      }),
    ).toBe('yes: COPY $DIR takes services/api/other/x.py');
    expect(answer('FROM python\nCOPY ${DIR:-src} /app\n', changed)).toBe(
      'yes: COPY ${DIR:-src} may take services/api/other/x.py',
    );
    expect(answer('FROM python\nARG TARGETARCH=amd64\nCOPY $TARGETARCH /app\n', changed)).toBe(
      'yes: COPY $TARGETARCH may take services/api/other/x.py',
    );
  });

  it('leaves what --exclude names in a folder', () => {
    const dockerfile = 'FROM scratch\nCOPY --exclude=**/*.md --exclude=tests src /app\n';
    expect(answer(dockerfile, ['services/api/src/a/notes.md'])).toBe(untouched);
    expect(answer(dockerfile, ['services/api/src/tests/a.py'])).toBe(untouched);
    expect(answer(dockerfile, ['services/api/src/a/tests/a.py'])).toBe(
      'yes: COPY src takes services/api/src/a/tests/a.py',
    );
  });

  it('gives mounts what they name, or all of it', () => {
    const mount = (fields: string): string => `FROM python\nRUN --mount=${fields} pip install x\n`;
    expect(answer(mount('type=bind,source=requirements.txt,target=/r'), ['services/api/requirements.txt'])).toBe(
      'yes: RUN --mount=type=bind,source=requirements.txt,target=/r takes services/api/requirements.txt',
    );
    expect(answer(mount('type=bind,source=requirements.txt,target=/r'), ['services/api/app.py'])).toBe(untouched);
    expect(answer(mount('target=/r'), ['services/api/app.py'])).toBe(
      'yes: RUN --mount=target=/r takes services/api/app.py',
    );
    expect(answer(`${mount('type=cache,target=/r')}COPY x /x\n`, ['services/api/app.py'])).toBe(untouched);
  });

  it('gives heredocs and addresses nothing', () => {
    const dockerfile = 'FROM scratch\nCOPY <<END /a\n.\nEND\nADD https://example.org/a.tgz /a/\nADD base.tar /\n';
    expect(answer(dockerfile, ['services/api/app.py'])).toBe(untouched);
    expect(answer(dockerfile, ['services/api/base.tar'])).toBe('yes: ADD base.tar takes services/api/base.tar');
  });

  it('may be taken by ONBUILD of a base that alone says so', () => {
    expect(answer('FROM company/app\nEXPOSE 8000\n', ['services/api/app.py'])).toBe(
      'yes: ONBUILD of company/app may take services/api/app.py',
    );
    expect(answer('FROM python:3-onbuild\nCOPY a /a\n', ['services/api/app.py'])).toBe(
      'yes: ONBUILD of python:3-onbuild may take services/api/app.py',
    );
  });

  it('is counted whole where the Dockerfile cannot be read, or another frontend reads it', () => {
    expect(answer('FROM scratch\nCOPY <<END /a\n', ['services/api/app.py'])).toBe(
      'yes: a Dockerfile that cannot be read to its end may take services/api/app.py',
    );
    expect(answer('# syntax=company/frontend\nFROM scratch\nCOPY a /a\n', ['services/api/app.py'])).toBe(
      'yes: the syntax company/frontend may take services/api/app.py',
    );
    expect(answer('# syntax=docker/dockerfile:1\nFROM scratch\nCOPY a /a\n', ['services/api/app.py'])).toBe(untouched);
  });
});

describe('stages', () => {
  const dockerfile = [
    'FROM python AS tests',
    'COPY tests /tests',
    'FROM python AS deps',
    'COPY requirements.txt /',
    'FROM python',
    'COPY --from=deps / /',
    'COPY src /src',
    '',
  ].join('\n');

  it('that the target does not need are left out', () => {
    expect(answer(dockerfile, ['services/api/tests/a.py'])).toBe(untouched);
    expect(answer(dockerfile, ['services/api/requirements.txt'])).toBe(
      'yes: COPY requirements.txt takes services/api/requirements.txt',
    );
    expect(answer(dockerfile, ['services/api/tests/a.py'], { words: ['services/api', '--target', 'tests'] })).toBe(
      'yes: COPY tests takes services/api/tests/a.py',
    );
  });

  it('count all where only the build knows which is needed', () => {
    const open = dockerfile.replace('FROM python\n', 'FROM $BASE\n');
    expect(answer(open, ['services/api/tests/a.py'])).toBe('yes: COPY tests takes services/api/tests/a.py');
    const twice = dockerfile.replace('AS deps', 'AS tests').replace('--from=deps', '--from=tests');
    expect(answer(twice, ['services/api/tests/a.py'])).toBe('yes: COPY tests takes services/api/tests/a.py');
  });

  it('pass on what they register with ONBUILD', () => {
    expect(
      answer('FROM python AS low\nONBUILD COPY conf /conf\nFROM low\nCOPY src /src\n', ['services/api/conf/a']),
    ).toBe('yes: COPY conf takes services/api/conf/a');
  });
});

describe('what decides what is sent', () => {
  it('counts itself, in the order in which docker looks for it', () => {
    for (const name of ['Dockerfile', 'Dockerfile.dockerignore', '.dockerignore'])
      expect(answer('FROM scratch\nCOPY src /app\n', [`services/api/${name}`])).toBe(
        `yes: services/api/${name} changed`,
      );
    expect(answer('FROM scratch\nCOPY src /app\n', ['services/api/.dockerignore'], { words: whole })).toBe(untouched);
    expect(answer('FROM scratch\nCOPY src /app\n', ['.dockerignore'], { words: whole })).toBe(
      'yes: .dockerignore changed',
    );
  });

  it('leaves out what is ignored, but for what is let in again', () => {
    const files = { 'services/api/.dockerignore': '*\n!src\nsrc/**/*.md\n' };
    expect(answer(copyAll, ['services/api/app.py'], { files })).toBe(untouched);
    expect(answer(copyAll, ['services/api/src/a.md'], { files })).toBe(untouched);
    expect(answer(copyAll, ['services/api/src/a/b.py'], { files })).toBe('yes: COPY . takes services/api/src/a/b.py');
  });

  it('sends a folder that came, though all that is in it is ignored', () => {
    write({ 'services/api/Dockerfile': copyAll, 'services/api/.dockerignore': '**/*.md\n' });
    const change = changeOf(['services/api/docs/a.md']);
    const entries = [...change.entries, { path: 'services/api/docs', kind: 'folder' } as const];
    expect(judged([{ plan: planIn(top, 'services/api') }], { ...change, entries })).toEqual([
      'yes: COPY . takes the folder services/api/docs',
    ]);
  });

  it('sends .git where nobody ignores it', () => {
    const changed = ['.git/', 'docs/a.md'];
    const files = { 'services/api/Dockerfile.dockerignore': 'docs\n' };
    expect(answer(copyAll, changed, { words: whole, files })).toBe(
      'yes: COPY . takes .git, which every commit changes',
    );
    expect(
      answer(copyAll, changed, { words: whole, files: { 'services/api/Dockerfile.dockerignore': 'docs\n.git\n' } }),
    ).toBe('no: none of the 2 changed files reaches it');
  });
});

describe('links and submodules', () => {
  it('are followed to what a source leads to', () => {
    const links = { 'services/api/common': 'vendor/common' };
    const dockerfile = 'FROM scratch\nCOPY common /app\n';
    expect(answer(dockerfile, ['services/api/vendor/common/a.py'], { links })).toBe(
      'yes: COPY common takes services/api/vendor/common/a.py',
    );
    expect(answer('FROM scratch\nCOPY com* /app\n', ['services/api/vendor/common/a.py'], { links })).toBe(
      'yes: COPY com* takes services/api/vendor/common/a.py',
    );
    expect(
      answer(dockerfile, ['vendor/common/a.py'], { links: { 'services/api/common': '../../vendor/common' } }),
    ).toBe(untouched);
  });

  it('count where the context or the Dockerfile itself is reached by them', () => {
    const links = { api: 'services/api', 'services/api/Dockerfile': '../../shared/Dockerfile' };
    expect(answer(copyAll, ['shared/Dockerfile'], { links })).toBe(
      'yes: shared/Dockerfile changed, on which services/api/Dockerfile depends',
    );
    expect(answer(copyAll, ['services/'], { links })).toBe(
      'yes: services changed, on which services/api/Dockerfile depends',
    );
  });

  it('count whole where a submodule is at another commit', () => {
    expect(answer('FROM scratch\nCOPY vendor/lib/src /app\n', ['services/api/vendor/lib/'])).toBe(
      'yes: COPY vendor/lib/src takes services/api/vendor/lib',
    );
    expect(answer('FROM scratch\nCOPY vendor/other /app\n', ['services/api/vendor/lib/'])).toBe(untouched);
  });
});

describe('named contexts', () => {
  const words = ['services/api', '--build-context', 'shared=libs/shared'];

  it('count for what is taken of them', () => {
    const dockerfile = 'FROM scratch\nCOPY --from=shared py /app\n';
    expect(answer(dockerfile, ['libs/shared/py/a.py'], { words })).toBe(
      'yes: COPY --from=shared py takes libs/shared/py/a.py',
    );
    expect(answer(dockerfile, ['libs/shared/js/a.js'], { words })).toBe(untouched);
    expect(answer('FROM scratch\nCOPY a /a\n', ['libs/shared/py/a.py'], { words })).toBe(untouched);
  });

  it('count whole as a base, and in place of a stage', () => {
    expect(answer('FROM shared\nCOPY a /a\n', ['libs/shared/js/a.js'], { words })).toBe(
      'yes: the build context shared takes libs/shared/js/a.js',
    );
    expect(
      answer('FROM scratch AS shared\nCOPY a /a\nFROM scratch\nCOPY --from=shared py /\n', ['libs/shared/js/a.js'], {
        words,
      }),
    ).toBe('yes: the build context shared takes libs/shared/js/a.js');
  });

  it('that are images, layouts or addresses count as what they are', () => {
    const of = (value: string, changed: string): string | undefined =>
      answer('FROM scratch\nCOPY --from=shared a /a\n', [changed], {
        words: ['services/api', '--build-context', `shared=${value}`],
      });
    expect(of('docker-image://alpine:3', 'alpine/a')).toBe(untouched);
    expect(of('https://example.org/a.git', 'a')).toBe(untouched);
    expect(of('oci-layout://layouts/base:1', 'layouts/base/index.json')).toBe(untouched);
    expect(of('oci-layout://layouts/base:1', 'layouts/base/a')).toBe('yes: COPY --from=shared a takes layouts/base/a');
    expect(of('/elsewhere', 'a')).toBe(
      'yes: the build context shared lies outside of the repository, where no change is seen',
    );
  });
});

describe('what is given beside the build', () => {
  const dockerfile = 'FROM scratch\nCOPY src /app\n';

  it('counts: env files, secrets, what run options mount', () => {
    const words = [
      'services/api',
      '--env-file',
      'conf/test.env',
      '--secret-file',
      'key=conf/key',
      '--run-options',
      '-v ./data:/data',
    ];
    expect(answer(dockerfile, ['conf/test.env'], { words })).toBe('yes: conf/test.env changed');
    expect(answer(dockerfile, ['conf/key'], { words })).toBe('yes: conf/key changed');
    expect(answer(dockerfile, ['data/deep/a.json'], { words })).toBe('yes: data/deep/a.json changed');
    expect(answer(dockerfile, ['conf/other.env'], { words })).toBe(untouched);
  });

  it('counts: the configuration above the Dockerfile, unless it was compared', () => {
    for (const name of ['.sea-trial.yml', 'services/.hadolint.yaml'])
      expect(answer(dockerfile, [name])).toBe(`yes: ${name} changed`);
    expect(answer(dockerfile, ['services/web/.sea-trial.yml'])).toBe(untouched);
    const plan = planIn(top, 'services/api');
    const change = changeOf(['.sea-trial.yml']);
    expect(judged([{ plan, settingsDiffer: false }], change)).toEqual([untouched]);
    expect(judged([{ plan, settingsDiffer: 'its env is otherwise' }], changeOf([]))).toEqual([
      'yes: its env is otherwise',
    ]);
    expect(judged([{ plan, files: ['.github/workflows'] }], changeOf(['.github/workflows/ci.yml']))).toEqual([
      'yes: .github/workflows/ci.yml changed',
    ]);
  });
});

describe('a trial by compose', () => {
  it('is touched by what lies beside its files, and by each path that its model names', () => {
    write({ 'services/api/Dockerfile': 'FROM scratch\nCOPY src /app\n' });
    const plan = planIn(top, 'services/api');
    const service = { build: { context: path.join(top, 'services/api') } };
    const database = {
      image: 'shop/database',
      volumes: [{ source: path.join(top, 'database/init'), target: '/init' }],
    };
    const model = { services: { api: service, database } };
    const project = { files: ['deploy/compose.yaml'], name: 'api', service, model, text: '' };
    const compose = { project, name: 'sea-trial-test', readyLimitMs: 1, deadlineMs: 1 };
    const composed = { ...plan, start: { ...plan.start, compose } };
    const said = (changed: string): readonly string[] => judged([{ plan: composed }], changeOf([changed]));
    expect(said('deploy/compose.yaml')).toEqual(['yes: deploy/compose.yaml changed']);
    expect(said('deploy/.env')).toEqual(['yes: deploy/compose.yaml may take deploy/.env']);
    expect(said('database/init/1.sql')).toEqual(['yes: deploy/compose.yaml may take database/init/1.sql']);
    expect(said('services/api/README.md')).toEqual(['yes: deploy/compose.yaml may take services/api/README.md']);
    expect(said('services/web/app.py')).toEqual([untouched]);
  });
});

describe('images of other trials', () => {
  it('pass their change on, from one to the next', () => {
    write({
      'base/Dockerfile': 'FROM scratch\nCOPY a /a\n',
      'middle/Dockerfile': 'FROM shop/base\nCOPY b /b\n',
      'api/Dockerfile': 'FROM shop/middle:2\nCOPY c /c\n',
      'other/Dockerfile': 'FROM shop/middle:1\nCOPY d /d\n',
    });
    const plans = [
      planIn(top, 'api'),
      planIn(top, 'base', '--tag', 'shop/base:latest'),
      planIn(top, 'middle', '--tag', 'shop/middle:2'),
      planIn(top, 'other'),
      planIn(top, 'other', '--image', 'docker.io/shop/base'),
    ];
    expect(
      judged(
        plans.map((plan) => ({ plan })),
        changeOf(['base/a']),
      ),
    ).toEqual([
      'yes: docker.io/shop/middle:2 is the image of the trial middle, which is affected',
      'yes: COPY a takes base/a',
      'yes: docker.io/shop/base:latest is the image of the trial base, which is affected',
      untouched,
      'yes: docker.io/shop/base:latest is the image of the trial base, which is affected',
    ]);
  });

  it('take of the contexts of others what they register', () => {
    write({
      'base/Dockerfile': 'FROM scratch\nONBUILD COPY . /app\n',
      'api/Dockerfile': 'FROM shop/base\nCOPY c /c\n',
    });
    const plans = [planIn(top, 'api'), planIn(top, 'base', '--tag', 'shop/base')];
    expect(
      judged(
        plans.map((plan) => ({ plan })),
        changeOf(['api/d']),
      ),
    ).toEqual(['yes: ONBUILD of docker.io/shop/base:latest may take api/d', untouched]);
  });
});

it('judges two thousand trials by ten thousand files in less than a second', () => {
  const services = Array.from({ length: 2000 }, (_, index) => `service-${index}`);
  write({ '.dockerignore': '**/*.md\n.git\n' });
  for (const [index, name] of services.entries()) {
    const dockerfile = `services/${name}/Dockerfile`;
    write({
      [dockerfile]: `FROM python\nCOPY ${index % 2 === 0 ? '.' : `services/${name}/src`} libs/${index % 50} /app/\n`,
    });
    // Each has its own, so that no answer serves for another.
    if (index % 4 === 0) write({ [`${dockerfile}.dockerignore`]: `services/*\n!services/${name}\n` });
    if (index % 4 === 2) write({ [`${dockerfile}.dockerignore`]: `*\n!services/${name}\n!libs\n` });
  }
  const trials = services.map((name) => ({ plan: planIn(top, '.', '--file', `services/${name}/Dockerfile`) }));
  const touched = Array.from({ length: 10_000 }, (_, index) => `services/service-${index % 1000}/src/${index}/a.py`);
  const change = changeOf(touched);
  // Of this process alone, for suites run side by side.
  const began = process.cpuUsage();
  const answers = judged(trials, change);
  const { user, system } = process.cpuUsage(began);
  expect(answers.filter((each) => each.startsWith('yes'))).toHaveLength(1000);
  expect((user + system) / 1000).toBeLessThan(1000);
}, 60_000);
