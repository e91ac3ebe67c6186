import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDocker } from '../../src/docker/cli.ts';
import type { BuildListener, BuildOutcome, BuildRequest, Docker, RunRequest } from '../../src/docker/docker.ts';
import type { InspectedContainer } from '../../src/docker/docker.ts';
import { systemClock, systemFiles } from '../../src/ports.ts';
import type { Files } from '../../src/ports.ts';
import { run } from '../../src/process.ts';

/** What a suite made on the real engine, under names of its own; `cleanUp` in `afterAll` leaves nothing of it. */
export interface TestEngine {
  readonly docker: Docker;
  /** A name nobody else has. */
  readonly name: (about: string) => string;
  /** `sea-trial.test-…=…`, on every container of this suite. */
  readonly label: string;
  /** A folder with these files, removed by `cleanUp`. */
  readonly folder: (files: Readonly<Record<string, string>>) => string;
  /** Builds, or answers how it failed; the Dockerfile is one of the files unless the request names another. */
  readonly build: (
    files: Readonly<Record<string, string>>,
    more?: Partial<BuildRequest>,
    listener?: BuildListener,
  ) => Promise<BuildOutcome>;
  /** The id of an image whose process 1 is `python -c source`. */
  readonly pythonImage: (source: string, instructions?: string) => Promise<string>;
  /** A request with a free port of 127.0.0.1 in front of port 8000. */
  readonly request: (image: string, more?: Partial<RunRequest>) => RunRequest;
  /** Started and inspected; throws when the engine refuses it. */
  readonly start: (image: string, more?: Partial<RunRequest>) => Promise<InspectedContainer>;
  readonly cleanUp: () => Promise<void>;
}

const silentListener: BuildListener = {
  onStepStarted: () => {},
  onStepLog: () => {},
  onStepEnded: () => {},
};

/** The engine of DOCKER_HOST. A suite fails where none answers: a skipped one would look like a passed one. */
export function testEngine(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  files: Files = systemFiles,
): TestEngine {
  const docker = openDocker(environment, { clock: systemClock, files, workingDirectory: tmpdir() });
  const suite = randomBytes(4).toString('hex');
  const label = `sea-trial.test-${suite}=${suite}`;
  const folders: string[] = [];
  const tags: string[] = [];
  let count = 0;
  let asked = false;
  const name = (about: string): string => `sea-trial-test-${suite}-${about}-${(count += 1)}`;

  const folder: TestEngine['folder'] = (texts) => {
    const made = mkdtempSync(path.join(tmpdir(), 'sea-trial-test-'));
    folders.push(made);
    for (const [file, text] of Object.entries(texts)) {
      mkdirSync(path.dirname(path.join(made, file)), { recursive: true });
      writeFileSync(path.join(made, file), text);
    }
    return made;
  };

  const build: TestEngine['build'] = (texts, more = {}, listener = silentListener) => {
    const context = folder(texts);
    const tag = `${name('image')}:latest`;
    tags.push(...(more.tags ?? [tag]));
    const request: BuildRequest = {
      context,
      dockerfile: path.join(context, 'Dockerfile'),
      buildArguments: {},
      buildContexts: [],
      secrets: [],
      ssh: [],
      addHosts: [],
      cacheFrom: [],
      cacheTo: [],
      tags: [tag],
      labels: [],
      pull: false,
      noCache: false,
      deadlineMs: 120_000,
      ...more,
    };
    return docker.build(request, listener, new AbortController().signal);
  };

  const request: TestEngine['request'] = (image, more = {}) => {
    asked = true;
    return {
      image,
      name: name('container'),
      labels: [label],
      publish: [{ hostIp: '127.0.0.1', hostPort: 0, containerPort: 8000, protocol: 'tcp' }],
      environment: [],
      environmentFiles: [],
      options: [],
      ...more,
    };
  };

  return {
    docker,
    name,
    label,
    folder,
    build,
    async pythonImage(source, instructions = '') {
      const command = JSON.stringify(['python', '-c', source]);
      const { imageId, observation } = await build({
        Dockerfile: `FROM python:3.11-slim\n${instructions}\nCMD ${command}\n`,
      });
      if (imageId === undefined) throw new Error(`the image was not built: ${JSON.stringify(observation.failure)}`);
      return imageId;
    },
    request,
    async start(image, more) {
      const outcome = await docker.run(request(image, more));
      const container = outcome.id === undefined ? undefined : await docker.inspectContainer(outcome.id);
      if (container === undefined) throw new Error(`the container was not started: ${outcome.stderr}`);
      return container;
    },
    async cleanUp() {
      for (const made of folders) rmSync(made, { recursive: true, force: true });
      // A suite that never asked for a container may well have no engine at all.
      for (const { id } of asked ? await docker.labelled(`sea-trial.test-${suite}`) : []) await docker.remove(id);
      if (tags.length > 0) {
        // In one call: an image that was never built is told on standard error and does no harm.
        const argv = ['docker', 'image', 'rm', '--force', ...tags];
        await run(argv, { deadlineMs: 60_000, environment: process.env });
      }
    },
  };
}
