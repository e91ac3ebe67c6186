/**
 * Terminal sequences, from ECMA-48: CSI with its parameters; OSC, DCS, SOS, PM and APC up to their end; two-character escapes.
 * Introducers may be one C1 character. An unended string reaches to the end of its line only, so that no log disappears.
 */
const terminalSequences =
  // eslint-disable-next-line no-control-regex
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\r\n]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/g;

/**
 * Control characters (tab and line breaks apart) and what is not seen but reorders, hides or joins text: bidirectional
 * controls, zero-width characters, the byte order mark, tag characters. Joiners inside words and emoji stay.
 */
const unseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** All that ends a line somewhere: for the runner `\r` alone does, and some viewers take Unicode's separators for breaks. */
const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** The lines of untrusted text without anything that acts instead of being read. A break at the very end begins no further line. */
export function cleanLines(text: string): string[] {
  const lines = text.replaceAll(terminalSequences, '').replaceAll(unseen, '').toWellFormed().split(lineBreak);
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  return lines;
}

/** The same as one line: breaks and tabs become blanks. */
export function cleanLine(text: string): string {
  return cleanLines(text).join(' ').replaceAll('\t', ' ');
}
