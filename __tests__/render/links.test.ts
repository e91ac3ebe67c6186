import { expect, test } from 'vitest';
import { addressOf, documentationUrl, githubLinks, localLinks, pathFromRoot } from '../../src/render/links.ts';

const place = {
  serverUrl: 'https://ghe.example/',
  repository: 'acme/api',
  head: 'aaaaaaa',
  tested: 'bbbbbbb',
  runId: '7',
  runNumber: 3,
};

test('a file is shown at the head, or at the tested commit where it is another one there', () => {
  const links = githubLinks({ ...place, differs: (path) => path === 'Dockerfile' });
  expect([links.blob('app.py', 3)?.href, links.blob('./Dockerfile', 8)?.href]).toEqual([
    'https://ghe.example/acme/api/blob/aaaaaaa/app.py#L3',
    'https://ghe.example/acme/api/blob/bbbbbbb/Dockerfile#L8',
  ]);
});

test('a path is percent-encoded, also what Markdown would read', () => {
  expect(githubLinks(place).blob('a b/(c)*#?.md')?.href).toBe(
    'https://ghe.example/acme/api/blob/aaaaaaa/a%20b/%28c%29%2A%23%3F.md',
  );
});

test('a checkout in a folder is taken off, and what lies outside of it has no link', () => {
  const links = githubLinks({ ...place, root: 'sub/' });
  expect(links.blob('sub/services/Dockerfile')?.href).toBe(
    'https://ghe.example/acme/api/blob/aaaaaaa/services/Dockerfile',
  );
  expect([
    links.blob('other/Dockerfile'),
    links.blob('../x'),
    links.blob('sub/../../x'),
    links.blob('/etc/passwd'),
  ]).toEqual([undefined, undefined, undefined, undefined]);
  expect(pathFromRoot('./a/b', '.')).toBe('a/b');
});

test('commit and run lead to their pages', () => {
  const links = githubLinks(place);
  expect([links.commit('abc')?.href, links.run]).toEqual([
    'https://ghe.example/acme/api/commit/abc',
    { number: 3, address: { href: 'https://ghe.example/acme/api/actions/runs/7' } },
  ]);
});

test('a check is documented by whoever made it, in the repository of the action', () => {
  expect([
    documentationUrl('root-user'),
    documentationUrl('root-user', 'acme/sea-trial'),
    documentationUrl('buildkit/JSONArgsRecommended'),
    documentationUrl('shellcheck/SC2086'),
    documentationUrl('../../evil'),
  ]).toEqual([
    'https://github.com/sea-trial/sea-trial/blob/v1/docs/checks/root-user.md',
    'https://github.com/acme/sea-trial/blob/v1/docs/checks/root-user.md',
    'https://docs.docker.com/reference/build-checks/json-args-recommended',
    'https://www.shellcheck.net/wiki/SC2086',
    'https://github.com/sea-trial/sea-trial/blob/v1/docs/checks/..%2F..%2Fevil.md',
  ]);
});

test('an address that the API told is a link only where it stays on its server', () => {
  expect([
    addressOf('https://github.com', 'https://github.com/a/b/pull/1#discussion_r1')?.href,
    addressOf('https://github.com', 'https://github.com.evil.example/x'),
    addressOf('https://github.com', 'javascript:alert(1)'),
    addressOf('https://github.com', 'https://github.com/a)b')?.href,
  ]).toEqual(['https://github.com/a/b/pull/1#discussion_r1', undefined, undefined, 'https://github.com/a%29b']);
});

test('without GitHub only the documentation has an address', () => {
  expect([localLinks.blob('a'), localLinks.commit('a'), localLinks.run, localLinks.check('root-user').href]).toEqual([
    undefined,
    undefined,
    undefined,
    'https://github.com/sea-trial/sea-trial/blob/v1/docs/checks/root-user.md',
  ]);
});
