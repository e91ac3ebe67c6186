import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registry on this machine that answers every question about an image in the same way. */
export interface Registry extends AsyncDisposable {
  /** `127.0.0.1:40123`: Docker speaks plain HTTP to it. */
  readonly host: string;
}

/** By the first part of an image's name: what a registry says of it. */
const refusals: Readonly<Record<string, { readonly status: number; readonly code: string; readonly message: string }>> =
  {
    busy: { status: 429, code: 'TOOMANYREQUESTS', message: 'You have reached your unauthenticated pull rate limit.' },
    locked: { status: 401, code: 'UNAUTHORIZED', message: 'authentication required' },
    denied: { status: 403, code: 'DENIED', message: 'requested access to the resource is denied' },
    broken: { status: 503, code: 'UNAVAILABLE', message: 'service unavailable' },
  };

/** The list of a tag that has an image for s390x alone. */
const foreignList = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.docker.distribution.manifest.list.v2+json',
  manifests: [
    {
      mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
      size: 7143,
      digest: `sha256:${'a'.repeat(64)}`,
      platform: { os: 'linux', architecture: 's390x' },
    },
  ],
});

/** `busy/…`, `locked/…`, `denied/…`, `broken/…` are refused, `foreign/…` is for another platform, all else is not there. */
export async function openRegistry(): Promise<Registry> {
  const server = createServer((request, response) => {
    const name = /^\/v2\/(\w+)\//.exec(request.url ?? '')?.[1];
    if (request.url === '/v2/') answer(response, 200, '{}');
    else if (name === 'foreign') answerList(response, request.method === 'HEAD');
    else {
      const { status, code, message } = refusals[name ?? ''] ?? {
        status: 404,
        code: 'MANIFEST_UNKNOWN',
        message: 'manifest unknown',
      };
      if (status === 401) response.setHeader('www-authenticate', 'Basic realm="registry"');
      answer(response, status, JSON.stringify({ errors: [{ code, message }] }));
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${portOf(server.address())}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the registry does not listen');
  return address.port;
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
}

function answerList(response: ServerResponse, isHead: boolean): void {
  response.writeHead(200, {
    'content-type': 'application/vnd.docker.distribution.manifest.list.v2+json',
    'docker-content-digest': `sha256:${createHash('sha256').update(foreignList).digest('hex')}`,
    'content-length': Buffer.byteLength(foreignList),
  });
  response.end(isHead ? undefined : foreignList);
}
