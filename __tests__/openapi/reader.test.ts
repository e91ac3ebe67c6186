import { expect, test } from 'vitest';
import { DocumentReader } from '../../src/openapi/reader.ts';
import { documentText, getting } from './api.ts';

const json = (body: unknown) => ({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });

test('a document is read, and answers are judged, in a thread', async () => {
  const text = documentText({ '/ships': getting({ type: 'array' }, { operationId: 'ships' }), '/crew': getting({}) });
  await using reader = new DocumentReader({ text, excluded: ['/crew'] });
  expect(await reader.gets()).toEqual([{ path: '/ships', operation: 'ships', redirects: [] }]);
  expect(await reader.judge(0, json([]))).toEqual({ kind: 'kept' });
  expect(await reader.judge(0, json({}))).toEqual({
    kind: 'broken',
    deviation: 'answers a body that is an object instead of `array`',
  });
  expect(await reader.judge(7, json({}))).toEqual({ kind: 'undecided' });
});

test('what is no document has no GETs', async () => {
  await using reader = new DocumentReader({ text: '<html>', excluded: [] });
  expect(await reader.gets()).toBeUndefined();
});

test(
  'a pattern that takes for ever ends with its thread, and the next answer is judged',
  { timeout: 20_000 },
  async () => {
    const text = documentText({ '/trap': getting({ pattern: '^(a+)+$' }), '/ships': getting({ type: 'array' }) });
    await using reader = new DocumentReader({ text, excluded: [] });
    expect(await reader.gets()).toHaveLength(2);
    expect(await reader.judge(0, json(`${'a'.repeat(60)}b`))).toEqual({ kind: 'undecided' });
    expect(await reader.judge(1, json([]))).toEqual({ kind: 'kept' });
  },
);

test('a schema that multiplies ends with its thread', { timeout: 20_000 }, async () => {
  const level = (next: number) => ({
    anyOf: [{ $ref: `#/components/schemas/L${next}` }, { $ref: `#/components/schemas/L${next}` }],
  });
  const schemas = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`L${index}`, level(index + 1)]));
  const text = documentText(
    { '/trap': getting({ $ref: '#/components/schemas/L0' }) },
    { components: { schemas: { ...schemas, L60: { type: 'string' } } } },
  );
  await using reader = new DocumentReader({ text, excluded: [] });
  expect(await reader.judge(0, json(5))).toEqual({ kind: 'undecided' });
});

test('a document as deep as the ocean is none', { timeout: 20_000 }, async () => {
  const text = `{"openapi":"3.1.0","paths":{"/a":{"get":{"responses":{"200":{"content":{"application/json":{"schema":${'{"items":'.repeat(100_000)}{}${'}'.repeat(100_000)}}}}}}}}}`;
  await using reader = new DocumentReader({ text, excluded: [] });
  expect(await reader.judge(0, json([[[1]]]))).toEqual({ kind: 'undecided' });
});

test('ten thousand paths are read', { timeout: 20_000 }, async () => {
  const paths = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`/p${index}`, getting({})]));
  await using reader = new DocumentReader({ text: documentText(paths), excluded: [] });
  expect(await reader.gets()).toHaveLength(10_000);
});
