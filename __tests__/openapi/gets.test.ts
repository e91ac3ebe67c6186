import { expect, test } from 'vitest';
import { excludes } from '../../src/openapi/excluded.ts';
import { documentedGets } from '../../src/openapi/gets.ts';
import { documentOf, getting } from './api.ts';

const answers = { 200: { description: '' } };
const query = { name: 'q', in: 'query', required: true, schema: {} };

function pathsAsked(paths: object, more: object = {}, excluded: readonly string[] = []): readonly string[] {
  return documentedGets(documentOf(paths, more), excludes(excluded)).map(({ path }) => path);
}

test('a GET that needs nothing but its path is asked, with what the document calls it', () => {
  const document = documentOf({ '/ships': getting({}, { operationId: 'ships_ships_get' }), '/crew': { post: {} } });
  expect(documentedGets(document, () => false)).toEqual([
    {
      path: '/ships',
      operation: 'ships_ships_get',
      redirects: [],
      responses: { 200: { description: '', content: { 'application/json': { schema: {} } } } },
    },
  ]);
});

test.each([
  ['a parameter of its path', { '/ships/{name}': { get: { responses: answers } } }],
  [
    'a parameter of its path that is not in it',
    { '/a': { get: { parameters: [{ name: 'a', in: 'path' }], responses: answers } } },
  ],
  ['a required parameter', { '/a': { get: { parameters: [query], responses: answers } } }],
  ['one of the whole path', { '/a': { parameters: [query], get: { responses: answers } } }],
  [
    'one that is referred to',
    { '/a': { get: { parameters: [{ $ref: '#/components/parameters/q' }], responses: answers } } },
  ],
  ['one that cannot be found', { '/a': { get: { parameters: [{ $ref: 'elsewhere.json#/q' }], responses: answers } } }],
  ['a body', { '/a': { get: { requestBody: { required: true }, responses: answers } } }],
  ['credentials', { '/a': { get: { security: [{ key: [] }], responses: answers } } }],
])('one that needs %s is not', (_, paths) => {
  expect(pathsAsked(paths, { components: { parameters: { q: query } } })).toEqual([]);
});

test('what the operation says of a parameter counts before what its path says', () => {
  const get = { parameters: [{ ...query, required: false }], responses: answers };
  expect(pathsAsked({ '/a': { parameters: [query], get } })).toEqual(['/a']);
  expect(pathsAsked({ '/a': { parameters: [{ ...query, in: 'header' }], get } })).toEqual([]);
});

test('security of all holds where an operation does not lift it', () => {
  const paths = {
    '/closed': { get: { responses: answers } },
    '/open': { get: { security: [], responses: answers } },
    '/either': { get: { security: [{ key: [] }, {}], responses: answers } },
  };
  expect(pathsAsked(paths, { security: [{ key: [] }] })).toEqual(['/open', '/either']);
});

test.each([
  ['text/event-stream', {}],
  ['application/octet-stream', {}],
  ['application/x-ndjson', {}],
  ['image/png', { schema: { type: 'string', format: 'binary' } }],
  ['application/json', { itemSchema: {} }],
])('what streams or is a file is not asked: %s', (type, media) => {
  const paths = { '/a': { get: { responses: { 200: { content: { [type]: media } } } } } };
  expect(pathsAsked(paths)).toEqual([]);
});

test.each([
  '//evil/',
  '//container/',
  '/\\evil/',
  '/\t/evil/',
  'http://evil/',
  'ships',
  '/a b',
  '/a#b',
  `/${'a'.repeat(2000)}`,
  '',
])('a path that leads elsewhere is not asked: %j', (path) => {
  expect(pathsAsked({ [path]: { get: { responses: answers } } })).toEqual([]);
});

test('excluded ones are not', () => {
  const paths = Object.fromEntries(
    ['/admin', '/admin/users', '/admin/users/purge', '/health'].map((path) => [path, { get: { responses: answers } }]),
  );
  expect(pathsAsked(paths, {}, ['/admin/*'])).toEqual(['/admin', '/health']);
  expect(pathsAsked(paths, {}, ['*purge', '/health'])).toEqual(['/admin', '/admin/users']);
  expect(pathsAsked(paths, {}, ['*'])).toEqual([]);
});

test('a pattern of many stars takes no time', () => {
  expect(excludes(['/aa*aa'])('/aaa')).toBe(false);
  expect(excludes([`/${'*a'.repeat(500)}`])(`/${'a'.repeat(900)}b`)).toBe(false);
});

test('a path that is referred to is read; what is no path item is passed by', () => {
  const paths = {
    '/a': { $ref: '#/components/pathItems/a' },
    '/b': 5,
    '/c': { get: [] },
    '/d': { get: {} },
    '/e': { $ref: '#/paths/~1e' },
  };
  expect(pathsAsked(paths, { components: { pathItems: { a: { get: { responses: answers } } } } })).toEqual(['/a']);
});

test('redirects that are documented are known', () => {
  const document = documentOf({
    '/a': { get: { responses: { 307: {} } } },
    '/b': { get: { responses: { '3XX': {} } } },
  });
  expect(documentedGets(document, () => false).map(({ redirects }) => redirects)).toEqual([
    [307],
    [301, 302, 303, 307, 308],
  ]);
});
