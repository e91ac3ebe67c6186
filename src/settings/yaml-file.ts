import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Pair,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { UserError } from '../errors.ts';

/** What a YAML file says, and where it says it. */
export interface YamlFile {
  /** As a sentence calls it. */
  readonly name: string;
  readonly data: unknown;
  /** `name:line:column` of the value at a path, or of its key; of the nearest that has a place. */
  readonly placeOf: (steps: readonly (string | number)[], part: 'key' | 'value') => string;
  /** A single value as it is written: `3.10` is no number there. Undefined where none stands. */
  readonly sourceOf: (steps: readonly (string | number)[]) => string | undefined;
}

/** Throws a `UserError` with line and column where the text is no YAML. */
export function parseYaml(text: string, name: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return [name, Math.max(1, line), Math.max(1, col)].join(':');
  };
  const [error] = document.errors;
  if (error !== undefined)
    throw new UserError(`${troubleOf(error)}.`, {
      place: placeAt(error.pos[0]),
      hint: 'Mend the line; nothing of the file is in force until then.',
      cause: error,
    });
  return {
    name,
    data: dataOf(() => document.toJS(), name),
    placeOf(steps, part) {
      const { key, node } = followed(steps, document);
      return placeAt((part === 'value' ? offsetOf(node) : undefined) ?? key ?? 0);
    },
    sourceOf(steps) {
      const { node, isWhole } = followed(steps, document);
      const value = resolved(node, document);
      return isWhole && isScalar(value) ? value.source : undefined;
    },
  };
}

interface Followed {
  /** Where the nearest key is. */
  readonly key: number | undefined;
  /** The nearest value; an alias stays one. */
  readonly node: unknown;
  /** The whole way was there. */
  readonly isWhole: boolean;
}

function followed(steps: readonly (string | number)[], document: Document): Followed {
  let node: unknown = document.contents;
  let key = offsetOf(node);
  for (const step of steps) {
    const holder = resolved(node, document);
    if (isMap(holder)) {
      const pair = pairIn(holder, `${step}`, document);
      if (pair === undefined) return { key, node, isWhole: false };
      key = offsetOf(pair.key) ?? key;
      node = pair.value;
    } else if (isSeq(holder) && typeof step === 'number') {
      node = holder.items[step];
      key = offsetOf(node) ?? key;
    } else return { key, node, isWhole: false };
  }
  return { key, node, isWhole: true };
}

/** What a mapping takes over by `<<` counts where it says nothing of its own, the first before the later ones. */
function pairIn(map: YAMLMap, name: string, document: Document): Pair | undefined {
  const own = map.items.find(({ key }) => !isMerge(key) && String(isScalar(key) ? key.value : key) === name);
  if (own !== undefined) return own;
  for (const { key, value } of map.items) {
    if (!isMerge(key)) continue;
    const merged = resolved(value, document);
    for (const each of isSeq(merged) ? merged.items : [merged]) {
      const holder = resolved(each, document);
      const found = isMap(holder) ? pairIn(holder, name, document) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function isMerge(key: unknown): boolean {
  return isScalar(key) && typeof key.value === 'symbol' && key.value.description === '<<';
}

function resolved(node: unknown, document: Document): unknown {
  return isAlias(node) ? node.resolve(document) : node;
}

function troubleOf({ code, message }: YAMLError): string {
  return code === 'MULTIPLE_DOCS'
    ? 'a second document begins here, and a configuration is one'
    : `this is no valid YAML: ${message.replace(/\.$/, '')}`;
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

/** Aliases of aliases are refused by the reader once they grow beyond all measure. */
function dataOf(read: () => unknown, name: string): unknown {
  try {
    return read();
  } catch (error) {
    throw new UserError(`its aliases cannot be followed: ${error instanceof Error ? error.message : String(error)}.`, {
      place: name,
      hint: 'Write the values out.',
      cause: error,
    });
  }
}
