/** Characters that take two columns of a terminal: East Asian wide ones and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const noColumn = /[\p{M}\u200c\u200d]/u;

/** What nearly every line is made of: a column each. */
const plain = /^[ -~\u2010-\u2027]*$/;

/** How many columns of a terminal a line takes. */
export function widthOf(line: string): number {
  if (plain.test(line)) return line.length;
  let columns = 0;
  for (const character of line) columns += widthOfCharacter(character);
  return columns;
}

/** The longest beginning that takes no more than so many columns. */
export function fitting(line: string, columns: number): string {
  if (plain.test(line)) return line.slice(0, Math.max(columns, 0));
  let left = columns;
  let end = 0;
  for (const character of line) {
    left -= widthOfCharacter(character);
    if (left < 0) break;
    end += character.length;
  }
  return line.slice(0, end);
}

/** Cut to so many columns, with `…` for what is left out. */
export function clippedTo(line: string, columns: number): string {
  return widthOf(line) <= columns ? line : `${fitting(line, columns - 1).trimEnd()}…`;
}

/**
 * Lines of no more than so many columns, all but the first indented; broken at blanks. A longer word has a line of its own, cut.
 */
export function wrapped(text: string, columns: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = lines.length === 0 ? columns : columns - indent;
    if (widthOf(longer) <= room) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = clippedTo(word, lines.length === 0 ? columns : columns - indent);
    }
  }
  const all = line === '' ? lines : [...lines, line];
  return all.map((each, index) => (index === 0 ? each : ' '.repeat(indent) + each));
}

function widthOfCharacter(character: string): number {
  return noColumn.test(character) ? 0 : wide.test(character) ? 2 : 1;
}
