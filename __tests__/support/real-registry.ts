import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';

/** Debian's docker-registry, on a free port of the loopback, to which docker speaks without TLS. */
export interface RealRegistry extends AsyncDisposable {
  /** `127.0.0.1:40123`. */
  readonly host: string;
  /** Empty where it has no such repository. */
  tags(repository: string): Promise<readonly string[]>;
  /** What the registry itself says of a tag. */
  digest(repository: string, tag: string): Promise<string | null>;
}

export const registryUser = { name: 'stoker', password: 'in-the-hold' } as const;
const passwordFile = `${registryUser.name}:$2b$04$smVByA4msgiXXKx8OaO.6eQQVtDqJgK4zEbNhwtqG2iv9M8gJ3Z8C\n`;

const manifestTypes = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
];
const tagList = v.object({ tags: v.array(v.string()) });

/** Set-up provides it: script/setup.d/registry.sh. */
function program(): string {
  const { PATH = '', SEA_TRIAL_REGISTRY, SEA_TRIAL_ENGINE_DIR = '/var/cache/sea-trial/engine' } = process.env;
  const candidates = [
    ...PATH.split(path.delimiter).map((folder) => path.join(folder, 'docker-registry')),
    SEA_TRIAL_REGISTRY ?? path.join(homedir(), '.cache/sea-trial/docker-registry'),
    path.join(SEA_TRIAL_ENGINE_DIR, 'usr/bin/docker-registry'),
  ];
  const found = candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (found === undefined) throw new Error('there is no docker-registry: run script/setup');
  return found;
}

/** `locked`: whoever is not logged in as `registryUser` may do nothing. */
export async function openRealRegistry(more: { readonly locked?: true } = {}): Promise<RealRegistry> {
  const home = mkdtempSync(path.join(tmpdir(), 'sea-trial-real-registry-'));
  const passwords = path.join(home, 'htpasswd');
  writeFileSync(passwords, passwordFile);
  const configuration = {
    version: '0.1',
    log: { formatter: 'json' },
    storage: { filesystem: { rootdirectory: path.join(home, 'store') } },
    http: { addr: '127.0.0.1:0' },
    ...(more.locked === undefined ? {} : { auth: { htpasswd: { realm: 'the hold', path: passwords } } }),
  };
  const file = path.join(home, 'configuration.yml');
  writeFileSync(file, JSON.stringify(configuration)); // JSON is YAML
  const child = spawn(program(), ['serve', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  const host = await new Promise<string>((listening, failed) => {
    const lines: string[] = [];
    child.on('error', failed);
    child.on('close', () => failed(new Error(`docker-registry ended: ${lines.join('\n')}`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      const found = /listening on (127\.0\.0\.1:\d+)/.exec(line)?.[1];
      if (found !== undefined) listening(found);
    });
  });
  return {
    host,
    async tags(repository) {
      const response = await fetch(`http://${host}/v2/${repository}/tags/list`);
      const text = await response.text();
      return response.status === 200 ? v.parse(tagList, JSON.parse(text)).tags.toSorted() : [];
    },
    async digest(repository, tag) {
      const response = await fetch(`http://${host}/v2/${repository}/manifests/${tag}`, {
        method: 'HEAD',
        headers: { accept: manifestTypes.join(', ') },
      });
      return response.headers.get('docker-content-digest');
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => {
        child.on('close', resolve);
      });
      child.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export interface Gate extends AsyncDisposable {
  readonly host: string;
  /** How many requests it has refused. */
  readonly refused: () => number;
}

/** In front of a registry: answers 503 to the first `times` manifests that are put there, and hands all else on. */
export async function openFalteringGate(registry: RealRegistry, times: number): Promise<Gate> {
  let refused = 0;
  const server = createServer((request, response) => {
    if (refused < times && request.method === 'PUT' && /\/manifests\//.test(request.url ?? '')) {
      refused += 1;
      request.resume();
      request.on('end', () => {
        response.writeHead(503, { 'content-type': 'text/plain' });
        response.end('no crew');
      });
      return;
    }
    // With its own Host: the registry makes the addresses of uploads of it.
    const { method = 'GET', url = '/', headers } = request;
    const [hostname, port] = registry.host.split(':');
    const onward = ask({ hostname, port, method, path: url, headers }, (answer: IncomingMessage) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${portOf(server.address())}`,
    refused: () => refused,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Takes every request and answers none. */
export async function openSilentServer(): Promise<
  AsyncDisposable & { readonly host: string; readonly asked: Promise<void> }
> {
  const { promise: asked, resolve: wasAsked } = Promise.withResolvers<void>();
  const server = createServer(() => wasAsked());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${portOf(server.address())}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the gate does not listen');
  return address.port;
}
