import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, type ProcessResult } from '../../src/process.ts';
import { reportSchema } from '../../src/render/report-schema.ts';

const root = path.resolve(import.meta.dirname, '../..');
const home = mkdtempSync(path.join(tmpdir(), 'sea-trial-terminal-'));
const bundle = path.join(home, 'bundle');
const application = path.join(home, 'application');
const reportFile = path.join(home, 'report.json');
const programs = { deadlineMs: 120_000, environment: process.env };

beforeAll(() => {
  cpSync(path.join(root, 'dist'), bundle, { recursive: true }); // alone, node_modules out of reach
  cpSync(path.join(root, 'examples/uvicorn'), application, { recursive: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

async function seaTrial(
  words: readonly string[],
  more: Partial<typeof programs> & { cwd?: string } = {},
): Promise<ProcessResult> {
  return run([process.execPath, path.join(bundle, 'cli.js'), ...words, '--report-file', reportFile], {
    ...programs,
    ...more,
    cwd: home,
  });
}

function reported() {
  const { trials } = v.parse(reportSchema, JSON.parse(readFileSync(reportFile, 'utf8')));
  const [trial] = trials;
  if (trial === undefined) throw new Error('the report holds no trial');
  return trial;
}

/** Everything of ours on the engine and in the temporary folder. */
async function traces(): Promise<readonly string[]> {
  const lists = await Promise.all([
    run(['docker', 'ps', '--all', '--quiet', '--no-trunc', '--filter', 'label=sea-trial.run'], programs),
    run(['docker', 'image', 'ls', '--quiet', '--no-trunc', '--filter', 'reference=sea-trial/application'], programs),
    run(['docker', 'volume', 'ls', '--quiet'], programs),
  ]);
  const temporary = readdirSync(tmpdir()).filter((name) => name.startsWith('sea-trial-') && !home.endsWith(name));
  return [...lists.flatMap(({ stdout }) => stdout.split('\n')), ...temporary].filter((line) => line !== '').toSorted();
}

/** The example with one of its files changed. */
function twin(file: string, change: (text: string) => string): string {
  const folder = mkdtempSync(path.join(home, 'twin-'));
  cpSync(application, folder, { recursive: true });
  const changed = path.join(folder, file);
  const before = readFileSync(changed, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`the twin does not differ in ${file}`);
  writeFileSync(changed, after);
  return path.basename(folder);
}

describe('sea-trial, in a terminal', () => {
  it('tries the example: it passes, with exactly the advice that it deserves, and nothing is left behind', async () => {
    const before = await traces();
    const { exitCode, stdout, stderr } = await seaTrial(['application']);
    // Where shellcheck is absent, that is said once; nothing else is.
    const told = stderr.replace(/^.*shellcheck is not on PATH.*\n/, '');
    expect({ exitCode, told }).toEqual({ exitCode: 0, told: '' });
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /Sea Trial passed: the image builds, starts and answers on port 8000$/,
    );
    const { findings, verdict, cause, stages, probes, stopped } = reported();
    expect({ verdict, cause, stages: stages.map(({ stage, status }) => `${stage} ${status}`) }).toEqual({
      verdict: 'passed',
      cause: null,
      stages: ['lint passed', 'build passed', 'start passed', 'smoke passed', 'stop passed'],
    });
    expect(
      findings.map(({ check, severity, status, path: file, line }) => [check, severity, status, file, line]),
    ).toEqual([
      ['apt-lists-left', 'notice', 'confirmed', 'application/Dockerfile', 3],
      ['apt-recommends', 'notice', 'suspected', 'application/Dockerfile', 3],
      ['root-user', 'warning', 'confirmed', 'application/Dockerfile', 8],
    ]);
    expect(findings[0]?.cost?.bytes).toBeGreaterThan(1_000_000);
    expect(probes?.map(({ request, status, passed }) => [request, status, passed])).toEqual(
      ['GET /', 'GET /openapi.json', 'GET /', 'GET /health', 'GET /ships'].map((request) => [request, 200, true]),
    );
    expect(stopped).toMatchObject({ exitCode: 0 });
    expect(await traces()).toEqual(before);
  });

  it.each([
    [
      'listens on loopback',
      'Dockerfile',
      (text: string) => text.replace('0.0.0.0', '127.0.0.1'),
      'loopback-host',
      'Dockerfile',
      8,
    ],
    [
      'imports what nothing installs',
      'app.py',
      (text: string) => `import httpx\n${text}`,
      'missing-requirement',
      'app.py',
      1,
    ],
    [
      'listens on 9000 while EXPOSE says 8000',
      'Dockerfile',
      (text: string) => text.replace('"8000", "--workers"', '"9000", "--workers"'),
      'port-mismatch',
      'Dockerfile',
      8,
    ],
    [
      'has a CMD that ends',
      'Dockerfile',
      (text: string) => text.replace(/CMD .*/, 'CMD ["python", "app.py"]'),
      'nothing-started',
      'Dockerfile',
      8,
    ],
    [
      'asks for a version that does not exist',
      'requirements.txt',
      (text: string) => text.replace(/fastapi==\S+/, 'fastapi==0.999.0'),
      'requirement-version-not-found',
      'requirements.txt',
      1,
    ],
  ])('ends 1 with the cause and the place where the example %s', async (_, file, change, cause, place, line) => {
    const folder = twin(file, change);
    const { exitCode } = await seaTrial([folder]);
    const report = reported();
    const finding = report.findings.find(({ check }) => check === cause);
    expect({
      exitCode,
      verdict: report.verdict,
      cause: report.cause,
      status: finding?.status,
      place: finding?.path,
      line: finding?.line,
    }).toEqual({
      exitCode: 1,
      verdict: 'failed',
      cause,
      status: 'confirmed',
      place: `${folder}/${place}`,
      line,
    });
    const started = report.stages.find(({ stage }) => stage === 'start');
    // A worker's crash must be seen twice; with four of them that is a second or two of computing.
    expect(started?.ms ?? 0).toBeLessThan(8000);
  });

  it('takes a free port and says so where 8000 is taken, and could not run where 8000 was asked for', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => void other.listen(8000, '127.0.0.1', resolve));
    try {
      const moved = await seaTrial(['application']);
      expect(moved.exitCode).toBe(0);
      expect(moved.stdout.replaceAll(/\s+/g, ' ')).toMatch(
        /Port 8000 is taken on this machine, so the container was published on port \d+\./,
      );
      const refused = await seaTrial(['application', '--publish', '8000:8000']);
      expect({ exitCode: refused.exitCode, verdict: reported().verdict, cause: reported().cause }).toEqual({
        exitCode: 2,
        verdict: 'errored',
        cause: 'host-port-taken',
      });
    } finally {
      other.close();
    }
  });

  it.each([
    ['there is no engine', ['application'], { DOCKER_HOST: `unix://${home}/no.sock` }, /Could not run|could not run/],
    ['the folder does not exist', ['nowhere'], {}, /^sea-trial: the context "nowhere" is not a folder\. .+\n$/],
    ['the port is none', ['application', '--publish', '8000:http'], {}, /^sea-trial: --publish: .*"8000:http".*\n$/],
    ['the flag does not exist', ['application', '--probs', 'GET /'], {}, /^sea-trial: --probs: .*--probe.*\n$/],
  ])('says in one sentence that %s, exit code 2', async (_, words, environment, expected) => {
    const { exitCode, stdout, stderr } = await seaTrial(words, { environment: { ...process.env, ...environment } });
    expect(exitCode).toBe(2);
    expect(`${stderr}${stdout}`).toMatch(expected);
    expect(`${stderr}${stdout}`).not.toMatch(/\n\s+at /);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing behind when %s ends it while the container starts',
    async (signal) => {
      const before = await traces();
      const folder = twin('app.py', (text) => `import time\ntime.sleep(60)\n${text}`);
      const { exitCode } = await interruptOnce(
        ['sh', '-c', `docker ps | grep sea-trial-${folder.toLowerCase()}`],
        folder,
        signal,
      );
      expect(exitCode).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(await traces()).toEqual(before);
    },
  );
});

it('ends the build too, and leaves nothing of it, when SIGINT comes while it builds', async () => {
  const before = await traces();
  const seconds = `61.${process.pid}`; // tells this sleep from all others of the machine
  const folder = twin('Dockerfile', (text) => text.replace('EXPOSE', `RUN sleep ${seconds}\nEXPOSE`));
  const sleeping = ['pgrep', '--full', `^sleep ${seconds}`];
  const { exitCode } = await interruptOnce(sleeping, folder, 'SIGINT');
  expect(exitCode).toBe(130);
  expect(await traces()).toEqual(before);
  await until(['sh', '-c', `! ${sleeping.map((word) => `'${word}'`).join(' ')}`]);
});

/** Starts a trial and sends the signal as soon as the program succeeds. */
async function interruptOnce(argv: readonly string[], folder: string, signal: NodeJS.Signals): Promise<ProcessResult> {
  const running = run(['sh', '-c', `echo $$ >pid; exec "${process.execPath}" "${bundle}/cli.js" ${folder}`], {
    ...programs,
    cwd: home,
  });
  await until(argv);
  process.kill(Number(readFileSync(path.join(home, 'pid'), 'utf8')), signal);
  return running;
}

/** Asks again and again; each asking takes its time, so nothing sleeps here. */
async function until(argv: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 2000; tries += 1) {
    if ((await run(argv, programs)).exitCode === 0) return;
  }
  throw new Error(`never came true: ${argv.join(' ')}`);
}
