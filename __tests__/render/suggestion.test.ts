import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSuggestionId, renderSuggestion, suggestionId } from '../../src/render/suggestion.ts';
import { hostileText } from '../support/hostile-text.ts';
import { linksFor, rootUser } from '../support/reports.ts';
import { nodesIn, parseMarkdown, referencesIn } from '../support/text-doors.ts';

const links = linksFor();

describe('a suggestion', () => {
  test('is known again by the flaw and the text that is proposed', () => {
    const body = renderSuggestion(rootUser, ['USER app'], links) ?? '';
    expect(readSuggestionId(body)).toBe(suggestionId(rootUser, ['USER app']));
    expect(readSuggestionId(renderSuggestion(rootUser, ['USER other'], links) ?? '')).not.toBe(readSuggestionId(body));
    expect(readSuggestionId(`> ${body}`)).toBeUndefined();
    expect(readSuggestionId(`quoted\n${body}`)).toBeUndefined();
  });

  test('is not made of lines that would not be shown as they are', () => {
    for (const line of ['a\u202eb', 'a\u001b[31m', 'a\u0000', 'a\u2028b', 'a\rb', 'a\nb'])
      expect(renderSuggestion(rootUser, [line], links)).toBeUndefined();
    expect(renderSuggestion(rootUser, ['RUN a \\', '\tb', ''], links)).toContain('```suggestion\nRUN a \\\n\tb\n\n```');
  });

  test('holds no text that does anything but be read, and breaks out of no fence', () => {
    fc.assert(
      fc.property(hostileText, hostileText, fc.array(hostileText, { maxLength: 3 }), (title, advice, lines) => {
        const body = renderSuggestion({ ...rootUser, title, advice, why: advice }, lines, links);
        if (body === undefined) return;
        const tree = parseMarkdown(body);
        const nodes = [...nodesIn(tree)];
        expect(referencesIn(tree)).toEqual([]);
        expect(
          nodes.map(({ type }) => type).filter((type) => !['text', 'inlineCode', 'strong'].includes(type)),
        ).toEqual(['root', 'html', 'paragraph', 'link', 'code']);
        // What is applied is what was proposed.
        expect(nodes.flatMap((node) => (node.type === 'code' ? [node.lang, node.value] : []))).toEqual([
          'suggestion',
          lines.join('\n'),
        ]);
      }),
      { numRuns: 3_000 },
    );
  });
});
