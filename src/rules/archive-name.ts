/** The name of a packed tar, which ADD unpacks. A bare `.gz` may be one; ADD never unpacks a zip. */
export function hasArchiveName(path: string): boolean {
  return /\.(?:tar|gz|bz2|xz|zst|lz|lzma|z|t[gblx]z|tb2|tbz2|tpz|tzst|tz)$/i.test(path);
}

/** Behind the last slash or backslash. */
export function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}
