import { Validator } from '@cfworker/json-schema';
import { followed, type ApiDocument } from './document.ts';
import type { Operation } from './gets.ts';
import { member, objectOf, parseJson, type JsonObject } from './json.ts';
import { covers, essenceOf, isJson } from './media-type.ts';
import { plainSchema, Undecided } from './schema.ts';
import { schemaWords } from './schema-words.ts';

/** An answer, as far as a document speaks of it. */
export interface GivenAnswer {
  readonly status: number;
  /** Of the header; absent where there is none. */
  readonly contentType?: string;
  /** Absent where it did not come whole, or in a form that is not read. */
  readonly body?: string;
}

/** Whether the promise is kept; `deviation` is a clause to stand behind "`GET /ships` ". */
export type Judgement =
  | { readonly kind: 'kept' }
  | { readonly kind: 'broken'; readonly deviation: string }
  /** The document does not say enough, or the answer is none of its business. */
  | { readonly kind: 'undecided' };

const kept: Judgement = { kind: 'kept' };
const undecided: Judgement = { kind: 'undecided' };

/** Who is not known, who asks too often, and what is not there (yet): true of any API, documented or not. */
const notJudged = new Set([401, 403, 404, 429]);

/** Holds an answer against what is documented of it. May run for ever where a stranger's pattern does. */
export function judge(document: ApiDocument, { responses }: Operation, answer: GivenAnswer): Judgement {
  const { status, contentType, body } = answer;
  if (notJudged.has(status)) return undecided;
  const documented = documentedResponse(responses, status);
  // An exception is nothing that anybody means to answer, whatever the document says of it.
  if (status === 500) return { kind: 'broken', deviation: 'answers 500' };
  if (status > 500 && (documented === undefined || documented.by === 'default'))
    return { kind: 'broken', deviation: `answers ${status}` };
  if (documented === undefined)
    return { kind: 'broken', deviation: `answers ${status}, and ${statusWords(responses)}` };
  const response = objectOf(followed(document, documented.response));
  if (response === undefined) return undecided;
  const content = objectOf(member(response, 'content')) ?? {};
  const types = Object.keys(content);
  if (types.length === 0 || status === 204 || status === 304) return kept;
  if (contentType === undefined || essenceOf(contentType) === '')
    return body === '' ? kept : { kind: 'broken', deviation: `names no media type, and ${typeList(types)}` };
  const type =
    types.find((each) => essenceOf(each) === essenceOf(contentType)) ?? types.find((each) => covers(each, contentType));
  if (type === undefined)
    return { kind: 'broken', deviation: `answers \`${spoken(essenceOf(contentType))}\`, and ${typeList(types)}` };
  if (!isJson(contentType)) return kept;
  return judgeBody(document, member(member(content, type), 'schema'), body);
}

function judgeBody(document: ApiDocument, schema: unknown, body: string | undefined): Judgement {
  if (body === undefined) return undecided;
  const parsed = parseJson(body);
  if (parsed === undefined) return { kind: 'broken', deviation: 'answers a body that is not JSON' };
  if (schema === undefined) return kept;
  try {
    const { valid, errors } = new Validator(plainSchema(document, schema), '2020-12').validate(parsed.value);
    return valid ? kept : { kind: 'broken', deviation: `answers a body ${schemaWords(errors, parsed.value)}` };
  } catch (error) {
    // A circle of references, or a schema that is none: the document's fault, and nothing that the answer breaks.
    if (error instanceof Undecided || error instanceof Error) return undecided;
    throw error;
  }
}

interface DocumentedResponse {
  readonly by: 'status' | 'range' | 'default';
  readonly response: unknown;
}

function documentedResponse(responses: JsonObject, status: number): DocumentedResponse | undefined {
  const range = `${Math.floor(status / 100)}XX`;
  for (const [by, names] of [
    ['status', [`${status}`]],
    ['range', [range, range.toLowerCase()]],
    ['default', ['default']],
  ] as const) {
    const response = names.map((name) => member(responses, name)).find((each) => each !== undefined);
    if (response !== undefined) return { by, response };
  }
  return undefined;
}

const mostNamed = 4;

function statusWords(responses: JsonObject): string {
  const names = Object.keys(responses).filter((name) => /^(?:[1-5]\d\d|[1-5]XX)$/i.test(name));
  return listWords(names, 'no status');
}

function typeList(types: readonly string[]): string {
  return listWords(
    types.map((type) => `\`${spoken(type)}\``),
    'none',
  );
}

/** `200 and 404 are documented`. */
function listWords(names: readonly string[], none: string): string {
  const named = names.slice(0, mostNamed);
  const more = names.length - named.length;
  const all = more === 0 ? named : [...named, `${more} more`];
  const list = all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
  return `${list === '' ? none : list} ${all.length > 1 ? 'are' : 'is'} documented`;
}

const longestType = 40;

function spoken(text: string): string {
  const plain = text.replaceAll(/[`\p{Cc}]/gu, "'");
  return plain.length > longestType ? `${plain.slice(0, longestType - 1)}…` : plain;
}
