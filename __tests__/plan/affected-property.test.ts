import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeOf, judge, planIn, writeRecipe } from '../support/builder/affected-case.ts';
import { builderCases, type BuilderCase } from '../support/builder/cases.ts';
import { dockerfileText } from '../support/builder/recipe.ts';
import { takenBy } from '../support/builder/reference.ts';
import { below } from '../support/builder/tree.ts';

let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-affected-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function isOtherwise({ recipe, context, earlier, later }: BuilderCase): boolean {
  const [before, after] = [earlier, later].map((tree) => takenBy(recipe, below(context, tree)));
  return before !== after;
}

it('a change of a file that reaches an image never leaves its trial out', () => {
  const runs = Number(process.env['AFFECTED_RUNS'] ?? 1200);
  const counts = { different: 0, untouched: 0 };
  fc.assert(
    fc.property(builderCases({ mounts: true }), (each) => {
      const words = writeRecipe(folder, each);
      const { isAffected } = judge(planIn(folder, ...words), changeOf(folder, each));
      const isDifferent = isOtherwise(each);
      if (isDifferent) counts.different += 1;
      if (!isAffected) counts.untouched += 1;
      if (isDifferent && !isAffected) throw new Error(`is left out:\n${dockerfileText(each.recipe)}`);
    }),
    { numRuns: runs },
  );
  // It would be no answer to call everything affected, and no test where nothing is ever otherwise.
  expect(counts.different).toBeGreaterThan(runs / 4);
  expect(counts.untouched).toBeGreaterThan(runs / 4);
});
