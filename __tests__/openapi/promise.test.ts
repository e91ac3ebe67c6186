import { describe, expect, test } from 'vitest';
import { documentedGets } from '../../src/openapi/gets.ts';
import { judge, type GivenAnswer, type Judgement } from '../../src/openapi/promise.ts';
import { documentOf, getting } from './api.ts';

function judged(responses: object, answer: GivenAnswer, more: object = {}): Judgement {
  const document = documentOf({ '/a': { get: { responses } } }, more);
  const [get] = documentedGets(document, () => false);
  if (get === undefined) throw new Error('it is not asked');
  return judge(document, get, answer);
}

/** A body as JSON, held against a schema. */
function held(schema: unknown, body: unknown, more: object = {}): string {
  const document = documentOf({ '/a': getting(schema) }, more);
  const [get] = documentedGets(document, () => false);
  if (get === undefined) throw new Error('it is not asked');
  const found = judge(document, get, { status: 200, contentType: 'application/json', body: JSON.stringify(body) });
  return found.kind === 'broken' ? found.deviation : found.kind;
}

const json = { 'application/json': { schema: {} } };

describe('the status', () => {
  test.each([
    [200, { 200: {} }],
    [204, { '2XX': {} }],
    [204, { '2xx': {} }],
    [418, { 200: {}, default: {} }],
    [503, { 200: {}, 503: {} }],
    [503, { 200: {}, '5XX': {} }],
  ])('%i is documented by %j', (status, responses) => {
    expect(judged(responses, { status, body: '' })).toEqual({ kind: 'kept' });
  });

  test.each([
    [201, { 200: {}, 422: {} }, 'answers 201, and 200 and 422 are documented'],
    [400, { '2XX': {} }, 'answers 400, and 2XX is documented'],
    [
      400,
      { 200: {}, 201: {}, 202: {}, 203: {}, 205: {}, 206: {} },
      'answers 400, and 200, 201, 202, 203 and 2 more are documented',
    ],
    [400, {}, 'answers 400, and no status is documented'],
    [503, { 200: {}, default: {} }, 'answers 503'],
    [500, { 200: {}, 500: {} }, 'answers 500'],
  ])('%i is not documented by %j', (status, responses, deviation) => {
    expect(judged(responses, { status, body: '' })).toEqual({ kind: 'broken', deviation });
  });

  test.each([401, 403, 404, 429])('%i is not judged', (status) => {
    expect(judged({ 200: { content: json } }, { status, body: 'x' })).toEqual({ kind: 'undecided' });
  });
});

describe('the media type', () => {
  test.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['Application/JSON', 'application/json'],
    ['application/*', 'application/xml'],
    ['*/*', 'text/plain'],
    ['text/html; charset=utf-8', 'text/html'],
  ])('%s has room for %s', (documented, contentType) => {
    expect(judged({ 200: { content: { [documented]: {} } } }, { status: 200, contentType, body: '{}' }).kind).toBe(
      'kept',
    );
  });

  test.each([
    ['text/html; charset=utf-8', 'answers `text/html`, and `application/json` is documented'],
    ['application/problem+json', 'answers `application/problem+json`, and `application/json` is documented'],
    [undefined, 'names no media type, and `application/json` is documented'],
  ])('%s is another one', (contentType, deviation) => {
    const answer = { status: 200, body: '{}', ...(contentType === undefined ? {} : { contentType }) };
    expect(judged({ 200: { content: json } }, answer)).toEqual({ kind: 'broken', deviation });
  });

  test('nothing is promised where no content is documented, or where the answer is empty', () => {
    expect(judged({ 200: {} }, { status: 200, contentType: 'text/html', body: 'x' })).toEqual({ kind: 'kept' });
    expect(judged({ 204: { content: json } }, { status: 204, contentType: 'text/html', body: '' })).toEqual({
      kind: 'kept',
    });
    expect(judged({ 200: { content: json } }, { status: 200, body: '' })).toEqual({ kind: 'kept' });
  });

  test('a response that is referred to is read', () => {
    const components = { responses: { Ok: { content: { 'text/plain': {} } } } };
    const responses = { 200: { $ref: '#/components/responses/Ok' } };
    expect(judged(responses, { status: 200, contentType: 'text/html', body: '' }, { components }).kind).toBe('broken');
    expect(judged({ 200: { $ref: 'x.json' } }, { status: 200, body: '' }).kind).toBe('undecided');
  });
});

