import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { afterAll, describe, expect, it } from 'vitest';
import { run } from '../../src/process.ts';
import { reportSchema } from '../../src/render/report-schema.ts';

const cli = path.resolve(import.meta.dirname, '../../dist/cli.js');
const home = mkdtempSync(path.join(tmpdir(), 'limits-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const readyMs = 5_000;
/** Starting Node, the build, two seconds for the stop, on a machine that does something else besides. */
const besidesMs = 45_000;
const mostBytes = 300_000_000;

interface Ended {
  readonly verdict: string;
  readonly cause: string | null;
  readonly checks: readonly string[];
  readonly stopMs: number | undefined;
  readonly omittedLines: number;
  readonly firstLine: string | undefined;
  /** The most that the process of the trial held. */
  readonly peakBytes: number;
  readonly ms: number;
  /** Containers, images and temporary folders of it that are there afterwards. */
  readonly left: readonly string[];
}

/** A whole trial in a process of its own, watched from outside. */
async function trialOf(name: string, source: string): Promise<Ended> {
  const context = path.join(home, name);
  const temporary = path.join(home, `tmp-${name}`);
  for (const folder of [context, temporary]) mkdirSync(folder);
  writeFileSync(
    path.join(context, 'Dockerfile'),
    'FROM python:3.11-slim\nWORKDIR /app\nCOPY app.py .\nCMD ["python", "-u", "app.py"]\n',
  );
  writeFileSync(path.join(context, 'app.py'), source);
  const report = path.join(home, `${name}.json`);
  const own = `limits-${process.pid}-${name}`;
  const words = ['trial', context, '--name', own, '--publish', '127.0.0.1:0:8000', '--report-file', report, '--quiet'];
  const began = performance.now();
  const child = spawn(process.execPath, [cli, ...words, '--ready-timeout', `${readyMs}ms`, '--stop-timeout', '2s'], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: 'ignore',
  });
  let peakBytes = 0;
  const watch = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(child.pid ?? 0))), 100);
  await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(watch);
  const ms = performance.now() - began;
  const [trial] = v.parse(reportSchema, JSON.parse(readFileSync(report, 'utf8'))).trials;
  if (trial === undefined) throw new Error('the report holds no trial');
  return {
    verdict: trial.verdict,
    cause: trial.cause,
    checks: trial.findings.map(({ check }) => check),
    stopMs: trial.stopped?.ms,
    omittedLines: trial.log?.omittedLines ?? 0,
    // A short log is all tail.
    firstLine: `${trial.log?.head ?? ''}${trial.log?.tail ?? ''}`.split('\n')[0],
    peakBytes,
    ms,
    left: [...(await engineHas(own)), ...readdirSync(temporary)],
  };
}

/** The kernel's own high-water mark. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0; // it has ended
  }
}

async function engineHas(name: string): Promise<readonly string[]> {
  const lists = await Promise.all(
    [
      ['ps', '--all', '--quiet', `--filter=name=sea-trial-${name}-`],
      ['image', 'ls', '--quiet', `--filter=reference=sea-trial/${name}`],
    ].map((words) => run(['docker', ...words], { deadlineMs: 30_000, environment: process.env })),
  );
  return lists.flatMap(({ stdout }) => stdout.split('\n')).filter((line) => line !== '');
}

const unharmed = (limitMs: number) => ({
  inTime: true,
  isSmall: true,
  left: [],
  limitMs,
});
const harmOf = ({ ms, peakBytes, left }: Ended, limitMs: number) => ({
  inTime: ms < limitMs || `${ms} ms`,
  isSmall: (peakBytes > 0 && peakBytes < mostBytes) || `${peakBytes} bytes`,
  left,
  limitMs,
});

const serves = [
  'import http.server, signal',
  'signal.signal(signal.SIGTERM, lambda *_: exit(0))',
  'def serve():',
  '    http.server.ThreadingHTTPServer(("0.0.0.0", 8000), http.server.SimpleHTTPRequestHandler).serve_forever()',
  '',
].join('\n');

describe.concurrent('a container without measure does no harm', () => {
  it('one that logs without end, as fast as it can', { timeout: 120_000 }, async () => {
    const ended = await trialOf('logs', 'import os\nline = b"y\\n" * 32768\nwhile True: os.write(1, line)\n');
    expect(harmOf(ended, readyMs + besidesMs)).toEqual(unharmed(readyMs + besidesMs));
    expect([ended.verdict, ended.cause, ended.firstLine]).toEqual(['failed', 'not-a-server', 'y']);
    expect(ended.omittedLines).toBeGreaterThan(10_000);
  });

  it('one that logs without end and serves all the same', { timeout: 120_000 }, async () => {
    const source = `${serves}import subprocess\nsubprocess.Popen(["yes", "a line that comes again and again"])\nserve()\n`;
    const ended = await trialOf('serves', source);
    expect(harmOf(ended, besidesMs)).toEqual(unharmed(besidesMs));
    expect([ended.verdict, ended.cause]).toEqual(['passed', null]);
  });

  it('one that writes a gigabyte without a line break', { timeout: 120_000 }, async () => {
    const source = 'import os, time\nfor _ in range(1000): os.write(1, b"x" * 1000000)\ntime.sleep(300)\n';
    const ended = await trialOf('line', source);
    expect(harmOf(ended, readyMs + besidesMs)).toEqual(unharmed(readyMs + besidesMs));
    expect([ended.verdict, ended.cause]).toEqual(['failed', 'not-a-server']);
  });

  it('one that forks without end', { timeout: 120_000 }, async () => {
    // Perl, for a fork of Python takes so long that the limit would not be reached in time.
    const program = [
      '$| = 1;',
      'while (1) {',
      '  my $pid = fork;',
      '  if (!defined $pid) { print "$count children, and then: $!\\n"; sleep 1; next }',
      '  if ($pid == 0) { sleep 300; exit }',
      '  $count++;',
      '}',
    ].join(' ');
    const source = `import os\nos.execvp("perl", ["perl", "-e", ${JSON.stringify(program)}])\n`;
    const ended = await trialOf('forks', source);
    expect(harmOf(ended, readyMs + besidesMs)).toEqual(unharmed(readyMs + besidesMs));
    expect([ended.verdict, ended.cause]).toEqual(['failed', 'not-a-server']);
    expect(ended.firstLine).toBe('4095 children, and then: Resource temporarily unavailable');
  });

  it('one that ignores SIGTERM', { timeout: 120_000 }, async () => {
    const source = `${serves}signal.signal(signal.SIGTERM, signal.SIG_IGN)\nserve()\n`;
    const ended = await trialOf('ignores', source);
    expect(harmOf(ended, besidesMs)).toEqual(unharmed(besidesMs));
    expect([ended.verdict, ended.checks.includes('sigterm-ignored')]).toEqual(['passed', true]);
    expect(ended.stopMs).toBeGreaterThan(1_900);
  });

  it('one that writes on its disk', { timeout: 120_000 }, async () => {
    const source = `${serves}with open("full", "wb") as file:\n    for _ in range(200): file.write(b"x" * 1000000)\nserve()\n`;
    const ended = await trialOf('disk', source);
    expect(harmOf(ended, besidesMs)).toEqual(unharmed(besidesMs));
    expect([ended.verdict, ended.cause]).toEqual(['passed', null]);
  });
});
