import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readChange, type Change } from '../../../src/git/change.ts';
import { affectedTrials, type Affected } from '../../../src/plan/affected.ts';
import { makePlan } from '../../../src/plan/make-plan.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import { systemClock, systemFiles } from '../../../src/ports.ts';
import { settingsFromArguments } from '../../../src/settings/arguments.ts';
import type { BuilderCase } from './cases.ts';
import { dockerfileText } from './recipe.ts';
import { linksOf, listingsOf } from './tree.ts';

/** The plan of `sea-trial trial`, as typed in a folder. */
export function planIn(folder: string, ...words: readonly string[]): Plan {
  const invocation = settingsFromArguments(['trial', ...words], {});
  if (!('settings' in invocation)) throw new Error(`these are not the words of a trial: ${words.join(' ')}`);
  const ports = { clock: systemClock, files: systemFiles, workingDirectory: folder };
  return makePlan(invocation.settings, ports, 'test');
}

/** Writes what decides on an image beside the files, and says how it is tried. */
export function writeRecipe(
  folder: string,
  { recipe, context }: Pick<BuilderCase, 'recipe' | 'context'>,
): readonly string[] {
  const ignoreFile = path.join(folder, context, '.dockerignore');
  mkdirSync(path.join(folder, context), { recursive: true });
  writeFileSync(path.join(folder, context, 'Dockerfile'), dockerfileText(recipe));
  rmSync(ignoreFile, { force: true });
  if (recipe.ignore !== undefined) writeFileSync(ignoreFile, recipe.ignore.join('\n'));
  return [
    context === '' ? '.' : context,
    '--target',
    recipe.stages[recipe.target]?.name ?? '',
    ...Object.entries(recipe.buildArguments).flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
  ];
}

export function changeOf(top: string, { earlier, later }: Pick<BuilderCase, 'earlier' | 'later'>): Change {
  const listings = { ...listingsOf(earlier, later), untracked: '', isOtherCommit: false };
  return { base: '0'.repeat(40), top, links: linksOf(later), ...readChange(listings) };
}

export function judge(plan: Plan, change: Change): Affected {
  const place = { workingDirectory: change.top, realWorkingDirectory: change.top };
  const [answer] = affectedTrials([{ plan }], change, place);
  if (answer === undefined) throw new Error('a trial was left out');
  return answer;
}
