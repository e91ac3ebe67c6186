import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../src/process.ts';
import { cases, type Place } from './builder-cases.ts';
import { docker, provideBuildkit } from './buildkit.ts';
import { removeForsaken, removeTags } from './forsaken.ts';

// Trials by builders other than the engine's own, against a real buildkitd: npm run builders -- --only SIGINT
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = cases.filter(({ name }) => name.includes(values.only ?? ''));
const tell = (line: string): void => console.log(`builders: ${line}`);
const { image, origin } = await provideBuildkit(tell);
const home = mkdtempSync(path.join(tmpdir(), 'builders-'));
// Builders of this run alone: buildx remembers them in this folder, and the user's are not touched.
process.env['BUILDX_CONFIG'] = path.join(home, 'buildx');
delete process.env['BUILDX_BUILDER'];
const prefix = 'sea-trial-builders-';
const key = `${prefix}${process.pid}`;
const names = { container: `${key}-container`, remote: `${key}-remote` } as const;
let wrong = 0;
try {
  await removeForsaken(prefix);
  const base = await baseImage(path.join(home, 'base'));
  await docker([
    'buildx',
    'create',
    `--name=${names.container}`,
    '--driver=docker-container',
    `--driver-opt=image=${image}`,
  ]);
  await docker(['buildx', 'inspect', '--bootstrap', names.container]);
  const port = await freePort();
  const serving = ['--addr', 'tcp://0.0.0.0:1234'];
  const options = ['--privileged', '--volume=/var/lib/buildkit', `--publish=127.0.0.1:${port}:1234`];
  await docker(['run', '--detach', `--name=${names.remote}`, ...options, image, ...serving]);
  await docker(['buildx', 'create', `--name=${names.remote}`, '--driver=remote', `tcp://127.0.0.1:${port}`]);
  const common = { home, base };
  const boxed = `buildx_buildkit_${names.container}0`;
  const places: readonly Place[] = [
    { ...common, builder: names.container, driver: 'docker-container', ...breaking(boxed) },
    { ...common, builder: names.remote, driver: 'remote', ...breaking(names.remote) },
  ];
  tell(`${origin}; two builders, ${chosen.length} cases each`);
  for (const place of places)
    for (const each of chosen) {
      const began = performance.now();
      const found = await each.wrong(place);
      if (found !== undefined) wrong += 1;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(
        `${place.driver}: ${each.name}: ${found === undefined ? 'as it should be' : `WRONG, ${found}`} (${seconds} s)`,
      );
    }
  tell(
    `${places.length * chosen.length} cases, ${wrong} wrong. Not tried: the kubernetes driver, for want of a cluster.`,
  );
} finally {
  await docker(['buildx', 'rm', '--force', names.container], 'may fail');
  await docker(['rm', '--force', '--volumes', names.remote], 'may fail');
  await removeTags('sea-trial-builders/base', 'sea-trial-builders/loaded');
  rmSync(home, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;

/** The engine's own `python:3.11-slim` as a layout that a builder takes for a named context. */
async function baseImage(folder: string): Promise<string> {
  mkdirSync(folder);
  const archive = `${folder}.tar`;
  await docker(['save', '--output', archive, 'python:3.11-slim']);
  await run(['tar', '--extract', '--file', archive, '--directory', folder], {
    deadlineMs: 60_000,
    environment: process.env,
  });
  rmSync(archive);
  return `python:3.11-slim=oci-layout://${folder}:3.11-slim`;
}

function breaking(container: string): Pick<Place, 'breakOff' | 'mend'> {
  return {
    breakOff: async () => {
      await docker(['kill', container]);
    },
    mend: async () => {
      await docker(['start', container]);
    },
  };
}

/** A container that is started again gets another port, unless it is named. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('there is no free port')),
      );
    });
  });
}
