/** Names of hadolint, ShellCheck and BuildKit: whether they say something only those tools can tell. */
export function isForeignName(id: string): boolean {
  return (
    /^(?:DL\d{4}|(?:shellcheck\/)?SC\d{4}|buildkit\/\w+)$/i.test(id) || /^[A-Z][a-z]+(?:[A-Z][A-Za-z]*)+$/.test(id)
  );
}
