import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startRunner } from '../__tests__/support/runner.ts';
import { systemFiles } from '../src/ports.ts';
import { run } from '../src/process.ts';
import { isOver } from '../src/run-id.ts';
import { randomFrom, type Random } from './random.ts';

export interface Soak {
  /** The folder that holds cli.js and index.js. */
  readonly bundle: string;
  readonly rounds: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

export interface Soaked {
  /** By door and signal: `the terminal, SIGINT`. */
  readonly ends: ReadonlyMap<string, Ends>;
  /** Whatever was found afterwards, one each. */
  readonly left: readonly string[];
  readonly ms: number;
}

interface Ends {
  readonly count: number;
  /** The signal met a living process. */
  readonly inTime: number;
  /** From the signal to the end of the process that got it. */
  readonly slowestMs: number;
}

/** Every trial is over by then, so that some signals come too late; most come while it builds, starts, asks or stops. */
const latestSignalMs = 5_000;
const sideBySide = 2;
/** What was ended may take a moment to go. */
const settlingMs = 15_000;

/** Every image that is built bears it, so that one is found that has lost its name. */
const mark = 'sea-trial.soak';
const base = 'FROM python:3.11-slim\nWORKDIR /app\n';
const server = 'CMD ["python", "-m", "http.server", "8000"]\n';
interface App {
  readonly dockerfile: string;
  /** Beside the Dockerfile: the service under trial is `web`. */
  readonly compose?: string;
}

/** Small ones, that are killed in different places. */
const apps: readonly [App, ...App[]] = [
  { dockerfile: `${base}${server}` },
  // A build that takes its time, and is never there already.
  { dockerfile: `${base}ARG ROUND\nRUN echo $ROUND && sleep 2\n${server}` },
  // It never answers.
  { dockerfile: `${base}CMD ["sleep", "300"]\n` },
  // It hears no SIGTERM, and has a volume.
  { dockerfile: `${base}VOLUME /data\nCMD python -m http.server 8000\n` },
  // It ends at once.
  { dockerfile: `${base}CMD ["python", "-c", "raise SystemExit(3)"]\n` },
  // A network, a volume and a second service around it.
  {
    dockerfile: `${base}${server}`,
    compose: [
      'services:',
      '  web:',
      '    build: .',
      '    depends_on: [beside]',
      '  beside:',
      '    image: python:3.11-slim',
      '    command: ["sleep", "300"]',
      '    volumes: ["kept:/kept"]',
      'volumes:',
      '  kept: {}',
      '',
    ].join('\n'),
  },
];

/** Kills trials at random moments, and then looks for whatever is left of them. */
export async function soak({ bundle, rounds, seed, tell }: Soak): Promise<Soaked> {
  const began = performance.now();
  const home = mkdtempSync(path.join(tmpdir(), 'soak-'));
  try {
    const temporary = path.join(home, 'tmp');
    mkdirSync(temporary);
    cpSync(bundle, path.join(home, 'dist'), { recursive: true });
    const place = { home, temporary, key: `soak-${process.pid}-${seed}` };
    const volumes = await danglingVolumes();
    const random = randomFrom(seed);
    const kills = Array.from({ length: rounds }, (_, number) => chooseKill(number, random));
    const ends = new Map<string, Ends>();
    const lane = async (): Promise<void> => {
      for (let kill = kills.shift(); kill !== undefined; kill = kills.shift()) {
        const { ms, inTime } = await killOne(kill, place);
        tell(
          `soak: ${kill.number} ${kill.door}, ${kill.signal} after ${kill.afterMs} ms${inTime ? '' : ' (too late)'}`,
        );
        const how = `${kill.door}, ${kill.signal}`;
        const before = ends.get(how) ?? { count: 0, inTime: 0, slowestMs: 0 };
        ends.set(how, {
          count: before.count + 1,
          inTime: before.inTime + (inTime ? 1 : 0),
          slowestMs: Math.max(before.slowestMs, inTime ? ms : 0),
        });
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, lane));
    // After SIGKILL in a terminal there is nobody to tidy up until the next trial.
    await killOne({ number: rounds, door: 'the terminal', app: apps[0], signal: 'SIGTERM', afterMs: 60_000 }, place);
    return { ends, left: await leftOf(place, volumes), ms: performance.now() - began };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface Kill {
  readonly number: number;
  readonly door: 'the terminal' | 'the runner';
  readonly app: App;
  readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL';
  readonly afterMs: number;
}

interface Place {
  readonly home: string;
  /** The temporary folder of every process of this soak, by which they are known too. */
  readonly temporary: string;
  /** All names begin with it. */
  readonly key: string;
}

interface Killed {
  readonly ms: number;
  readonly inTime: boolean;
}

function chooseKill(number: number, random: Random): Kill {
  return {
    number,
    door: random.pick(['the terminal', 'the runner']),
    app: random.pick(apps),
    signal: random.pick(['SIGINT', 'SIGTERM', 'SIGKILL']),
    afterMs: random.below(latestSignalMs),
  };
}

async function killOne(kill: Kill, place: Place): Promise<Killed> {
  const context = path.join(place.home, `app-${kill.number}`);
  mkdirSync(context);
  writeFileSync(path.join(context, 'Dockerfile'), `${kill.app.dockerfile}LABEL ${mark}=${place.key}\n`);
  if (kill.app.compose !== undefined) writeFileSync(path.join(context, 'compose.yaml'), kill.app.compose);
  return kill.door === 'the terminal' ? killInTerminal(kill, context, place) : killOnRunner(kill, context, place);
}

const settings = ({ app, number }: Kill, { key }: Place) => ({
  name: `${key}-${number}`,
  publish: '127.0.0.1:0:8000',
  'ready-timeout': '3s',
  'stop-timeout': '2s',
  ...(app.compose === undefined ? {} : { 'compose-file': 'compose.yaml', service: 'web' }),
});

async function killInTerminal(kill: Kill, context: string, place: Place): Promise<Killed> {
  const words = Object.entries(settings(kill, place)).flatMap(([flag, value]) => [`--${flag}`, value]);
  const child = spawn(
    process.execPath,
    [path.join(place.home, 'dist/cli.js'), 'trial', ...words, `--build-arg=ROUND=${context}`, '--quiet'],
    { cwd: context, env: { ...process.env, TMPDIR: place.temporary }, stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  let sentAt: number | undefined;
  const timer = setTimeout(() => {
    sentAt = performance.now();
    child.kill(kill.signal);
  }, kill.afterMs);
  await ended;
  clearTimeout(timer);
  return sentAt === undefined ? { ms: 0, inTime: false } : { ms: performance.now() - sentAt, inTime: true };
}

async function killOnRunner(kill: Kill, context: string, place: Place): Promise<Killed> {
  using runner = startRunner();
  cpSync(context, runner.workspace, { recursive: true });
  const began = performance.now();
  let sentAt: number | undefined;
  const common = {
    program: path.join(place.home, 'dist/index.js'),
    event: { name: 'push', payload: { ref: 'refs/heads/main', repository: { full_name: 'octo/api' } } },
    environment: { TMPDIR: place.temporary, RUNNER_ENVIRONMENT: 'self-hosted' },
  };
  const step = await runner.run({
    ...common,
    inputs: { ...settings(kill, place), 'build-args': `ROUND=${context}` },
    interrupt: {
      when() {
        const isTime = performance.now() - began >= kill.afterMs;
        if (isTime) sentAt = performance.now();
        return isTime;
      },
      signal: kill.signal,
    },
  });
  const ms = sentAt === undefined ? 0 : performance.now() - sentAt;
  // Where not even the state was saved, nothing had been made.
  if (step.state['run'] !== undefined) await runner.run({ ...common, state: step.state });
  return { ms, inTime: sentAt !== undefined };
}

/** What is there of the soak when everything had its time to go. */
async function leftOf(place: Place, volumesBefore: ReadonlySet<string>): Promise<readonly string[]> {
  const until = performance.now() + settlingMs;
  for (;;) {
    const left = [
      ...(await listed('container', 'ps', '--all', `--filter=name=${place.key}`, '--format={{.Names}} {{.Status}}')),
      ...(await listed(
        'image',
        'image',
        'ls',
        `--filter=label=${mark}=${place.key}`,
        '--format={{.ID}} {{.Repository}}:{{.Tag}}',
      )),
      ...(await listed('network', 'network', 'ls', `--filter=name=${place.key}`, '--format={{.Name}}')),
      ...(await forsakenProjects()),
      ...[...(await danglingVolumes())].filter((name) => !volumesBefore.has(name)).map((name) => `volume ${name}`),
      ...readdirSync(place.temporary).map((name) => `temporary folder ${name}`),
      ...processesWith(`TMPDIR=${place.temporary}`).map((command) => `process ${command}`),
    ];
    if (left.length === 0 || performance.now() > until) return left;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** What compose has made for runs that are over. */
async function forsakenProjects(): Promise<readonly string[]> {
  const label = 'com.docker.compose.project';
  const words = [`--filter=label=${label}`, `--format={{.Label "${label}"}}`];
  const found = await Promise.all([
    listed('container of', 'ps', '--all', ...words),
    listed('network of', 'network', 'ls', ...words),
    listed('volume of', 'volume', 'ls', ...words),
  ]);
  return found.flat().filter((line) => isOver(/ sea-trial-(.*)$/.exec(line)?.[1] ?? '', systemFiles));
}

async function danglingVolumes(): Promise<ReadonlySet<string>> {
  return new Set(await listed('', 'volume', 'ls', '--quiet', '--filter=dangling=true'));
}

async function listed(what: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { stdout, stderr, exitCode } = await run(['docker', ...words], {
    deadlineMs: 60_000,
    environment: process.env,
  });
  if (exitCode !== 0) throw new Error(`docker ${words.join(' ')}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${what} ${line}`.trim());
}

/** Command lines of living processes whose environment holds this. */
function processesWith(variable: string): readonly string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
      return environment.includes(variable) ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      return []; // it has ended, or is another user's
    }
  });
}
