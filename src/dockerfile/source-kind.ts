/**
 * Where a source of COPY or ADD lies, by its text alone. What merely may be a repository, such as `github.com/a/b`, is left to the
 * build.
 */
export type SourceKind = 'http' | 'git' | 'context' | 'unknown';

export function sourceKind(text: string): SourceKind {
  if (/^https?:\/\//.test(text)) return isRepository(text) ? 'git' : 'http';
  if (/^(?:git|ssh):\/\/|^git@[\w.-]+:/.test(text)) return 'git';
  return /[@$]|^(?:github|gitlab|bitbucket)\./.test(text) ? 'unknown' : 'context';
}

function isRepository(url: string): boolean {
  return url.replace(/[?#].*$/s, '').endsWith('.git');
}
