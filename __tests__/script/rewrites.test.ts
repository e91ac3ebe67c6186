import { expect, test } from 'vitest';
import { asAscii, asScript, compiledAtOnce, examplesWhenAsked } from '../../script/rewrites.ts';

test('the functions around modules stand in parentheses, and nothing else changes', () => {
  expect(compiledAtOnce('var t={12:(e,t)=>{t.a=()=>1},34:function(e){},56:1};const f=()=>2;')).toBe(
    'var t={12:((e,t)=>{t.a=()=>1}),34:(function(e){}),56:1};const f=()=>2;',
  );
});

test('the examples of a rule are made when they are read, and nothing else changes', () => {
  const before =
    "import { defineRule, dockerfile } from './rule.js';\nexport const flaw = defineRule({\n    id: 'flaw',\n    bad: [{ dockerfile: dockerfile `FROM a` }],\n    good: [],\n    *check() { yield { bad: [] }; },\n});\n";
  const after = examplesWhenAsked(before);
  expect(after).toBe(
    before
      .replace(
        'bad: [{ dockerfile: dockerfile `FROM a` }]',
        'get bad() { return [{ dockerfile: dockerfile `FROM a` }]; }',
      )
      .replace('good: []', 'get good() { return []; }'),
  );
  expect(examplesWhenAsked('export const plain = { bad: [] };')).toBe('export const plain = { bad: [] };');
});

test('letters outside ASCII are escaped, and mean the same', () => {
  const bundle =
    'const a="…",b=`${a}é`,c=/[–—]|\\u{1f600}/u,d="😀",e=["–","😀","x"].map(f=>c.test(f));export{a,b,d,e};';
  const ascii = asAscii(bundle);
  expect(ascii).toBe(
    'const a="\\u2026",b=`${a}\\u00e9`,c=/[\\u2013\\u2014]|\\u{1f600}/u,d="\\ud83d\\ude00",e=["\\u2013","\\ud83d\\ude00","x"].map(f=>c.test(f));export{a,b,d,e};',
  );
  const meant = (text: string): unknown => new Function(text.replace('export{', 'return{'))(); // eslint-disable-line typescript/no-implied-eval, no-new-func
  expect(meant(ascii)).toEqual(meant(bundle));
});

test('what a tag would read as it is written is not escaped but refused', () => {
  expect(() => asAscii('const a=String.raw`…`;')).toThrow(
    "a tagged template holds …, which cannot be escaped there: write ${'…'}",
  );
});

test('a bundle becomes a function that is handed what only a module has', async () => {
  const bundle = 'const{a}=await import("./a.js");process.emit("told",a,import.meta.url,"import(x), import.meta");';
  const script = asScript(bundle);
  const [text = '', last = ''] = script.split('\n//');
  expect(text).toBe(
    '(async function(__import,__import_meta){const{a}=await __import("./a.js");process.emit("told",a,__import_meta.url,"import(x), import.meta");\n})',
  );
  expect(last).toMatch(/^[\da-f]{64}$/);
  expect(asScript(`${bundle} `)).not.toContain(last);
});

test('what only a module may hold is told', () => {
  expect(() => asScript('export const a=1;')).toThrow('ncc writes what only a module may hold: ');
});
