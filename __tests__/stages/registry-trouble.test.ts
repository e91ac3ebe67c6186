import { expect, test } from 'vitest';
import { registryTrouble } from '../../src/stages/registry-trouble.ts';

/** As engines and registries write it. */
test.each([
  ['denied: permission_denied: write_package', false, /^Log in to ghcr\.io .* `packages: write`/],
  ['denied: installation not allowed to Create organization package', false, /`packages: write`/],
  ['denied: requested access to the resource is denied', false, /`packages: write`/],
  ['unauthorized: authentication required', false, /^Log in to ghcr\.io in an earlier step/],
  ['unauthorized', false, /^Log in/],
  ['no basic auth credentials', false, /^Log in/],
  ['denied: Your authorization token has expired. Reauthenticate and try again.', false, /^Log in/],
  [
    'push access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials',
    false,
    /^Log in to ghcr\.io in an earlier step/,
  ],
  [
    'push access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
    false,
    /`packages: write`/,
  ],
  ['unauthorized: project acme not found: project acme not found', false, /^Create/],
  [
    'unknown: failed commit on ref "manifest-sha256:4d": unexpected status from PUT request to http://r/v2/api/manifests/sha256:4d: 503 Service Unavailable',
    true,
    /^Start the job again/,
  ],
  ['error getting credentials - err: exec: "docker-credential-gcr": executable file not found', false, /^Log in/],
  ["name unknown: The repository with name 'api' does not exist in the registry with id '1'", false, /^Create/],
  ['name invalid: Request contains an invalid repository name', false, /^Create/],
  [
    "tag invalid: The image tag '1' already exists in the 'api' repository and cannot be overwritten because the repository is immutable.",
    false,
    /^Give the image a tag that is new/,
  ],
  [
    'denied: adding 12 MB of storage resource, which when updated to current usage will exceed the configured upper limit',
    false,
    /^Make room/,
  ],
  ['toomanyrequests: You have reached your push limit', true, /^Wait until ghcr\.io takes more/],
  ['received unexpected HTTP status: 429 Too Many Requests', true, /^Wait/],
  [
    'Get "https://r.example/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    false,
    /certs\.d\/ghcr\.io\/ca\.crt/,
  ],
  ['Get "https://r.example/v2/": http: server gave HTTP response to HTTPS client', false, /`insecure-registries`/],
  ['Get "https://r.example/v2/": dial tcp: lookup r.example on 10.0.0.1:53: no such host', true, /^Correct the name/],
  ['Get "http://127.0.0.1:1/v2/": dial tcp 127.0.0.1:1: connect: connection refused', true, /can be reached/],
  ['received unexpected HTTP status: 502 Bad Gateway', true, /^Start the job again/],
  ['EOF', true, /^Start the job again/],
  ['write tcp 10.0.0.2:1->1.2.3.4:443: write: connection reset by peer', true, /^Start the job again/],
  ['net/http: TLS handshake timeout', true, /^Start the job again/],
  [
    'Get "https://r.example/v2/": net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)',
    true,
    /^Start the job again/,
  ],
  [
    'manifest invalid: cannot update tag 1. The repository has enabled tag immutability',
    false,
    /^Give the image a tag that is new/,
  ],
  ['unknown: manifest with tag exists; tag mutation is not allowed', false, /^Give the image a tag that is new/],
  ['unknown: <html><head><title>413 Request Entity Too Large</title></head></html>', false, /largest upload/],
  ['error parsing HTTP 413 response body: invalid character', false, /largest upload/],
  ['unsupported', false, /takes no pushes/],
  ['unsupported: The operation is unsupported.', false, /takes no pushes/],
  ['received unexpected HTTP status: 405 Method Not Allowed', false, /takes no pushes/],
  ['unknown: <html>not found</html>', false, /no registry answers/],
  ["error parsing HTTP 404 response body: invalid character '<'", false, /no registry answers/],
  ['received unexpected HTTP status: 507 Insufficient Storage', false, /^Make room/],
  ['something that nobody knows', false, /^Start the job again/],
])('%s', (words, passes, advice) => {
  const trouble = registryTrouble(words);
  expect([trouble.passes, trouble.advice('ghcr.io')]).toEqual([passes, expect.stringMatching(advice)]);
});
