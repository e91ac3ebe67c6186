/** A way to write that an older Python does not read. */
export interface NewerSyntax {
  readonly name: string;
  readonly since: string;
}

/** By the line that Python quotes, and where that may mean two things, by what it says. */
const constructs: readonly (NewerSyntax & { readonly line: RegExp; readonly says?: RegExp })[] = [
  { name: 'a template string', since: '3.14', line: /(?<![\w"'])(?:[tT][rR]?|[rR][tT])["']/ },
  {
    name: '`except` with several types and no parentheses',
    since: '3.14',
    line: /^except\s+[\w.]+\s*,\s*(?:\w+\.)*[A-Z]\w*/,
    says: /multiple exception types must be parenthesized|invalid syntax/,
  },
  { name: 'the `type` statement', since: '3.12', line: /^type\s+\w+(?:\[[^\]]*\])?\s*=/ },
  { name: 'type parameters in brackets', since: '3.12', line: /^(?:async\s+def|def|class)\s+\w+\[/ },
  {
    name: 'an f-string that holds its own quotes',
    since: '3.12',
    line: /(?<![\w"'])(?:[fF][rR]?|[rR][fF])(?<quote>["'])(?:(?!\k<quote>).)*\{[^}]*\k<quote>.*\k<quote>/,
  },
  {
    name: 'an f-string with a backslash or a comment in its braces',
    since: '3.12',
    line: /[fF][rR]?["']/,
    says: /^f-string expression part cannot include/,
  },
  {
    name: 'an f-string with a line break in its braces',
    since: '3.12',
    line: /(?<![\w"'])(?:[fF][rR]?|[rR][fF])(?<quote>["'])(?:(?!\k<quote>).)*\{[^}]*$/,
    says: /unterminated string literal|EOL while scanning/,
  },
  { name: '`except*`', since: '3.11', line: /^except\s*\*/ },
  { name: 'a star in an index', since: '3.11', line: /\w\[(?:[^\]]*,\s*)?\*\w/ },
  { name: 'the `match` statement', since: '3.10', line: /^(?:match\s.+|case\s.+):(?:\s*#.*)?$/ },
  { name: '`with` and parentheses around several managers', since: '3.10', line: /^(?:async\s+)?with\s*\(/ },
  { name: 'a decorator that is any expression', since: '3.9', line: /^@.*[[(].*[\])]\s*[.[(]/ },
  { name: '`:=`', since: '3.8', line: /:=/ },
  { name: '`/` among the parameters', since: '3.8', line: /^(?:async\s+)?def\s+\w+\(.*(?:,\s*|\()\/\s*[,)]/ },
  { name: '`=` in an f-string', since: '3.8', line: /(?<!\w)[fF]["'].*\{\w+=\}/ },
];

/** What this line surely or likely has that came with a version; undefined where it is plainly wrong in all of them. */
export function newerSyntax(line: string, says: string): NewerSyntax | undefined {
  const text = line.trim();
  return constructs.find(
    (construct) => construct.line.test(text) && (construct.says === undefined || construct.says.test(says)),
  );
}
