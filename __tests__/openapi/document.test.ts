import { expect, test } from 'vitest';
import { followed, readDocument } from '../../src/openapi/document.ts';
import { documentOf } from './api.ts';

test.each([
  ['3.0.3', '3.0'],
  ['3.1.0', '3.1'],
  ['3.2.0', '3.1'],
])('OpenAPI %s is read as %s', (openapi, dialect) => {
  expect(readDocument(JSON.stringify({ openapi, paths: {} }))?.dialect).toBe(dialect);
});

test.each([
  '',
  '<!doctype html>',
  '[]',
  'null',
  '{"swagger": "2.0", "paths": {}}',
  '{"openapi": "3.1.0"}',
  '{"openapi": "3.1.0", "paths": []}',
  '{"openapi": "30.1", "paths": {}}',
  '{"openapi": 3.1, "paths": {}}',
])('%s is no document to go by', (text) => {
  expect(readDocument(text)).toBeUndefined();
});

test.each([
  ['#/components/schemas/Ship', { type: 'string' }],
  ['#/components/schemas/a~1b~0c', 1],
  ['#/components/schemas/a%7Eb', 2],
  ['#/components/list/1', 'second'],
  ['#/components/schemas/Twice', { type: 'string' }],
  ['#/components/schemas/Round', undefined],
  ['#/components/schemas/Absent', undefined],
  ['#/constructor', undefined],
  ['#/components/list/length', undefined],
  ['http://127.0.0.1/schemas.json#/Ship', undefined],
  ['ship.json', undefined],
  ['x/components/schemas/Ship', undefined],
])('%s is followed', ($ref, found) => {
  const document = documentOf(
    {},
    {
      components: {
        list: ['first', 'second'],
        schemas: {
          Ship: { type: 'string' },
          'a/b~c': 1,
          'a~b': 2,
          Twice: { $ref: '#/components/schemas/Ship' },
          Round: { $ref: '#/components/schemas/About' },
          About: { $ref: '#/components/schemas/Round' },
        },
      },
    },
  );
  expect(followed(document, { $ref })).toEqual(found);
});