describe('the body', () => {
  const answer = { status: 200, contentType: 'application/json' };

  test('one that is not JSON is told; one that did not come whole is not judged', () => {
    expect(judged({ 200: { content: json } }, { ...answer, body: '{' })).toEqual({
      kind: 'broken',
      deviation: 'answers a body that is not JSON',
    });
    expect(judged({ 200: { content: json } }, answer)).toEqual({ kind: 'undecided' });
  });

  const ship = {
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 12 },
      tonnage: { anyOf: [{ type: 'number' }, { type: 'null' }] },
      rig: { enum: ['ship', 'brig'] },
      tender: { anyOf: [{ $ref: '#/components/schemas/Ship' }, { type: 'null' }] },
      launched: { type: 'string', format: 'date-time' },
      day: { type: 'string', format: 'date' },
    },
    additionalProperties: false,
  };
  const components = { schemas: { Ship: ship } };
  const ships = { type: 'array', items: { $ref: '#/components/schemas/Ship' } };

  test.each([
    [[]],
    [[{ name: 'Fram', tonnage: null, tender: { name: 'Gjøa', tender: null } }]],
    [[{ name: 'Fram', launched: '1892-10-26T10:00:00', day: '1892-10-26' }]],
    [[{ name: 'Fram', launched: '1892-10-26T10:00:00.123+01:00' }]],
  ])('is of its schema: %j', (body) => {
    expect(held(ships, body, { components })).toBe('kept');
  });

  test.each([
    [{}, 'answers a body that is an object instead of `array`'],
    [[{}], 'answers a body in which `[0].name` is missing'],
    [[{ name: 'Fram' }, { name: 5 }], 'answers a body in which `[1].name` is a number instead of `string`'],
    [
      [{ name: 'Fram', tonnage: '402 t' }],
      'answers a body in which `[0].tonnage` is a string instead of `number` or `null`',
    ],
    [
      [{ name: 'Fram', rig: 'yawl' }],
      'answers a body in which `[0].rig` has a value that is not among the documented ones',
    ],
    [
      [{ name: 'Fram', tender: { name: null } }],
      'answers a body in which `[0].tender.name` is `null` instead of `string`',
    ],
    [[{ name: 'Fram', crew: [] }], 'answers a body in which `[0].crew` is there, and not documented'],
    [
      [{ name: 'a name that is too long' }],
      'answers a body in which `[0].name` does not keep `maxLength` of its schema',
    ],
    [[{ name: 'Fram', launched: 'yesterday' }], 'answers a body in which `[0].launched` is not written as documented'],
    [[{ name: 'Fram', day: '26.10.1892' }], 'answers a body in which `[0].day` is not written as documented'],
  ])('is not of its schema: %j', (body, deviation) => {
    expect(held(ships, body, { components })).toBe(deviation);
  });

  test('3.0 has its own words for null and for exclusive bounds', () => {
    const old = { openapi: '3.0.2', components };
    expect(held({ type: 'string', nullable: true }, null, old)).toBe('kept');
    expect(held({ $ref: '#/components/schemas/Ship', nullable: true }, { name: 'Fram' }, old)).toBe('kept');
    expect(held({ allOf: [{ $ref: '#/components/schemas/Ship' }], nullable: true }, null, old)).toBe('kept');
    expect(held({ type: 'string', enum: ['a'], nullable: true }, null, old)).toBe('kept');
    expect(held({ type: 'string', nullable: true }, 5, old)).toBe(
      'answers a body that is a number instead of `null` or `string`',
    );
    expect(held({ minimum: 1, exclusiveMinimum: true }, 1, old)).toMatch(/exclusiveMinimum/);
    expect(held({ minimum: 1, exclusiveMinimum: false }, 1, old)).toBe('kept');
    expect(held({ type: 'string', nullable: true }, null)).toBe('answers a body that is `null` instead of `string`');
  });

  test('what stands beside a reference counts from 3.1 on', () => {
    const schema = { $ref: '#/components/schemas/Ship', required: ['rig'] };
    expect(held(schema, { name: 'Fram' }, { openapi: '3.0.2', components })).toBe('kept');
    expect(held(schema, { name: 'Fram' }, { components })).toBe('answers a body in which `rig` is missing');
  });

  test('what is only sent is not missed', () => {
    const account = {
      required: ['name', 'password', 'token'],
      properties: { password: { writeOnly: true }, token: { $ref: '#/components/schemas/Token' } },
    };
    expect(held(account, { name: 'x' }, { components: { schemas: { Token: { writeOnly: true } } } })).toBe('kept');
    expect(held(account, {}, { components: { schemas: { Token: { writeOnly: true } } } })).toMatch(/`name` is missing/);
  });

  test.each([
    ['a reference elsewhere', { $ref: 'https://example.org/ship.json' }],
    ['one that leads nowhere', { $ref: '#/components/schemas/Nobody' }],
    ['a circle', { $ref: '#/components/schemas/Round' }],
    ['a dynamic one', { $dynamicRef: '#node' }],
    ['no schema', 5],
    ['a schema without end', { allOf: Array.from({ length: 30_000 }, () => ({})) }],
  ])('%s is not judged', (_, schema) => {
    const round = { Round: { $ref: '#/components/schemas/About' }, About: { $ref: '#/components/schemas/Round' } };
    expect(held(schema, {}, { components: { schemas: round } })).toBe('undecided');
  });

  test('a pattern is held; a body of another kind is not read', () => {
    expect(held({ pattern: '^a+$' }, 'ab')).toBe('answers a body that is not written as documented');
    const content = { 'text/html': { schema: { type: 'object' } } };
    expect(judged({ 200: { content } }, { status: 200, contentType: 'text/html', body: '<p>' })).toEqual({
      kind: 'kept',
    });
  });

  test('a pattern that JavaScript does not read is left out, and the rest is judged', () => {
    const schema = { type: 'string', pattern: String.raw`(?P<year>\d{4})\Z` };
    expect(held(schema, 'x')).toBe('kept');
    expect(held(schema, 5)).toMatch(/instead of `string`/);
  });

  test('names that every object has, and ids, lead nowhere', () => {
    const properties = JSON.parse(
      '{"__proto__": {"type": "string"}, "constructor": {"type": "string"}, "id": {"type": "integer"}}',
    );
    const schema = { $id: 'http://127.0.0.1/x', id: 'y', properties, required: ['toString'] };
    expect(held(schema, { toString: 1, id: 1 })).toBe('kept');
    expect(held(schema, {})).toBe('answers a body in which `toString` is missing');
    expect(held(schema, JSON.parse('{"toString": 1, "__proto__": 5}'))).toMatch(/`__proto__` is a number/);
  });
});
