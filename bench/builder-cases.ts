import path from 'node:path';
import { docker } from './buildkit.ts';
import { isRunning, tryOnce, type Tried, type TrialRequest } from './builder-trial.ts';

/** A builder that is tried, and what all its trials share. */
export interface Place {
  readonly builder: string;
  readonly driver: 'docker-container' | 'remote';
  readonly home: string;
  /** The base image as a named context: no builder but the engine's own sees the engine's images. */
  readonly base: string;
  /** Ends the buildkitd of the builder, and starts it again. */
  readonly breakOff: () => Promise<void>;
  readonly mend: () => Promise<void>;
}

export interface Case {
  readonly name: string;
  /** What is wrong; undefined where all is as it should be. */
  readonly wrong: (place: Place) => Promise<string | undefined>;
}

const base = 'python:3.11-slim';
const server = 'CMD ["python", "-m", "http.server", "8000"]\n';
const fresh = (): string => Math.random().toString(36).slice(2);

export const cases: readonly Case[] = [
  {
    name: 'the image is built, loaded and serves, and the second time all is from the cache',
    async wrong(place) {
      const tag = `sea-trial-builders/loaded:${fresh()}`;
      const files = { Dockerfile: `FROM ${base}\nRUN echo ${fresh()} > /made\n${server}` };
      const first = await build(place, { files, words: [`--tag=${tag}`, '--label=made.by=builders'] });
      const held = await docker(
        ['image', 'inspect', '--format={{.Id}} {{index .Config.Labels "made.by"}}', tag],
        'may fail',
      );
      const second = await build(place, { files, words: [`--tag=${tag}`] });
      await docker(['image', 'rm', '--force', tag], 'may fail');
      return (
        unlike(first, 'passed') ??
        unlike(second, 'passed') ??
        unless(
          held.stdout.trim() === `${first.trial?.image?.id} builders`,
          `the engine holds ${held.stdout}${held.stderr}`,
        ) ??
        unless(
          first.trial?.steps.map(({ cached }) => cached).join() === 'false',
          'the first build was not told as one',
        ) ??
        unless(second.trial?.steps.map(({ cached }) => cached).join() === 'true', 'the second was not from the cache')
      );
    },
  },
  {
    name: 'BUILDX_BUILDER names the builder as well as the option does',
    async wrong(place) {
      const files = { Dockerfile: `FROM ${base}\nRUN echo ${fresh()}\n${server}` };
      const tried = await tryOnce({
        home: place.home,
        files,
        words: [`--build-context=${place.base}`],
        environment: { BUILDX_BUILDER: place.builder },
      });
      return unlike(tried, 'passed');
    },
  },
  {
    name: 'an instruction that fails is told at its line',
    async wrong(place) {
      const files = { Dockerfile: `FROM ${base}\nRUN echo ${fresh()}; \\\n  exit 9\n${server}` };
      const tried = await build(place, { files });
      const line = tried.trial?.findings.find(({ check }) => check === 'build-step-failed')?.line;
      return unlike(tried, 'failed', 'build-step-failed') ?? unless(line === 2, `told at line ${line}`);
    },
  },
  {
    name: "BuildKit's own checks come with the build",
    async wrong(place) {
      const tried = await build(place, { files: { Dockerfile: `FROM ${base}\nCMD python -m http.server 8000\n` } });
      const found = tried.warnings.includes('JSONArgsRecommended');
      return unlike(tried, 'passed') ?? unless(found, `it warned of ${tried.warnings.join() || 'nothing'}`);
    },
  },
  {
    name: 'secrets and named contexts reach the build',
    async wrong(place) {
      const files = {
        Dockerfile: `FROM ${base}\nRUN --mount=type=secret,id=token --mount=from=beside,target=/beside test "$(cat /run/secrets/token)" = "$(cat /beside/word)"\n${server}`,
        word: 'seaworthy',
      };
      const words = ['--secret-env=token=TOKEN', '--build-context=beside=app'];
      return unlike(await build(place, { files, words, environment: { TOKEN: 'seaworthy' } }), 'passed');
    },
  },
  {
    name: 'a cache is written, and read again by a builder that has forgotten all',
    async wrong(place) {
      const files = { Dockerfile: `FROM ${base}\nRUN echo ${fresh()} > /made\n${server}` };
      const cache = path.join(place.home, `cache-${place.builder}`);
      const first = await build(place, { files, words: [`--cache-to=type=local,dest=${cache}`] });
      await docker(['buildx', 'prune', '--builder', place.builder, '--all', '--force']);
      const second = await build(place, { files, words: [`--cache-from=type=local,src=${cache}`] });
      return (
        unlike(first, 'passed') ??
        unlike(second, 'passed') ??
        unless(second.trial?.steps.every(({ cached }) => cached) === true, 'the cache was not used')
      );
    },
  },
  {
    name: 'a cache that cannot be written blames the set-up',
    async wrong(place) {
      const files = { Dockerfile: `FROM ${base}\nRUN echo ${fresh()} > /made\n${server}` };
      const tried = await build(place, { files, words: ['--cache-to=type=registry,ref=127.0.0.1:9/cache'] });
      return unlike(tried, 'errored', 'cache-export-failed');
    },
  },
  {
    name: 'the fixes are tried by the same builder',
    async wrong(place) {
      const files = { Dockerfile: `FROM ${base}\nCMD python -m http.server 8000\n` };
      const tried = await build(place, { files, words: ['--prove-fixes=always'] });
      const proof = tried.trial?.proof?.verdict;
      return unlike(tried, 'passed') ?? unless(proof === 'passed', `the proof came to ${proof ?? 'nothing'}`);
    },
  },
  {
    name: 'a base image that only the engine has is told as that',
    async wrong({ home, builder }) {
      const tag = `sea-trial-builders/base:${fresh()}`;
      await docker(['tag', base, tag]);
      const tried = await tryOnce({
        home,
        files: { Dockerfile: `FROM ${tag}\n${server}` },
        words: [`--builder=${builder}`],
      });
      await docker(['image', 'rm', tag], 'may fail');
      return unlike(tried, 'errored', 'local-base-image-unseen');
    },
  },
  {
    name: 'the network of the machine is given by a builder that allows it, and by no other',
    async wrong(place) {
      const tried = await build(place, {
        files: { Dockerfile: `FROM ${base}\nRUN echo ${fresh()}\n${server}` },
        words: ['--network=host'],
      });
      return place.driver === 'remote' ? unlike(tried, 'errored', 'entitlement-refused') : unlike(tried, 'passed');
    },
  },
  {
    name: 'a build beyond build-timeout is ended',
    async wrong(place) {
      const mark = `sleep 300.${Date.now()}`;
      const tried = await build(place, {
        files: { Dockerfile: `FROM ${base}\nRUN ${mark}\n${server}` },
        words: ['--build-timeout=4s'],
      });
      return unlike(tried, 'failed', 'build-step-failed') ?? (await goneWithin(mark));
    },
  },
  {
    name: 'SIGINT ends the build, and leaves no process',
    async wrong(place) {
      const mark = `sleep 300.${Date.now()}`;
      const tried = await build(place, {
        files: { Dockerfile: `FROM ${base}\nRUN ${mark}\n${server}` },
        when: { says: mark, act: (pid) => process.kill(pid, 'SIGINT') },
      });
      return (
        unless(tried.exitCode === 130, `it ended with ${tried.exitCode}`) ??
        (await goneWithin(mark)) ??
        (await goneWithin(place.home))
      );
    },
  },
  {
    name: 'a builder that goes away while it builds blames the set-up',
    async wrong(place) {
      const mark = `sleep 300.${Date.now()}`;
      const broken: Promise<void>[] = [];
      const tried = await build(place, {
        files: { Dockerfile: `FROM ${base}\nRUN ${mark}\n${server}` },
        when: { says: mark, act: () => broken.push(place.breakOff()) },
      });
      await Promise.all(broken);
      await place.mend();
      return unlike(tried, 'errored', 'builder-unavailable');
    },
  },
];

async function build(
  place: Place,
  request: Omit<TrialRequest, 'home' | 'words'> & { readonly words?: readonly string[] },
): Promise<Tried> {
  const words = [`--builder=${place.builder}`, `--build-context=${place.base}`, ...(request.words ?? [])];
  return tryOnce({ home: place.home, ...request, words });
}

function unlike({ trial, exitCode, stderr }: Tried, verdict: string, cause: string | null = null): string | undefined {
  if (trial === undefined) return `it ended with ${exitCode} and no report: ${stderr.slice(-1000)}`;
  if (trial.verdict === verdict && trial.cause === cause) return undefined;
  return `it came to ${trial.verdict} (${trial.cause}): ${trial.findings.map(({ title }) => title).join('; ')}`;
}

function unless(isSo: boolean, otherwise: string): string | undefined {
  return isSo ? undefined : otherwise;
}

/** BuildKit ends a step a moment after its client has gone. */
async function goneWithin(words: string, limitMs = 10_000): Promise<string | undefined> {
  for (const began = performance.now(); performance.now() - began < limitMs;) {
    if (!isRunning(words)) return undefined;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  return `\`${words}\` still runs`;
}
