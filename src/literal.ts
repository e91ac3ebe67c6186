/** A regular expression that matches this very text. Node 22 has no `RegExp.escape` yet. */
export function literal(text: string): string {
  return text.replaceAll(/\W/g, String.raw`\$&`);
}
