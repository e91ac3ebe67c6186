/** The lines with those of a box that rich or typer drew put together into one each, without its edges. */
export function unboxed(lines: readonly string[]): readonly string[] {
  const plain: string[] = [];
  let inside: string[] | undefined;
  for (const line of lines) {
    const text = line.trim();
    if (/^[╭+]─|^\+-{2}.*-\+$/.test(text)) inside = [];
    else if (/^[╰+][─-]/.test(text) && inside !== undefined) {
      plain.push(inside.join(' ').trim());
      inside = undefined;
    } else if (inside !== undefined && /^[│|].*[│|]$/.test(text)) inside.push(text.slice(1, -1).trim());
    else plain.push(line);
  }
  return plain;
}
