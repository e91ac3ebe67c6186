import type { Facts } from '../facts/facts.ts';
import type { Source } from './changed-context.ts';
import type { FolderChange, FolderChanges } from './context-changes.ts';
import { mayMean, readNamedContext, useOf } from './named-contexts.ts';
import type { Plan } from './plan.ts';
import type { RepositoryPath } from './repository-path.ts';
import { takesOf, type Take } from './takes.ts';

export interface ChangedFolders {
  readonly changesIn: FolderChanges;
  readonly pathOf: RepositoryPath;
}

const whole: Source = { kind: 'whole' };

/** What of the change the build takes, as a sentence: of its context, and of the named ones. `bases` register more, with ONBUILD. */
export function buildReason(
  { facts, context, origin }: Plan,
  { changesIn, pathOf }: ChangedFolders,
  bases: readonly string[],
): string | undefined {
  if (origin.kind !== 'built') return undefined;
  const takes = takesOf(facts);
  const registered = bases.map((name): Take => ({ label: `ONBUILD of ${name}`, source: whole, isDoubtful: true }));
  const ofContext = [...takes.filter(({ from }) => from === undefined), ...registered];
  return (
    firstReason(ofContext, 'the context', () => changesIn(pathOf(context), facts.context.ignoreFile)) ??
    firstOf(origin.request.buildContexts, (pair) => namedReason(pair, takes, facts, { changesIn, pathOf }))
  );
}

function namedReason(
  pair: string,
  takes: readonly Take[],
  facts: Facts,
  { changesIn, pathOf }: ChangedFolders,
): string | undefined {
  const { name, stands } = readNamedContext(pair);
  const use = useOf(name, facts);
  const label = `the build context ${name}`;
  if (use === 'none' || stands.kind === 'image' || stands.kind === 'elsewhere') return undefined;
  if (stands.kind === 'unknown') return `${label} is made elsewhere, where no change is seen`;
  const all = { from: name, label, source: whole, isDoubtful: false };
  const own = use === 'whole' ? [all] : takes.filter(({ from }) => from !== undefined && mayMean(from, name));
  // A .dockerignore in it is not counted upon.
  return firstReason(own, label, () => changesIn(pathOf(stands.folder), undefined));
}

function firstReason(takes: readonly Take[], what: string, find: () => FolderChange | undefined): string | undefined {
  if (takes.length === 0) return undefined;
  const folder = find();
  if (folder === undefined) return `${what} lies outside of the repository, where no change is seen`;
  return firstOf(takes, (take) => takenReason(take, folder));
}

function takenReason({ label, source, isDoubtful }: Take, { context, named }: FolderChange): string | undefined {
  const entry = context.taken(source);
  if (entry === undefined) return undefined;
  const verb = isDoubtful ? 'may take' : 'takes';
  const path = named(entry.path);
  if (entry.by !== undefined) return `${entry.by} changed, on which what ${label} ${verb} depends`;
  if (path === '.git') return `${label} ${verb} .git, which every commit changes`;
  return `${label} ${verb} ${entry.kind === 'folder' ? 'the folder ' : ''}${path}`;
}

function firstOf<Item>(items: readonly Item[], reasonOf: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const reason = reasonOf(item);
    if (reason !== undefined) return reason;
  }
  return undefined;
}
