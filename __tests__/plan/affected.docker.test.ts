import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { gitOf } from '../../src/git/git.ts';
import { run } from '../../src/process.ts';
import { judge, planIn, writeRecipe } from '../support/builder/affected-case.ts';
import { builderCases, type BuilderCase } from '../support/builder/cases.ts';
import { checkOut } from '../support/builder/on-disk.ts';
import { dockerfileText } from '../support/builder/recipe.ts';
import { takenBy } from '../support/builder/reference.ts';
import { below } from '../support/builder/tree.ts';

let folder = '';
const images = new Set<string>();

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-affected-')));
});
afterAll(async () => {
  if (images.size > 0) await docker('image', 'rm', '--force', ...images);
  rmSync(folder, { recursive: true, force: true });
});

async function docker(...words: readonly string[]): Promise<{ readonly exitCode: number; readonly stdout: string }> {
  return run(['docker', ...words], { deadlineMs: 60_000, environment: process.env });
}

/** The image's id, or that there is none. */
async function built(top: string, words: readonly string[]): Promise<string> {
  const answer = await run(['docker', 'buildx', 'build', '--quiet', '--provenance=false', '--load', ...words], {
    cwd: top,
    deadlineMs: 60_000,
    environment: process.env,
  });
  if (answer.exitCode !== 0) return 'no image';
  images.add(answer.stdout.trim());
  return answer.stdout.trim();
}

interface Observed {
  readonly isAffected: boolean;
  readonly because: string;
  readonly before: string;
  readonly after: string;
}

/** Commits one state, lays the other one over it, and builds both. */
async function observe(each: BuilderCase, name: string): Promise<Observed> {
  const top = path.join(folder, name);
  mkdirSync(top);
  const git = (...words: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], { cwd: top, encoding: 'utf8' });
  git('init', '--quiet');
  checkOut(each.earlier, top);
  const words = writeRecipe(top, each);
  git('add', '--all', '--force', '.');
  git('commit', '--quiet', '--message', 'earlier');
  const before = await built(top, words);
  checkOut(each.later, top);
  writeRecipe(top, each);
  const after = await built(top, words);
  const change = await gitOf(top, process.env).change(git('rev-parse', 'HEAD').trim());
  if (change === undefined) throw new Error('git tells no change');
  return { ...judge(planIn(top, ...words), change), before, after };
}

function differsInReference({ recipe, context, earlier, later }: BuilderCase): boolean {
  return takenBy(recipe, below(context, earlier)) !== takenBy(recipe, below(context, later));
}

function changesContext({ context, earlier, later }: BuilderCase): boolean {
  const [before, after] = [earlier, later].map((tree) => JSON.stringify([...below(context, tree)]));
  return before !== after;
}

/** Nothing that is named is absent: else there is no image to compare. */
function isBuilt({ recipe, context, earlier }: BuilderCase): boolean {
  return !takenBy(recipe, below(context, earlier)).includes('nothing');
}

function described({ recipe, context, earlier, later }: BuilderCase): string {
  return [
    `seed ${seed}, context "${context}", target ${recipe.target}`,
    dockerfileText(recipe),
    `.dockerignore: ${JSON.stringify(recipe.ignore)}`,
    `earlier: ${JSON.stringify([...earlier])}`,
    `later: ${JSON.stringify([...later])}`,
  ].join('\n');
}

const seed = Number(process.env['AFFECTED_SEED'] ?? Date.now() % 2 ** 31);
const count = Number(process.env['AFFECTED_CASES'] ?? 16);
const cases = fc
  .sample(builderCases({ mounts: false }), { seed, numRuns: count * 100 })
  .filter((each) => isBuilt(each) && changesContext(each));

it('what BuildKit builds otherwise after a change is never called untouched', async () => {
  // Where the reference sees no difference, only BuildKit can say that there is one: there it is asked most.
  const alike = cases.filter((each) => !differsInReference(each)).slice(0, count);
  const others = cases.filter(differsInReference).slice(0, 3);
  let different = 0;
  let untouched = 0;
  for (const [index, each] of [...others, ...alike].entries()) {
    const { isAffected, because, before, after } = await observe(each, `case-${index}`);
    const isOtherwise = before !== after;
    expect(isAffected || !isOtherwise, `${because}\n${described(each)}`).toBe(true);
    if (isOtherwise) different += 1;
    if (!isAffected && before !== 'no image') untouched += 1;
  }
  // Else the builds would say nothing.
  expect({ different, untouched }, `seed ${seed}`).toEqual({
    different: expect.toSatisfy((times: number) => times > 0),
    untouched: expect.toSatisfy((times: number) => times > 2),
  });
}, 120_000);
