import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import type { TrialReport } from '../../src/report.ts';
import { settleFindings } from '../../src/trial/settle.ts';
import { factsOf } from '../support/rule-findings.ts';
import { tryFolder } from '../support/trial.ts';

const home = mkdtempSync(path.join(tmpdir(), 'settled-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const application = [
  'async def app(scope, receive, send):',
  '    if scope["type"] != "http": return',
  '    await send({"type": "http.response.start", "status": 200, "headers": []})',
  '    await send({"type": "http.response.body", "body": b"ships"})',
  '',
].join('\n');

function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(path.join(home, 'app-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

const found = ({ findings }: TrialReport, check: string): Finding | undefined =>
  findings.find((finding) => finding.check === check);

describe.concurrent('what lint suspects is confirmed and priced by the run', () => {
  const careless = [
    'FROM python:3.11-slim',
    'WORKDIR /app',
    'COPY . .',
    // From an index of this machine pip keeps nothing, so what it keeps of others is laid there by hand.
    'RUN pip install -r requirements.txt && mkdir -p ~/.cache/pip && head -c 200000 /dev/zero > ~/.cache/pip/kept',
    'EXPOSE 8000',
    'CMD uvicorn app:app --host 0.0.0.0',
    '',
  ].join('\n');

  it(
    'each with what it costs in this image; a step that came from the cache has no price',
    { timeout: 180_000 },
    async () => {
      const leaked = randomBytes(400_000);
      const folder = folderOf({
        Dockerfile: careless,
        'app.py': application,
        'requirements.txt': 'uvicorn==0.54.0\n',
        '.env': 'A_SECRET=of-the-repository\n',
        '.git/HEAD': 'ref: refs/heads/main\n',
        '.git/objects/pack/pack-1.pack': leaked,
      });
      const first = await tryFolder(folder, '--stop-timeout', '2s', '--prove-fixes', 'never');
      expect(first.verdict).toBe('passed');
      const priced = (check: string) => {
        const { status, cost } = found(first, check) ?? {};
        return { check, status, unit: Object.keys(cost ?? {})[0] };
      };
      expect(['root-user', 'pip-cache-kept', 'source-before-dependencies', 'context-leaks'].map(priced)).toEqual([
        { check: 'root-user', status: 'confirmed', unit: undefined },
        { check: 'pip-cache-kept', status: 'confirmed', unit: 'bytes' },
        { check: 'source-before-dependencies', status: 'confirmed', unit: 'ms' },
        { check: 'context-leaks', status: 'confirmed', unit: 'bytes' },
      ]);
      expect(priced('shell-form-start')).toEqual({ check: 'shell-form-start', status: 'confirmed', unit: 'ms' });
      expect(found(first, 'shell-form-start')?.cost?.ms).toBeGreaterThan(1_900);
      expect(found(first, 'context-leaks')?.cost?.bytes).toBeGreaterThan(leaked.length);
      expect(found(first, 'pip-cache-kept')?.cost?.bytes).toBe(200_000);
      const pip = first.observation.build?.steps.find(({ name }) => name.includes('RUN pip install'));
      expect(found(first, 'source-before-dependencies')?.cost?.ms).toBe(pip?.ms);

      expect(first.observation.build?.contextBytes).toBeGreaterThan(leaked.length);

      const again = await tryFolder(folder, '--stop-timeout', '0', '--prove-fixes', 'never');
      const { status, cost } = found(again, 'source-before-dependencies') ?? {};
      expect({ status, cost }).toEqual({ status: 'suspected', cost: undefined });
    },
  );

  it('the context that was sent, where nothing keeps it small', { timeout: 120_000 }, async () => {
    const kept = randomBytes(300_000);
    const folder = folderOf({
      Dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nCMD ["python", "-m", "http.server", "8000"]\n',
      'data.bin': kept,
    });
    const report = await tryFolder(folder, '--stop-timeout', '0', '--prove-fixes', 'never');
    const { status, cost } = found(report, 'missing-dockerignore') ?? {};
    expect(status).toBe('confirmed');
    expect(cost?.bytes).toBeGreaterThan(kept.length);
  });
});

describe.concurrent('a request that is on its way when the server is stopped', () => {
  const apps = path.join(import.meta.dirname, '../fixtures/apps');

  it.each([
    ['healthy-slow-answers', [], 'answered'],
    ['request-cut-off', ['--probe', 'GET /report 200'], 'closed'],
    ['request-cut-off', [], undefined],
  ] as const)('%s %j: %s', { timeout: 120_000 }, async (app, words, outcome) => {
    const { observation, verdict } = await tryFolder(path.join(apps, app), ...words, '--prove-fixes', 'never');
    const { inFlight } = observation.container?.stop ?? {};
    expect([verdict, inFlight?.outcome.kind]).toEqual(['passed', outcome]);
  });
});

const suspicion: Finding = {
  check: 'single-worker',
  aliases: [],
  severity: 'notice',
  title: 'uvicorn serves with one worker',
  why: '',
  advice: '',
  evidence: [],
  status: 'suspected',
  fingerprint: '',
};

describe.concurrent('the workers of a server are counted', () => {
  const apps = path.join(import.meta.dirname, '../fixtures/apps');

  it.each([
    ['uvicorn', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]', 'confirmed', 1],
    ['uvicorn in a shell', 'CMD uvicorn app:app --host 0.0.0.0', 'confirmed', 1],
    ['uvicorn with three', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--workers", "3"]', 'refuted', 3],
  ] as const)('%s', { timeout: 120_000 }, async (_, command, status, count) => {
    const folder = folderOf({});
    cpSync(path.join(apps, 'healthy-slow-start'), folder, { recursive: true });
    const start =
      'FROM python:3.11-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install --no-cache-dir -r requirements.txt\nCOPY . .\n';
    writeFileSync(path.join(folder, 'Dockerfile'), `${start}${command}\n`);
    writeFileSync(path.join(folder, 'app.py'), application);
    const { observation } = await tryFolder(folder, '--stop-timeout', '0', '--prove-fixes', 'never');
    // The rule is off unless it is configured; the run counts in any case.
    const [settled] = settleFindings([suspicion], observation, factsOf(`${start}${command}\n`, {}));
    expect([settled?.status, settled?.evidence.at(-1)]).toEqual([
      status,
      { kind: 'measurement', what: 'workers of the server', value: count, unit: 'count' },
    ]);
  });
});
