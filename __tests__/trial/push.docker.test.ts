import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDocker } from '../../src/docker/cli.ts';
import { systemClock, systemFiles } from '../../src/ports.ts';
import type { StageResult, TrialReport } from '../../src/report.ts';
import { hurriedClock } from '../support/hurried-clock.ts';
import {
  openFalteringGate,
  openRealRegistry,
  openSilentServer,
  registryUser,
  type RealRegistry,
} from '../support/real-registry.ts';
import { pushFolder } from '../support/trial.ts';

// A job that ends at once is tried in a moment; what is pushed is the same as of a server.
const asJob = ['--expect', 'exit 0'];
const folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-push-'));
let registry: RealRegistry;

beforeAll(async () => {
  registry = await openRealRegistry();
  writeFileSync(path.join(folder, 'Dockerfile'), 'FROM python:3.11-slim\nUSER nobody\nCMD ["python", "-V"]\n');
});
afterAll(async () => {
  await registry[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

function docker(...words: readonly string[]): string {
  return execFileSync('docker', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function pushStage({ stages }: TrialReport): StageResult | undefined {
  return stages.find(({ stage }) => stage === 'push');
}

function messageOf(report: TrialReport): string {
  const stage = pushStage(report);
  return stage?.status === 'errored' ? stage.message : `${stage?.status}`;
}

/** The id of what the registry has; nothing of it stays in the engine. */
function pulledId(reference: string): string {
  docker('pull', '--quiet', reference);
  const id = docker('image', 'inspect', '--format', '{{.Id}}', reference);
  docker('image', 'rm', '--force', reference);
  return id;
}

describe('an image that passed', () => {
  test('is pushed as it is, under every name, and told by the digest by which it is pulled back', async () => {
    const [first, second] = [`${registry.host}/acme/api:1.4.0`, `${registry.host}/acme/api`];
    const other = `${registry.host}/mirror/api:stable`;
    const report = await pushFolder(folder, [...asJob, '-t', first, '-t', second, '-t', other]);
    const digest = await registry.digest('acme/api', '1.4.0');
    expect({ verdict: report.verdict, digest: report.image?.digest, pushed: report.pushed }).toEqual({
      verdict: 'passed',
      digest,
      pushed: [
        { reference: first, digest },
        { reference: `${second}:latest`, digest },
        { reference: other, digest: await registry.digest('mirror/api', 'stable') },
      ],
    });
    expect(await registry.tags('acme/api')).toEqual(['1.4.0', 'latest']);
    expect(pulledId(`${registry.host}/acme/api@${digest}`)).toBe(report.image?.id);
  });

  test('is the same when it is pushed again', async () => {
    const words = [...asJob, '-t', `${registry.host}/acme/twice:1`];
    const [one, two] = [await pushFolder(folder, words), await pushFolder(folder, words)];
    expect([two.verdict, two.pushed]).toEqual(['passed', one.pushed]);
  });

  test('is pushed, though it was there before and nobody built it', async () => {
    docker('build', '--quiet', '--tag', 'sea-trial-test/before-push', folder);
    const tag = `${registry.host}/acme/existing:1`;
    const report = await pushFolder(folder, [...asJob, '--image', 'sea-trial-test/before-push', '-t', tag]);
    expect([report.verdict, report.pushed?.[0]?.reference]).toEqual(['passed', tag]);
    docker('image', 'rm', '--force', tag);
    expect(pulledId(tag)).toBe(report.image?.id);
    docker('image', 'rm', '--force', 'sea-trial-test/before-push');
  });

  test('is the one that is pushed, whatever its name has been given to since', async () => {
    const tag = `${registry.host}/acme/stolen:1`;
    const plain = openDocker(process.env, { clock: systemClock, files: systemFiles, workingDirectory: folder });
    const thief = {
      ...plain,
      async inspectContainer(id: string) {
        const found = await plain.inspectContainer(id);
        docker('image', 'tag', 'python:3.11-slim', tag);
        return found;
      },
    };
    const report = await pushFolder(folder, [...asJob, '-t', tag], { docker: thief });
    expect([report.verdict, pulledId(tag)]).toEqual(['passed', report.image?.id]);
  });
});

describe('by digest', () => {
  test('no tag is moved, and images are joined by what is told', async () => {
    const words = [...asJob, '--push-by-digest', '-t', `${registry.host}/acme/joined:1`];
    const report = await pushFolder(folder, [...words, '-t', `${registry.host}/acme/joined:latest`]);
    const own = `sea-trial-${report.image?.id.slice(7, 19)}`;
    expect(report.pushed?.map(({ reference }) => reference)).toEqual([`${registry.host}/acme/joined:${own}`]);
    expect(await registry.tags('acme/joined')).toEqual([own]);
    expect(docker('image', 'ls', '--quiet', `${registry.host}/acme/joined`)).toBe('');

    const joined = `${registry.host}/acme/joined:1`;
    const name = `${registry.host}/acme/joined@${report.image?.digest}`;
    docker('buildx', 'imagetools', 'create', '--tag', joined, name);
    const list: unknown = JSON.parse(docker('buildx', 'imagetools', 'inspect', '--raw', joined));
    expect(list).toMatchObject({ manifests: [{ digest: report.image?.digest }] });
    // As docs/release.md promotes: the digest that was tried stays.
    docker(
      'buildx',
      'imagetools',
      'create',
      '--prefer-index=false',
      '--tag',
      `${registry.host}/acme/joined:latest`,
      name,
    );
    expect(await registry.digest('acme/joined', 'latest')).toBe(report.image?.digest);
  });
});

describe('a registry', () => {
  test('that falters is asked again, and the engine is not told twice what it has', async () => {
    await using gate = await openFalteringGate(registry, 2);
    const clock = hurriedClock();
    const report = await pushFolder(folder, [...asJob, '-t', `${gate.host}/acme/patient:1`], { clock });
    expect([report.verdict, clock.slept[0], gate.refused()]).toEqual(['passed', 2_000, 2]);
    expect(await registry.digest('acme/patient', '1')).toBe(report.image?.digest);
  });

  test('that goes on faltering is told with its words, and the trial could not run', async () => {
    await using gate = await openFalteringGate(registry, 99);
    const report = await pushFolder(folder, [...asJob, '-t', `${gate.host}/acme/faltering:1`], {
      clock: hurriedClock(),
    });
    expect([report.verdict, report.cause, report.image?.digest]).toEqual(['errored', 'unknown', undefined]);
    // In words that depend on the engine's image store.
    expect(messageOf(report)).toMatch(
      /^`[\d.:]+\/acme\/faltering:1` was not pushed, 3 times: .*503 Service Unavailable\. Start the job again: what the registry has already is not sent twice\.$/,
    );
  });

  test('that wants a login says so, and what is pushed already is told', async () => {
    await using locked = await openRealRegistry({ locked: true });
    const [open, shut] = [`${registry.host}/acme/half:1`, `${locked.host}/acme/half:1`];
    const words = [...asJob, '-t', open, '-t', shut, '-t', `${locked.host}/acme/half:2`];
    const report = await pushFolder(folder, words);
    expect([report.verdict, report.pushed?.map(({ reference }) => reference)]).toEqual(['errored', [open]]);
    const message = messageOf(report);
    expect(message.slice(0, message.indexOf(':', shut.length + 3))).toBe(`\`${shut}\` was not pushed`);
    expect(message.slice(message.indexOf('no basic auth'))).toBe(
      `no basic auth credentials. Log in to ${locked.host} in an earlier step (docker/login-action). One name behind it was not tried. Pushed already: \`${open}\`; to push that again does no harm.`,
    );
  });

  test('takes it from whoever has logged in, in an earlier step', async () => {
    await using locked = await openRealRegistry({ locked: true });
    const { DOCKER_CONFIG = path.join(process.env['HOME'] ?? '', '.docker') } = process.env;
    const config = path.join(folder, 'docker-config');
    mkdirSync(config, { recursive: true });
    execFileSync('cp', ['-r', path.join(DOCKER_CONFIG, 'cli-plugins'), config], { stdio: 'ignore' });
    const auth = Buffer.from(`${registryUser.name}:${registryUser.password}`).toString('base64');
    writeFileSync(path.join(config, 'config.json'), JSON.stringify({ auths: { [locked.host]: { auth } } }));
    const loggedIn = openDocker(
      { ...process.env, DOCKER_CONFIG: config },
      { clock: systemClock, files: systemFiles, workingDirectory: folder },
    );
    const report = await pushFolder(folder, [...asJob, '-t', `${locked.host}/acme/api:1`], { docker: loggedIn });
    expect([messageOf(report), report.verdict]).toEqual(['passed', 'passed']);
  });

  test('that takes the request and says nothing is waited for no longer than a build', async () => {
    await using silent = await openSilentServer();
    const words = [...asJob, '--build-timeout', '4s', '-t', `${silent.host}/acme/api:1`];
    const report = await pushFolder(folder, words);
    expect(messageOf(report)).toBe(
      `\`${silent.host}/acme/api:1\` was not pushed: ${silent.host} did not take it within 4 s. Start the job again, for what the registry has already is not sent twice, or raise \`build-timeout\`.`,
    );
  });

  test('is left at once when the trial is interrupted', async () => {
    await using silent = await openSilentServer();
    const interrupted = new AbortController();
    const pushing = pushFolder(folder, [...asJob, '-t', `${silent.host}/acme/api:1`], { signal: interrupted.signal });
    await silent.asked;
    interrupted.abort(new Error('interrupted'));
    const began = performance.now();
    await expect(pushing).rejects.toThrow('interrupted');
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test('that nobody finds is named', async () => {
    const report = await pushFolder(folder, [...asJob, '-t', 'registry.invalid/api:1'], { clock: hurriedClock() });
    expect(report.verdict).toBe('errored');
    expect(messageOf(report)).toMatch(
      /^`registry\.invalid\/api:1` was not pushed, 3 times: .*no such host\. Correct the name registry\.invalid in `tags`/,
    );
  });
});

describe('nothing is pushed', () => {
  test('of an image that has not passed', async () => {
    const report = await pushFolder(folder, ['--expect', 'exit 3', '-t', `${registry.host}/acme/failed:1`]);
    expect([report.verdict, pushStage(report), await registry.tags('acme/failed')]).toEqual([
      'failed',
      { stage: 'push', status: 'skipped', because: 'the image has not passed' },
      [],
    ]);
  });

  test('where a finding fails it, though it serves', async () => {
    const words = ['--fail-on', 'notice', '-t', `${registry.host}/acme/advised:1`];
    const report = await pushFolder(folder, [...asJob, ...words]);
    expect([report.verdict, pushStage(report)?.status, await registry.tags('acme/advised')]).toEqual([
      'failed',
      'skipped',
      [],
    ]);
  });

  test('of what a stranger may have written, though it was built and passed', async () => {
    const pushRefusal = 'the commit comes from the fork `stranger/api`';
    const report = await pushFolder(folder, [...asJob, '-t', `${registry.host}/acme/foreign:1`], { pushRefusal });
    expect([report.verdict, messageOf(report), await registry.tags('acme/foreign')]).toEqual([
      'errored',
      "The image is not pushed, because the commit comes from the fork `stranger/api`. Set `push` only where the repository's own commits are tried: on a push, a tag, a release.",
      [],
    ]);
  });
});
