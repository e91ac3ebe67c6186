import { pointedAt, type ApiDocument } from './document.ts';
import { member, objectOf, type JsonObject } from './json.ts';

/** What the validator is given: plain JSON Schema that holds all it refers to. */
export type PlainSchema = Record<string, unknown> | boolean;

/** Whoever would have to guess says nothing: the answer is not judged. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}

/** No schema that a person wrote has more parts. */
const mostParts = 20_000;

/**
 * The schema of an answer, with all that it refers to. Only known words are taken over, so that nothing in a document (an `id`, an
 * anchor, an address elsewhere) leads the validator anywhere. Throws `Undecided` where a reference leads nowhere.
 */
export function plainSchema(document: ApiDocument, schema: unknown): PlainSchema {
  const reader = new SchemaReader(document);
  const plain = reader.read(schema);
  return typeof plain === 'boolean' ? plain : { allOf: [plain], $defs: reader.readReferences() };
}

const within = ['items', 'additionalProperties', 'contains', 'not', 'if', 'then', 'else', 'propertyNames'] as const;
const unevaluated = ['unevaluatedItems', 'unevaluatedProperties'] as const;
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'] as const;
const maps = ['properties', 'patternProperties', 'dependentSchemas'] as const;
const counts = ['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties', 'minProperties'] as const;
const bounds = ['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum'] as const;
/** Words that mean what stands elsewhere, or depends on who refers to it. */
const unread = ['$dynamicRef', '$recursiveRef', 'minContains', 'maxContains'] as const;

/** Formats that Python writes as JSON Schema means them. A time without a zone, which is usual, is none by the letter. */
const strictFormats = new Set(['date', 'uuid', 'ipv4', 'ipv6']);
const dateTime = String.raw`^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?$`;

class SchemaReader {
  readonly #document: ApiDocument;
  readonly #names = new Map<string, string>();
  readonly #waiting: string[] = [];
  #parts = 0;

  constructor(document: ApiDocument) {
    this.#document = document;
  }

  read(schema: unknown): PlainSchema {
    if (typeof schema === 'boolean') return schema;
    const object = objectOf(schema);
    this.#parts += 1;
    if (object === undefined || this.#parts > mostParts || unread.some((word) => Object.hasOwn(object, word)))
      throw new Undecided();
    const reference = member(object, '$ref');
    if (reference === undefined) return this.#readNullable(object);
    if (typeof reference !== 'string') throw new Undecided();
    const referred = { $ref: `#/$defs/${this.#nameOf(reference)}` };
    // What stands beside a reference counts from 3.1 on.
    if (this.#document.dialect === '3.0') return referred;
    return { allOf: [referred, this.#readNullable(object)] };
  }

  /** Each schema that is referred to, once: a reference may lead back to where it stands. */
  readReferences(): Record<string, PlainSchema> {
    const definitions = new Map<string, PlainSchema>();
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      definitions.set(this.#nameOf(next), this.read(pointedAt(this.#document.root, next)));
    }
    return Object.fromEntries(definitions);
  }

  #nameOf(reference: string): string {
    const known = this.#names.get(reference);
    if (known !== undefined) return known;
    const name = `d${this.#names.size}`;
    this.#names.set(reference, name);
    this.#waiting.push(reference);
    return name;
  }

  /** 3.0 says `nullable` where JSON Schema has a type of its own; it is meant as it reads, also where no type stands beside it. */
  #readNullable(object: JsonObject): PlainSchema {
    const plain = this.#readWords(object);
    if (this.#document.dialect === '3.1' || member(object, 'nullable') !== true) return plain;
    return { anyOf: [{ type: 'null' }, plain] };
  }

  #readWords(object: JsonObject): Record<string, unknown> {
    const plain = new Map<string, unknown>();
    const takes = (name: string, isRight: (value: unknown) => boolean): void => {
      const value = member(object, name);
      if (value !== undefined && isRight(value)) plain.set(name, value);
    };
    takes('type', (value) => typeof value === 'string' || isTexts(value));
    takes('enum', Array.isArray);
    if (Object.hasOwn(object, 'const')) plain.set('const', object['const']);
    takes('required', isTexts);
    takes('uniqueItems', (value) => value === true);
    takes('multipleOf', (value) => typeof value === 'number' && value > 0);
    for (const name of counts) takes(name, (value) => typeof value === 'number');
    takes('pattern', isPattern);
    if (this.#document.dialect === '3.0') this.#readOldBounds(object, plain);
    else for (const name of bounds) takes(name, (value) => typeof value === 'number');
    for (const name of [...within, ...(this.#document.dialect === '3.1' ? unevaluated : [])]) {
      const value = member(object, name);
      if (value !== undefined) plain.set(name, this.read(value));
    }
    for (const name of lists) {
      const value = member(object, name);
      if (Array.isArray(value))
        plain.set(
          name,
          value.map((each) => this.read(each)),
        );
    }
    for (const name of maps) {
      const value = objectOf(member(object, name));
      const entries = Object.entries(value ?? {}).filter(([key]) => name !== 'patternProperties' || isPattern(key));
      if (value !== undefined)
        plain.set(name, Object.fromEntries(entries.map(([key, each]) => [key, this.read(each)])));
    }
    this.#dropWhatIsOnlySent(plain, object);
    const format = member(object, 'format');
    if (typeof format === 'string' && strictFormats.has(format)) plain.set('format', format);
    const whole = Object.fromEntries(plain);
    return format === 'date-time' ? { allOf: [whole, { pattern: dateTime }] } : whole;
  }

  /** Before 3.1 the exclusive bounds are switches of the others. */
  #readOldBounds(object: JsonObject, plain: Map<string, unknown>): void {
    for (const [name, exclusive] of [
      ['minimum', 'exclusiveMinimum'],
      ['maximum', 'exclusiveMaximum'],
    ] as const) {
      const value = member(object, name);
      if (typeof value === 'number') plain.set(member(object, exclusive) === true ? exclusive : name, value);
    }
  }

  /** A password that is written and never read is required of requests alone. */
  #dropWhatIsOnlySent(plain: Map<string, unknown>, object: JsonObject): void {
    const required = plain.get('required');
    if (!Array.isArray(required)) return;
    const properties = member(object, 'properties');
    const isOnlySent = (name: unknown): boolean => {
      const property = typeof name === 'string' ? member(properties, name) : undefined;
      const reference = member(property, '$ref');
      const target = typeof reference === 'string' ? pointedAt(this.#document.root, reference) : property;
      return member(property, 'writeOnly') === true || member(target, 'writeOnly') === true;
    };
    plain.set(
      'required',
      required.filter((name) => !isOnlySent(name)),
    );
  }
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Python's own notation (`(?P<name>…)`, `\Z`) is none of JavaScript's: then the rest is judged without it. */
function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    return new RegExp(value, 'u').source !== '';
  } catch {
    return false;
  }
}
