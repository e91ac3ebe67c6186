import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { run, type ProcessResult } from '../src/process.ts';

/** An image in the engine that starts a real buildkitd. */
export interface Buildkit {
  readonly image: string;
  /** Where it is from, in words. */
  readonly origin: string;
}

const published = 'moby/buildkit:buildx-stable-1';
/** What is built where no registry has the published one. */
const version = 'v0.34.2';
const minutes = 60_000;

/** Pulled where a registry answers; else built from its source, once, with Go and the runc of this machine. */
export async function provideBuildkit(tell: (line: string) => void): Promise<Buildkit> {
  const pulled = await run(['docker', 'pull', '--quiet', published], {
    deadlineMs: 5 * minutes,
    environment: process.env,
  });
  if (pulled.exitCode === 0) return { image: published, origin: published };
  const image = `sea-trial-builders/buildkit:${version}`;
  const origin = `BuildKit ${version}, built from its source`;
  if ((await docker(['image', 'inspect', image], 'may fail')).exitCode === 0) return { image, origin };
  const root = mkdtempSync(path.join(tmpdir(), 'buildkit-'));
  try {
    const programs = path.join(root, 'usr/bin');
    mkdirSync(programs, { recursive: true });
    mkdirSync(path.join(root, 'tmp'));
    cpSync(await compiled(tell), programs, { recursive: true });
    await copyRunc(root);
    const certificates = '/etc/ssl/certs/ca-certificates.crt';
    if (existsSync(certificates)) copyInto(root, '/', certificates);
    writeFileSync(
      path.join(root, 'Dockerfile'),
      'FROM scratch\nCOPY . /\nENV PATH=/usr/bin\nENTRYPOINT ["buildkitd"]\n',
    );
    await docker(['buildx', 'build', '--builder=default', '--load', '--quiet', `--tag=${image}`, root]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return { image, origin };
}

const download = v.pipe(v.string(), v.parseJson(), v.object({ Dir: v.string() }));

/** The folder of buildkitd and buildctl; kept with what set-up keeps. */
async function compiled(tell: (line: string) => void): Promise<string> {
  const folder = path.join(process.env['SEA_TRIAL_CACHE'] ?? '/var/cache/sea-trial', 'buildkit', version);
  if (existsSync(folder)) return folder;
  tell(`no registry has ${published} here: compiling BuildKit ${version} takes 2 minutes of two cores …`);
  const environment = { ...process.env, CGO_ENABLED: '0' };
  const module = 'github.com/moby/buildkit';
  const go = await run(['go', 'version'], { deadlineMs: 10_000, environment });
  if (go.exitCode !== 0)
    throw new Error(
      `no registry has ${published}, and there is no Go to compile BuildKit with: install Go (golang-go)`,
    );
  const fetched = done(
    await run(['go', 'mod', 'download', '-json', `${module}@${version}`], {
      deadlineMs: 10 * minutes,
      environment,
      cwd: tmpdir(),
    }),
  );
  const { Dir: source } = v.parse(download, fetched.stdout);
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  const flags = ['-trimpath', '-ldflags', `-s -w -X ${module}/version.Version=${version}`];
  done(
    await run(['go', 'build', ...flags, '-o', `${fresh}/`, './cmd/buildkitd', './cmd/buildctl'], {
      deadlineMs: 30 * minutes,
      environment,
      cwd: source,
    }),
  );
  renameSync(fresh, folder);
  return folder;
}

/** With the libraries that it is linked to, from the machine or from the folder in which set-up has put the engine. */
async function copyRunc(root: string): Promise<void> {
  const engine = process.env['SEA_TRIAL_ENGINE_DIR'] ?? '/var/cache/sea-trial/engine';
  const within = existsSync(path.join(engine, 'usr/sbin/runc')) ? engine : '/';
  const runc = ['usr/sbin/runc', 'usr/bin/runc'].find((each) => existsSync(path.join(within, each)));
  if (runc === undefined) throw new Error('buildkitd needs runc, and there is none on this machine: install it (runc)');
  copyFileSync(path.join(within, runc), path.join(root, 'usr/bin/runc'));
  const linked = done(
    await run(['chroot', within, 'ldd', `/${runc}`], { deadlineMs: 10_000, environment: process.env }),
  );
  for (const [, library = ''] of linked.stdout.matchAll(/(?:=> |^\s+)(\/\S+) \(0x/gm)) copyInto(root, within, library);
}

/** What a link leads to, under the link's own name. */
function copyInto(root: string, within: string, file: string): void {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  copyFileSync(path.join(within, file), path.join(root, file));
}

export async function docker(
  words: readonly string[],
  failure: 'throws' | 'may fail' = 'throws',
): Promise<ProcessResult> {
  const result = await run(['docker', ...words], { deadlineMs: 5 * minutes, environment: process.env });
  return failure === 'throws' ? done(result) : result;
}

function done(result: ProcessResult): ProcessResult {
  if (result.exitCode === 0) return result;
  throw new Error(`${result.argv.join(' ')} ended with ${result.exitCode}: ${result.stderr.trim().slice(-2000)}`);
}
