import { member, objectOf, parseJson, textMember, type JsonObject } from './json.ts';

/** An OpenAPI document as it came: nothing in it is believed before it is read. */
export interface ApiDocument {
  readonly root: JsonObject;
  /** Before 3.1 a schema is not quite JSON Schema. */
  readonly dialect: '3.0' | '3.1';
}

/** Undefined where it is not JSON, or no OpenAPI 3 document that names paths. */
export function readDocument(text: string): ApiDocument | undefined {
  const root = objectOf(parseJson(text)?.value);
  const minor = /^3\.([012])(?:\.|$)/.exec(textMember(root, 'openapi') ?? '')?.[1];
  if (root === undefined || minor === undefined || objectOf(member(root, 'paths')) === undefined) return undefined;
  return { root, dialect: minor === '0' ? '3.0' : '3.1' };
}

/** No document that a person wrote refers from one reference to the next more often. */
const mostReferences = 32;

/** The value itself, or what it refers to; undefined where that is elsewhere, absent or a circle. */
export function followed({ root }: ApiDocument, value: unknown): unknown {
  let found = value;
  for (let hops = 0; hops < mostReferences; hops += 1) {
    const reference = member(found, '$ref');
    if (reference === undefined) return found;
    found = typeof reference === 'string' ? pointedAt(root, reference) : undefined;
  }
  return undefined;
}

/** What `#/components/schemas/Ship` points at. A reference to another document is never followed: it would leave the container. */
export function pointedAt(root: JsonObject, reference: string): unknown {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let found: unknown = root;
  for (const part of reference.slice(2).split('/')) {
    const name = decoded(part).replaceAll('~1', '/').replaceAll('~0', '~');
    found = Array.isArray(found) && /^\d+$/.test(name) ? found[Number(name)] : member(found, name);
  }
  return found;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a lone percent sign stands for itself
  }
}
