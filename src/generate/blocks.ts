/** How a generated block is fenced in a hand-written file. */
export type BlockStyle = 'yaml' | 'markdown';

/**
 * Puts `text` between the two markers of a block. Throws where the markers are not there once each: then somebody has
 * edited them away, and the block would silently go stale.
 */
export function withBlock(file: string, style: BlockStyle, name: string, text: string): string {
  const first = marker(style, `generated: ${name}`);
  const last = marker(style, `end of ${name}`);
  const [before, inside, ...more] = file.split(`${first}\n`);
  const after = inside?.split(`${last}\n`)[1];
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`the block ${name} needs its two lines, once each: ${first} and ${last}`);
  return `${before}${first}\n${text}${last}\n${after}`;
}

function marker(style: BlockStyle, words: string): string {
  return style === 'yaml' ? `# ${words}` : `<!-- ${words} -->`;
}
