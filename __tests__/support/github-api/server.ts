import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type Fault, faultPicker } from './faults.ts';
import { findOperation } from './openapi.ts';
import type { FakeRepository } from './repository.ts';
import { type Reply, answerGraphql, answerRest } from './routes.ts';

export interface GitHubApiOptions {
  /** Who the token speaks as. */
  readonly login?: string;
  readonly token?: string;
  readonly repository?: string;
  /** A fork's token only reads. */
  readonly tokenWrites?: boolean;
  readonly faults?: readonly Fault[];
}

/** A request as it came, in its order. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** Milliseconds of a clock that never goes backwards. */
  readonly at: number;
}

/** GitHub's API on 127.0.0.1, holding requests and its own answers against GitHub's published description. */
export interface GitHubApi extends AsyncDisposable {
  readonly url: string;
  readonly token: string;
  readonly repository: FakeRepository;
  readonly requests: readonly SeenRequest[];
  /** Every breach of the description, in words; a test expects it to be empty. */
  readonly violations: readonly string[];
  /** Puts a comment there as if its author had posted it. */
  addComment(pull: number, author: string | undefined, body: string): number;
}

export async function startGitHubApi(options: GitHubApiOptions = {}): Promise<GitHubApi> {
  const token = options.token ?? 'ghs_the-token-of-this-test';
  const repository: FakeRepository = {
    fullName: options.repository ?? 'octo/api',
    comments: [],
    files: [],
    pulls: [],
    reviewComments: [],
    commits: new Map(),
  };
  const requests: SeenRequest[] = [];
  const violations: string[] = [];
  const pickFault = faultPicker(options.faults ?? []);
  let lastId = 1000;
  const addComment = (pull: number, author: string | undefined, body: string): number => {
    lastId += 1;
    const now = Date.now();
    repository.comments.push({ id: lastId, pull, author, body, createdAt: now, updatedAt: now });
    return lastId;
  };
  const state = {
    repository,
    login: options.login ?? 'github-actions[bot]',
    tokenWrites: options.tokenWrites ?? true,
    addComment,
    nextId: () => (lastId += 1),
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`);
    const method = request.method ?? '';
    const text = await textOf(request);
    const body = text === '' ? undefined : parsed(text, violations);
    requests.push({ method, path: url.pathname, query: url.search, body, at: performance.now() });
    const told = `${method} ${url.pathname}${url.search}`;
    const violate = (wrong: readonly string[]): void => {
      violations.push(...wrong.map((fault) => `${told}: ${fault}`));
    };
    violate(wrongInHeaders(request));

    const fault = pickFault(method, url.pathname);
    if (fault?.kind === 'meanwhile') fault.happens();
    if (fault?.kind === 'answer') return send(response, { status: fault.status, body: fault.body }, fault.headers);
    if (fault?.kind === 'reset' && !fault.carriedOut) return reset(request);
    if (fault?.kind === 'silence' && !fault.carriedOut) return;

    const reply = ((): Reply => {
      if (!authorized(request, token)) return { status: 401, body: basicError('Bad credentials', '401') };
      if (method === 'POST' && url.pathname === '/graphql') {
        const graphql = answerGraphql(body, state);
        violate(graphql.wrong);
        return graphql.reply;
      }
      const operation = findOperation(method, url.pathname);
      if (operation === undefined) {
        violate(['GitHub has no such operation']);
        return { status: 404, body: basicError('Not Found', '404') };
      }
      violate(operation.wrongInRequest(url.searchParams, body));
      const rest = answerRest(operation.id, url, body, state);
      violate(operation.wrongInAnswer(rest.status, rest.body).map((wrong) => `answer ${rest.status}: ${wrong}`));
      return rest;
    })();

    if (fault?.kind === 'reset') return reset(request);
    if (fault?.kind === 'silence') return;
    if (fault?.kind === 'truncated') return sendHalf(request, response, reply, fault.by);
    send(response, reply);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      violations.push(`the server itself failed: ${String(error)}`);
      reset(request);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    token,
    repository,
    requests,
    violations,
    addComment,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function basicError(message: string, status: string): unknown {
  return { message, documentation_url: 'https://docs.github.com/rest', status };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string, violations: string[]): unknown {
  try {
    return JSON.parse(text);
  } catch {
    violations.push(`a body that is no JSON: ${text.slice(0, 80)}`);
    return undefined;
  }
}

/** GitHub refuses a request without a user agent. */
function wrongInHeaders(request: IncomingMessage): readonly string[] {
  const wrong: string[] = [];
  if ((request.headers['user-agent'] ?? '') === '') wrong.push('the header user-agent is missing');
  if (!/application\/(?:vnd\.github[\w.-]*\+)?json/.test(request.headers.accept ?? ''))
    wrong.push(`the header accept asks for ${request.headers.accept ?? 'nothing'}`);
  return wrong;
}

function authorized(request: IncomingMessage, token: string): boolean {
  return [`token ${token}`, `Bearer ${token}`, `bearer ${token}`].includes(request.headers.authorization ?? '');
}

function send(response: ServerResponse, reply: Reply, headers: Readonly<Record<string, string>> = {}): void {
  const json = typeof reply.body !== 'string';
  response.writeHead(reply.status, {
    ...(reply.body === undefined ? {} : { 'content-type': json ? 'application/json; charset=utf-8' : 'text/plain' }),
    ...reply.headers,
    ...headers,
  });
  response.end(
    reply.body === undefined ? undefined : typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body),
  );
}

function sendHalf(request: IncomingMessage, response: ServerResponse, reply: Reply, by: 'text' | 'connection'): void {
  const whole = JSON.stringify(reply.body ?? null);
  const half = whole.slice(0, Math.floor(whole.length / 2));
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(by === 'text' ? half : whole),
    ...reply.headers,
  });
  if (by === 'text') response.end(half);
  else response.write(half, () => request.socket.destroy());
}

function reset(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}
