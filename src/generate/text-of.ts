import type { Argument, Expression } from 'oxc-parser';

/** What a name stands for: an argument of the call that is looked at, or a constant of the file. */
export type Names = ReadonlyMap<string, Argument | Expression>;

/** Stands where only a run knows the words. */
export const unknownWords = '…';

/** Of a name that stands for a name, and so on, so many are followed. */
const deepest = 8;

/** Every text that an expression may be, as far as the source tells it. */
export function textsOf(node: Argument | Expression, names: Names, depth = 0): readonly string[] {
  if (depth > deepest) return [unknownWords];
  const inside = (inner: Argument | Expression): readonly string[] => textsOf(inner, names, depth + 1);
  switch (node.type) {
    case 'Literal':
      return [String(node.value)];
    case 'TemplateLiteral':
      return joined(
        node.quasis.flatMap(({ value }, at) => {
          const hole = node.expressions[at];
          return [[value.cooked ?? ''], ...(hole === undefined ? [] : [inside(hole)])];
        }),
      );
    case 'BinaryExpression':
      return node.operator === '+' ? joined([inside(node.left), inside(node.right)]) : [unknownWords];
    case 'ConditionalExpression':
      return told([...inside(node.consequent), ...inside(node.alternate)]);
    case 'LogicalExpression':
      // Behind `||` stands what is said where a program said nothing.
      return told([...inside(node.left), ...(node.operator === '??' ? inside(node.right).filter(isSentence) : [])]);
    case 'Identifier': {
      const meant = names.get(node.name);
      return meant === undefined ? [unknownWords] : inside(meant);
    }
    case 'CallExpression':
      return [node.callee.type === 'Identifier' && node.callee.name === 'quoted' ? `"${unknownWords}"` : unknownWords];
    default:
      return [unknownWords];
  }
}

/** What is only there at times is shown; a text that says nothing is not, where another does. */
function told(texts: readonly string[]): readonly string[] {
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  const speaking = distinct.filter((text) => text !== unknownWords);
  return speaking.length > 0 ? speaking : [distinct[0] ?? ''];
}

/** Not a value that stands in for one that is missing. */
function isSentence(text: string): boolean {
  return text.includes(' ');
}

function joined(parts: readonly (readonly string[])[]): readonly string[] {
  return parts.reduce<readonly string[]>(
    (texts, part) => texts.flatMap((text) => part.map((next) => `${text}${next}`)),
    [''],
  );
}
