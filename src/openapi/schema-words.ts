import type { OutputUnit } from '@cfworker/json-schema';
import { member } from './json.ts';

/** Words whose error only says that one of its parts has some. */
const chains = new Set(
  '$ref allOf properties patternProperties additionalProperties items prefixItems dependentSchemas unevaluatedProperties unevaluatedItems if'.split(
    ' ',
  ),
);

/** What of the body does not keep the schema, to stand behind "answers a body ": the first flaw, at the deepest place that names it. */
export function schemaWords(errors: readonly OutputUnit[], body: unknown): string {
  const at = errors.findIndex(({ keyword }) => !chains.has(keyword));
  const error = errors[at] ?? errors.at(-1);
  if (error === undefined) return 'that is none of the documented ones';
  const where = subjectOf(error.instanceLocation);
  const value = valueAt(body, error.instanceLocation);
  switch (error.keyword) {
    case 'type':
      return `${where} is ${typeWords(value)} instead of ${expectedTypes([error])}`;
    case 'anyOf':
    case 'oneOf':
      return alternativeWords(errors.slice(at), body);
    case 'required': {
      const name = /required property "([\s\S]*)"\.$/.exec(error.error)?.[1] ?? '';
      return `in which ${placeWords(`${error.instanceLocation}/${encodeURI(name)}`)} is missing`;
    }
    case 'enum':
    case 'const':
      return `${where} has a value that is not among the documented ones`;
    case 'false':
      return partsOf(error.instanceLocation).length === 0
        ? 'where none is documented'
        : `${where} is there, and not documented`;
    case 'format':
    case 'pattern':
      return `${where} is not written as documented`;
    default:
      return `${where} does not keep \`${error.keyword}\` of its schema`;
  }
}

/**
 * Where none of several forms is kept: the types that would be, where all of them are wrong in that; or the flaw of the one form that
 * has the right type, such as a model that may be null.
 */
function alternativeWords([error, ...below]: readonly OutputUnit[], body: unknown): string {
  if (error === undefined) return '';
  const { instanceLocation, keywordLocation } = error;
  const branches = Map.groupBy(
    below.filter((each) => each.keywordLocation.startsWith(`${keywordLocation}/`)),
    (each) => each.keywordLocation.slice(keywordLocation.length + 1).split('/')[0],
  );
  const leaves = [...branches.values()].map((branch) => branch.filter(({ keyword }) => !chains.has(keyword)));
  const isOtherType = (branch: readonly OutputUnit[]): boolean =>
    branch.some((leaf) => leaf.keyword === 'type' && leaf.instanceLocation === instanceLocation);
  const [fitting, ...more] = leaves.filter((branch) => !isOtherType(branch));
  const where = subjectOf(instanceLocation);
  if (leaves.length > 0 && fitting === undefined)
    return `${where} is ${typeWords(valueAt(body, instanceLocation))} instead of ${expectedTypes(leaves.flat())}`;
  if (fitting !== undefined && fitting.length > 0 && more.length === 0) return schemaWords(fitting, body);
  return `${where} has none of the documented forms, or several of those that exclude each other`;
}

/** `in which \`[0].price\``; the body itself is what the sentence began with. */
function subjectOf(location: string): string {
  return partsOf(location).length === 0 ? 'that' : `in which ${placeWords(location)}`;
}

const longestPlace = 60;

/** `#/0/price` as `[0].price`. */
function placeWords(location: string): string {
  const parts = partsOf(location);
  const text = parts
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : `${index === 0 ? '' : '.'}${printed(part)}`))
    .join('');
  return `\`${text.length > longestPlace ? `…${text.slice(1 - longestPlace)}` : text}\``;
}

function quotedName(name: string): string {
  return `\`${printed(name.length > longestPlace ? `${name.slice(0, longestPlace - 1)}…` : name)}\``;
}

function printed(text: string): string {
  return text.replaceAll(/[`\p{Cc}]/gu, "'");
}

function partsOf(location: string): readonly string[] {
  return location
    .split('/')
    .slice(1)
    .map((part) => decodeURI(part).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(body: unknown, location: string): unknown {
  return partsOf(location).reduce<unknown>(
    (value, part) => (Array.isArray(value) ? value[Number(part)] : member(value, part)),
    body,
  );
}

function typeWords(value: unknown): string {
  if (value === null) return '`null`';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** The validator names them only in its sentence. */
function expectedTypes(errors: readonly OutputUnit[]): string {
  const names = errors.flatMap(({ error }) => /Expected "(.*)"\.$/.exec(error)?.[1]?.split('", "') ?? []);
  return [...new Set(names)].map(quotedName).join(' or ');
}
