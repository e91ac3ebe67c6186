import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
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
      let node: unknown = document.contents;
      let key = offsetOf(node);
      for (const step of steps) {
        const holder = isAlias(node) ? node.resolve(document) : node;
        if (isMap(holder)) {
          const pair = holder.items.find(
            (each) => String(isScalar(each.key) ? each.key.value : each.key) === `${step}`,
          );
          if (pair === undefined) break;
          key = offsetOf(pair.key) ?? key;
          node = pair.value;
        } else if (isSeq(holder) && typeof step === 'number') {
          node = holder.items[step];
          key = offsetOf(node) ?? key;
        } else break;
      }
      return placeAt((part === 'value' ? offsetOf(node) : undefined) ?? key ?? 0);
    },
    sourceOf(steps) {
      const found = document.getIn(steps, true);
      const node = isAlias(found) ? found.resolve(document) : found;
      return isScalar(node) ? node.source : undefined;
    },
  };
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
