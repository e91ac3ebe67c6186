import { createHash } from 'node:crypto';
import { parseSync, Visitor, type Expression, type Program, type Span } from 'oxc-parser';

// What becomes of the text of a module or of a bundle, so that it starts faster. Each takes a text and gives one that does the same.

/**
 * Webpack puts each module into a function, and nearly all of them are called at once. V8 would first skim such a function and then
 * read it again; in parentheses it is compiled the first time (about a tenth of a cold start).
 */
export function compiledAtOnce(bundle: string): string {
  const modules = parseSync('bundle.js', bundle).program.body.flatMap((statement) =>
    statement.type === 'VariableDeclaration'
      ? statement.declarations.flatMap(({ init }) =>
          init?.type === 'ObjectExpression'
            ? init.properties.flatMap((property) => (property.type === 'Property' ? property.value : []))
            : [],
        )
      : [],
  );
  return replaced(
    bundle,
    modules
      .filter(({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionExpression')
      .map(({ start, end }) => ({ start, end, by: `(${bundle.slice(start, end)})` })),
  );
}

/**
 * The examples of a rule are for its page and its test; lint of one file never looks at them, and to make them all is a tenth of its
 * start. So `bad` and `good` are made when somebody reads them.
 */
export function examplesWhenAsked(module: string): string {
  const examples = parseSync('rule.js', module).program.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration'
      ? statement.declaration.declarations.flatMap(({ init }) => examplesIn(init))
      : [],
  );
  return replaced(
    module,
    examples.map(({ start, end, name, value }) => ({
      start,
      end,
      by: `get ${name}() { return ${module.slice(value.start, value.end)}; }`,
    })),
  );
}

function examplesIn(init: Expression | null) {
  if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier' || init.callee.name !== 'defineRule')
    return [];
  const [rule] = init.arguments;
  if (rule?.type !== 'ObjectExpression') return [];
  return rule.properties.flatMap((property) =>
    property.type === 'Property' &&
    property.key.type === 'Identifier' &&
    ['bad', 'good'].includes(property.key.name) &&
    property.value.type === 'ArrayExpression'
      ? [{ start: property.start, end: property.end, name: property.key.name, value: property.value }]
      : [],
  );
}

/**
 * ncc reaches Node's own modules by `createRequire`, made anew for each of them, and that by node:module, which a start needs for nothing
 * else. Node gives them by itself from 22.3 on.
 */
export function builtinsAsked(bundle: string): string {
  const [statement, creator] = /^import\{createRequire as (\w+)\}from"module";/.exec(bundle) ?? [];
  if (statement === undefined) throw new Error('ncc reaches node:fs in another way now: look for createRequire');
  return bundle
    .slice(statement.length)
    .replaceAll(`${creator}(import.meta.url)`, builtin)
    .replace(
      /^/,
      `const ${builtin}=process.getBuiltinModule??(await import("node:module")).createRequire(import.meta.url);`,
    );
}

const builtin = '__builtin';

/** V8 keeps a text of which one character is outside Latin-1 in twice the room, and reads it more slowly; here `…` becomes `\u2026`. */
export function asAscii(bundle: string): string {
  const raw = taggedTemplates(parseSync('bundle.js', bundle).program);
  return bundle.replaceAll(/[\u0080-\uffff]/g, (unit, at: number) => {
    // A tag may read its text as it is written, where an escape is no escape.
    if (raw.some(({ start, end }) => at >= start && at < end))
      throw new Error(`a tagged template holds ${unit}, which cannot be escaped there: write \${'${unit}'}`);
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function taggedTemplates(program: Program): readonly Span[] {
  const found: Span[] = [];
  new Visitor({ TaggedTemplateExpression: ({ quasi }) => void found.push(...quasi.quasis) }).visit(program);
  return found;
}

/**
 * A module can be kept compiled only as far as it is compiled before it runs; a script as far as it was compiled when it has run, with
 * all that was called (launcher.js). So the bundle becomes a function that is handed what only a module has, its URL and `import()`;
 * and the last line tells it from any other. An async arrow function in parentheses would be skimmed first after all.
 */
export function asScript(bundle: string): string {
  const of: Span[] = [];
  new Visitor({
    MetaProperty: ({ start, end }) => void of.push({ start, end }),
    ImportExpression: ({ start }) => void of.push({ start, end: start + 'import'.length }),
  }).visit(parseSync('bundle.js', bundle).program);
  const text = replaced(
    bundle,
    of.map((span) => ({ ...span, by: `__${bundle.slice(span.start, span.end).replace('.', '_')}` })),
  );
  const script = `(async function(__import,__import_meta){${text}\n})`;
  const { errors } = parseSync('bundle.cjs', script, { sourceType: 'script' });
  if (errors[0] !== undefined) throw new Error(`ncc writes what only a module may hold: ${errors[0].message}`);
  return `${script}\n//${createHash('sha256').update(script).digest('hex')}`;
}

/** The text with each span's text replaced. */
function replaced(text: string, spans: readonly (Span & { readonly by: string })[]): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end, by } of spans.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(at, start), by);
    at = end;
  }
  return [...pieces, text.slice(at)].join('');
}
