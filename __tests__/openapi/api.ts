import type { ApiDocument } from '../../src/openapi/document.ts';
import { readDocument } from '../../src/openapi/document.ts';

/** An OpenAPI document of these paths, as its text. */
export function documentText(paths: object, more: object = {}): string {
  return JSON.stringify({ openapi: '3.1.0', info: { title: 'Ships', version: '1' }, paths, ...more });
}

export function documentOf(paths: object, more: object = {}): ApiDocument {
  const document = readDocument(documentText(paths, more));
  if (document === undefined) throw new Error('this is no OpenAPI document');
  return document;
}

/** A GET whose answer of 200 is JSON of that schema. */
export function getting(schema: unknown, more: object = {}): object {
  return { get: { responses: { 200: { description: '', content: { 'application/json': { schema } } } }, ...more } };
}
