const longestLine = 2_000;

/** One line must not fill the page. */
export function cut(line: string): string {
  return line.length <= longestLine
    ? line
    : `${line.slice(0, longestLine).toWellFormed()}… [${line.length - longestLine} more characters]`;
}
