import path from 'node:path';
import dockerignore from '@balena/dockerignore';
import type { Recipe, Step } from './recipe.ts';
import { foldersOf, type Tree, type TreeEntry } from './tree.ts';

/**
 * What a builder takes of a context, in the plainest way: everything is looked at, nothing is left out to be fast. Two contexts for
 * which this gives the same give the same image.
 */
export function takenBy(recipe: Recipe, context: Tree): string {
  const sent = sentOf(recipe.ignore, context);
  const results = stepsOf(recipe).map((step) => takenByStep(step, sent));
  return results.join('\n---\n');
}

/** The steps that the target goes through; what is registered happens in the stages that are built on it. */
function stepsOf({ stages, target }: Recipe): readonly Step[] {
  const found: Step[] = [];
  const seen = new Set<number>();
  const visit = (index: number): void => {
    const stage = stages[index];
    if (seen.has(index) || stage === undefined) return;
    seen.add(index);
    const isRegistered = (step: Step): boolean => step.kind === 'copy' && step.isRegistered;
    if (stage.base !== undefined) {
      visit(stage.base);
      found.push(...(stages[stage.base]?.steps ?? []).filter(isRegistered));
    }
    for (const step of stage.steps.filter((each) => !isRegistered(each))) {
      if (step.kind === 'copy-from') visit(step.stage);
      else found.push(step);
    }
  };
  visit(target);
  return found;
}

interface Sent {
  readonly files: Tree;
  readonly folders: ReadonlySet<string>;
}

/** Without what is ignored; a folder goes if it is not ignored, or for what is in it. */
function sentOf(ignore: readonly string[] | undefined, context: Tree): Sent {
  const filter = dockerignore.default({ ignorecase: false }).add([...(ignore ?? [])]);
  const isSent = (name: string): boolean => !filter.ignores(name);
  const files = new Map([...context].filter(([name]) => isSent(name)));
  const folders = new Set([...[...foldersOf(context)].filter(isSent), ...foldersOf(files)]);
  for (const folder of folders)
    for (let each = path.posix.dirname(folder); each !== '.'; each = path.posix.dirname(each)) folders.add(each);
  return { files, folders };
}

function takenByStep(step: Step, sent: Sent): string {
  switch (step.kind) {
    case 'copy': {
      const taken = step.sources.map(({ means }) => takenBySource(means, step.excludes, sent));
      return taken.map((each) => each ?? 'nothing').join('\n');
    }
    case 'mount':
      return takenBySource(step.source?.means ?? '.', [], sent) ?? 'nothing';
    case 'heredoc':
    case 'copy-from':
      return '';
  }
}

function takenBySource(source: string, excludes: readonly string[], sent: Sent): string | undefined {
  const clean = path.posix.resolve('/', source).slice(1);
  if (!/[*?[]/.test(clean)) return contentOf(clean, excludes, sent);
  const pattern = new RegExp(
    `^${clean.replace(/\*+|\?|[.+]/g, (mark) => (mark === '?' ? '[^/]' : mark.startsWith('*') ? '[^/]*' : `\\${mark}`))}$`,
  );
  const found = [...sent.files.keys(), ...sent.folders].filter((name) => pattern.test(name)).toSorted();
  return found.length === 0 ? undefined : found.map((name) => `${name}: ${contentOf(name, excludes, sent)}`).join('\n');
}

/** A file, or all that is in a folder. Links on the way are followed, those inside are taken as links. */
function contentOf(name: string, excludes: readonly string[], { files, folders }: Sent): string | undefined {
  const end = resolved(name, files, 0);
  if (end === undefined) return undefined;
  const file = files.get(end);
  if (file !== undefined) return described('', file);
  if (end !== '' && !folders.has(end)) return undefined;
  const filter = dockerignore.default({ ignorecase: false }).add([...excludes]);
  const inside = (each: string): string => (end === '' ? each : each.slice(end.length + 1));
  const isIn = (each: string): boolean => end === '' || each.startsWith(`${end}/`);
  const taken = [...files].filter(([each]) => isIn(each) && !filter.ignores(inside(each)));
  return [
    ...taken.map(([each, entry]) => described(inside(each), entry)),
    ...[...folders].filter((each) => isIn(each) && !filter.ignores(inside(each))).map((each) => `${inside(each)}/`),
  ]
    .toSorted()
    .join('\n');
}

function resolved(name: string, files: Tree, links: number): string | undefined {
  if (links > 20) return undefined;
  const parts = name.split('/');
  for (const index of parts.keys()) {
    const above = parts.slice(0, index + 1).join('/');
    const entry = files.get(above);
    if (entry?.kind !== 'link') continue;
    const rest = parts.slice(index + 1).join('/');
    return resolved(path.posix.resolve('/', path.posix.dirname(above), entry.text, rest).slice(1), files, links + 1);
  }
  return name;
}

function described(name: string, { kind, text, isExecutable }: TreeEntry): string {
  return `${name} ${kind} ${isExecutable} ${text}`;
}
