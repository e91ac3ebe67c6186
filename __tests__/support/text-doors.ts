import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { cleanLines } from '../../src/render/clean.ts';
import {
  code,
  details,
  fence,
  type Markdown,
  markup,
  paragraphs,
  prose,
  table,
  text,
} from '../../src/render/markdown.ts';
import { guardedBlock, printable, printableLines } from '../../src/render/printing.ts';
import { readCommands } from './runner-commands.ts';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];

/** Markdown as GitHub parses it, by the parser that half of npm uses. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The node and all below it. */
export function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesIn(child);
}

/** What GitHub makes of finished text by itself: mentions, issues, commits, addresses, emoji, formulas. */
const reference =
  /[@#$]\w|\w[@#]\w|:\/\/|www\.|:[\w+-]+:|\b(?:GH|CVE|GHSA)-\w|(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i;

/** References in what is shown outside of code. */
export function referencesIn(root: Root): readonly string[] {
  return [...nodesIn(root)].flatMap((node) => {
    if (node.type === 'text') return reference.test(node.value) ? [node.value] : [];
    if (node.type !== 'html') return [];
    const shown = node.value.replaceAll(/<code>[^<]*<\/code>|<!--[^]*?-->|<[^>]*>/g, '\u0001');
    return reference.test(shown) ? [shown] : [];
  });
}

/** The commands that the runner would take out of untrusted texts behind the printing door. */
export function commandsBehindTheDoor(texts: readonly string[]): readonly string[] {
  const lines = texts.flatMap((each) => [printable(each), ...printableLines(each), `| ${printable(each)}`]);
  const guarded = readCommands(guardedBlock(texts, '5b1e').join('\n'));
  const [first, ...more] = guarded.commands;
  return [
    ...readCommands(lines.join('\n')).commands.map(({ name }) => name),
    ...lines.filter((line) => /[\r\n\u0085\u2028\u2029]/.test(line)),
    ...(first?.name === 'stop-commands' ? [] : ['the guard is not closed']),
    ...more.map(({ name }) => name),
  ];
}

interface Case {
  readonly block: Markdown;
  /** The types of the blocks that it has to be; none for what is not seen. */
  readonly types: readonly Root['children'][number]['type'][];
}

const ours = new Set(['root', 'paragraph', 'text', 'inlineCode', 'code', 'table', 'tableRow', 'tableCell', 'html']);

/** Each text through one of the ways into Markdown, all in one document: whatever is in it that is not ours. */
export function breachesOfMarkdown(texts: readonly string[]): readonly string[] {
  const cases = texts.map((each, at) => caseOf(each, texts[at + 1] ?? each, at));
  const document = paragraphs(...cases.map(({ block }) => block), markup`the end`).markdown;
  const root = parseMarkdown(document);
  const types = root.children.map(({ type }) => type).join(' ');
  const expected = [...cases.flatMap((each) => each.types), 'paragraph'].join(' ');
  const fenced = new Set(texts.flatMap((each, at) => (at % ways === 4 ? [cleanLines(each).join('\n')] : [])));
  const nodes = [...nodesIn(root)];
  return [
    ...(types === expected ? [] : [`the blocks are ${types}, and not ${expected}`]),
    ...nodes.flatMap((node) => (ours.has(node.type) ? [] : [`there is a ${node.type}: ${JSON.stringify(node)}`])),
    ...nodes.flatMap((node) =>
      node.type === 'code' && !fenced.has(node.value) ? [`a fence holds ${JSON.stringify(node.value)}`] : [],
    ),
    ...nodes.flatMap((node) =>
      node.type === 'html' && !/^<details><summary>(?:[^<>]|<\/?code>)*<\/summary>$|^<\/details>$/.test(node.value)
        ? [`there is HTML: ${node.value}`]
        : [],
    ),
    ...nodes.flatMap((node) =>
      node.type === 'tableRow' && node.children.length !== 2 ? [`a row has ${node.children.length} cells`] : [],
    ),
    ...referencesIn(root).map((shown) => `there is a reference: ${shown}`),
    ...(nodes.at(-1)?.type === 'text' ? [] : ['the end is not seen']),
  ];
}

const ways = 7;

function caseOf(one: string, other: string, at: number): Case {
  switch (at % ways) {
    case 0:
      return inline(text(one));
    case 1:
      return inline(prose(one));
    case 2:
      return inline(markup`x ${text(one)} y ${code(other)} z ${prose(other)}.`);
    case 3:
      return inline(code(one));
    case 4:
      return { block: fence([one], 'text'), types: ['code'] };
    case 5: {
      const columns = [
        { title: one, align: 'left' },
        { title: 'Size', align: 'right' },
      ] as const;
      return {
        block: table(columns, [
          [code(one), text(other)],
          [prose(other), code(other)],
        ]),
        types: ['table'],
      };
    }
    default:
      return { block: details(one, markup`inside ${text(other)}`), types: ['html', 'paragraph', 'html'] };
  }
}

/** Blanks and tabs alone are no paragraph; other white space is text. */
function inline(block: Markdown): Case {
  return { block, types: /^[ \t]*$/.test(block.markdown) ? [] : ['paragraph'] };
}
