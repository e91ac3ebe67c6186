import { describe, expect, test } from 'vitest';
import { diagnose, remarksOn, type Diagnosed } from '../../src/diagnoses/diagnose.ts';
import type { RecordedExample } from '../../src/diagnoses/diagnosis.ts';
import { diagnoses } from '../../src/diagnoses/index.ts';
import { unknown } from '../../src/diagnoses/unknown.ts';
import { applyEdits } from '../../src/lint/edits.ts';
import { observe } from '../support/observation.ts';

const ids = new Set([...diagnoses, unknown].map(({ id }) => id));

describe.each(diagnoses)('$id', (diagnosis) => {
  test.each(diagnosis.examples)('is recognised: $title', (example) => {
    const { blames, findings } = told(example);
    const [root] = findings;
    expect({ check: root?.check, place: placeOf(root), blames, status: root?.status }).toEqual({
      check: diagnosis.id,
      place: example.place,
      blames: diagnosis.blames,
      status: 'confirmed',
    });
    expect(root?.evidence.length).toBeGreaterThan(0);
    expect(root?.advice).toContain(example.advice ?? '');
  });

  test.each(diagnosis.examples)('is told in few words: $title', (example) => {
    const [root] = told(example).findings;
    expect(root?.headline?.length ?? 0).toBeLessThanOrEqual(55);
    expect(root?.title.length).toBeLessThanOrEqual(90);
    expect(root?.title).not.toMatch(/[.!?]$|^(?!Python|BuildKit)\p{Lu}\p{Ll}/u);
    for (const text of [root?.headline ?? '', root?.title ?? '', root?.why ?? '', root?.advice ?? '']) {
      expect(text).toMatch(/^[^`]*(?:`[^`]+`[^`]*)*$/);
      expect(text.replaceAll(/`[^`]*`/g, '')).not.toMatch(/\bplease\b|\byou\b|!|\?\s*$|undefined|\[object/i);
    }
    expect(root?.why).toMatch(/\.$/);
    expect(root?.advice).toMatch(/\.$/);
  });

  test.each(diagnosis.examples.filter(({ fixed }) => fixed !== undefined))('is fixed: $title', (example) => {
    const [root] = told(example).findings;
    const [edit] = root?.fix?.edits ?? [];
    const file = edit?.location.path ?? '';
    const before = file === 'Dockerfile' ? example.dockerfile : (example.files?.[file] ?? '');
    const after = applyEdits(before, root?.fix?.edits ?? []);
    const changed = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(changed).toEqual([example.fixed]);
  });

  test.each(diagnosis.confusions)('is not taken for it: $title', (confusion) => {
    const { findings } = told(confusion);
    expect(findings[0]?.check).toBe(confusion.is);
    expect(findings.map(({ check }) => check)).not.toContain(diagnosis.id);
    expect(confusion.is === undefined || ids.has(confusion.is)).toBe(true);
  });
});

/** What failed; where nothing did, what is worth a word. */
function told(example: RecordedExample): Diagnosed {
  const seen = observe(example);
  const failed = diagnose(seen);
  if (failed.findings.length > 0) return failed;
  const findings = remarksOn(seen, example.saw.stop === undefined ? 'serve' : 'stop');
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return { blames: diagnoses.find(({ id }) => id === findings[0]?.check)?.blames ?? 'image', findings };
}

test('a diagnosis is named after its file and stands on the shelf once', () => {
  const names = diagnoses.map(({ id }) => id);
  expect(new Set(names).size).toBe(names.length);
  for (const { examples, confusions } of diagnoses) {
    expect(examples.length).toBeGreaterThan(0);
    expect(confusions.length).toBeGreaterThan(0);
  }
});

function placeOf(finding: ReturnType<typeof diagnose>['findings'][number] | undefined): string | undefined {
  return finding?.location === undefined ? undefined : `${finding.location.path}:${finding.location.line}`;
}
