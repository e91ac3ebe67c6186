import { describe, expect, it } from 'vitest';
import { expand } from '../../src/dockerfile/expand.ts';

const values: ReadonlyMap<string, string> = new Map([
  ['A', 'one'],
  ['E', ''],
  ['P', '/usr/local/bin/python3.12'],
  ['S', 'a-b-a'],
  ['_x1', 'under'],
]);
const lookup = (name: string): string | undefined => values.get(name);

describe('a text whose variables are known becomes', () => {
  it.each([
    ['plain', 'plain'],
    ['$A${A}_$_x1', 'oneone_under'],
    [`'$A' "$A" \\$A`, '$A one $A'],
    ['"a\\"b\\c"', 'a"b\\c'],
    ['${U:-x} ${E:-x} ${E-x} ${U-x} ${A:-x}', 'x x  x one'],
    ['${U:+x}|${E:+x}|${E+x}|${A:+x}', '||x|x'],
    ['${U:-${A}-$A}', 'one-one'],
    ['${A?gone} ${A:?}', 'one one'],
    ['${P##*/} ${P#*/} ${P%/*} ${P%%/*}', 'python3.12 usr/local/bin/python3.12 /usr/local/bin '],
    ['${P%.*} ${P#/usr/?????}', '/usr/local/bin/python3 /bin/python3.12'],
    ['${S/a/c} ${S//a/c} ${S//-/} ${S/x/y}', 'c-b-a c-b-c aba a-b-a'],
    ['${S/\\*/x} ${S//[ab]/x}', 'a-b-a a-b-a'],
    ['a $ b', 'a $ b'],
    ['é$A', 'éone'],
  ])('%s', (text, expected) => {
    expect(expand(text, lookup)).toEqual({ known: true, text: expected });
  });

  it('with the escape character of the file', () => {
    expect(expand('C:\\$A`$A', lookup, '`')).toEqual({ known: true, text: 'C:\\one$A' });
  });
});

describe('a text is unknown', () => {
  it.each([
    ['a$U-${V}', 'a-', ['U', 'V']],
    ['${A:-$U}', 'one', undefined],
    ['${E:-$U}', '', ['U']],
    ['${U:+$V}', '', undefined],
    ['${A:+$V}', '', ['V']],
    ['${U#x}', '', ['U']],
    ['${U//a/b}', '', ['U']],
  ])('where it depends on what has no value: %s', (text, expected, missing) => {
    expect(expand(text, lookup)).toEqual(
      missing === undefined ? { known: true, text: expected } : { known: false, text: expected, missing },
    );
  });

  it.each([
    ['${U?}', 'U: is not allowed to be unset'],
    ['${E:?}', 'E: is not allowed to be empty'],
    ['${U:?give one}', 'U: give one'],
    ['${A', 'unsupported modifier (\uFFFD) in substitution'],
    ['${A:-x', "syntax error: missing '}'"],
    ['${}', 'syntax error: bad substitution'],
    ['${A^}', 'unsupported modifier (^) in substitution'],
    ["'a", 'unexpected end of statement while looking for matching single-quote'],
    ['"a', 'unexpected end of statement while looking for matching double-quote'],
    ['${A#\\x}', "invalid pattern (\\x) in substitution: invalid escape '\\x'"],
  ])('where BuildKit refuses it: %s', (text, error) => {
    expect(expand(text, lookup)).toMatchObject({ known: false, text: '', error });
  });

  it('and never keeps one waiting', () => {
    const long = 'a'.repeat(60_000);
    expect(expand(`\${X//*a*a*b/c}`, () => long)).toMatchObject({ known: false });
    expect(expand('${A:-'.repeat(50_000), lookup)).toMatchObject({ known: false });
    expect(expand(`\${E:-${'$U'.repeat(200_000)}}`, lookup)).toMatchObject({ known: false, missing: ['U'] });
  });
});
