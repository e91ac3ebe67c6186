import fc from 'fast-check';
import type { Recipe, Step, WrittenSource } from './recipe.ts';
import { below, type Tree, type TreeEntry } from './tree.ts';

/** A repository whose build context is a folder of it, and what somebody changed. */
export interface BuilderCase {
  readonly recipe: Recipe;
  readonly context: string;
  readonly earlier: Tree;
  readonly later: Tree;
}

const name = fc.constantFrom('a', 'b', 'sub', 'c.md', 'd.txt', 'e f', 'é', 'ab', '.env');
const inContext = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const filePath = fc.oneof(
  { weight: 4, arbitrary: inContext.map((inner) => `app/${inner}`) },
  { weight: 1, arbitrary: inContext },
);
const entry: fc.Arbitrary<TreeEntry> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      text: fc.constantFrom('1', '2', '3'),
      isExecutable: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      text: fc.constantFrom('a', 'sub', '../a', '../sub', 'b/a', '/sub', '/app/a', '.', '../../b', 'absent', 'c.md'),
      isExecutable: fc.constant(false),
    }),
  },
);

/** Without files where others need a folder. */
function treeOf(entries: readonly (readonly [string, TreeEntry])[]): Tree {
  const tree = new Map<string, TreeEntry>();
  for (const [path, each] of entries) {
    const isInWay = [...tree.keys()].some((other) => other.startsWith(`${path}/`) || path.startsWith(`${other}/`));
    if (!isInWay) tree.set(path, each);
  }
  return tree;
}

const entries = fc.array(fc.tuple(filePath, entry), { minLength: 2, maxLength: 12 });

function laterOf(earlier: Tree, changes: readonly (readonly [number, TreeEntry | undefined, string])[]): Tree {
  const later = new Map(earlier);
  for (const [at, change, added] of changes) {
    const known = [...later.keys()];
    const path = at < 0 || known.length === 0 ? added : (known[at % known.length] ?? added);
    later.delete(path);
    if (change === undefined) continue;
    for (const other of later.keys())
      if (other.startsWith(`${path}/`) || path.startsWith(`${other}/`)) later.delete(other);
    later.set(path, change);
  }
  return later;
}

const change = fc.tuple(fc.integer({ min: -6, max: 12 }), fc.option(entry, { nil: undefined, freq: 3 }), filePath);

/** How a source is made of a path that is there. */
type Form = 'itself' | 'folder' | 'all-beside' | 'question' | 'variable' | 'detour' | 'other';

interface DrawnSource {
  readonly pick: number;
  readonly form: Form;
  readonly other: string;
}

const drawnSource: fc.Arbitrary<DrawnSource> = fc.record({
  pick: fc.nat({ max: 20 }),
  form: fc.constantFrom<Form>(
    'itself',
    'itself',
    'folder',
    'folder',
    'all-beside',
    'question',
    'variable',
    'detour',
    'other',
  ),
  other: fc.constantFrom('.', '*', '*.md', 'a*', '*/a', '[ab]', '**/c.md', 'sub', 'b/a', '${OWN:-sub}'),
});

function sourceFrom({ pick, form, other }: DrawnSource, paths: readonly string[]): WrittenSource {
  const path = paths.length === 0 ? undefined : paths[pick % paths.length];
  // A blank would make two words of it.
  if (path === undefined || path.includes(' ') || form === 'other') return written(other);
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  switch (form) {
    case 'itself':
      return written(path);
    case 'folder':
      return written(folder === '' ? './' : folder);
    case 'all-beside':
      return written(folder === '' ? '*' : `${folder}/*`);
    case 'question':
      return written(path.replace(/[^/]$/, '?'));
    case 'variable':
      return written(path.replace(/^a(?=\/|$)/, '$OWN').replace(/^sub(?=\/|$)/, pick % 2 === 0 ? '${SET}' : '$GIVEN'));
    case 'detour':
      return written(`/b/.././${path}`);
  }
}

function written(text: string): WrittenSource {
  return { written: text, means: text.replace(/\$OWN|\$\{OWN:-sub\}/, 'a').replace(/\$\{SET\}|\$GIVEN/, 'sub') };
}

/** A step before it is known what is there to be taken. */
type DrawnStep = (paths: readonly string[]) => Step;

const copy: fc.Arbitrary<DrawnStep> = fc
  .record({
    keyword: fc.constantFrom('COPY' as const, 'ADD' as const),
    sources: fc.array(drawnSource, { minLength: 1, maxLength: 2 }),
    excludes: fc.oneof(
      { weight: 3, arbitrary: fc.constant<readonly string[]>([]) },
      fc.array(fc.constantFrom('*.md', '**/*.md', 'a', 'sub', '!a', 'sub/a'), { minLength: 1, maxLength: 2 }),
    ),
    isRegistered: fc.constantFrom(false, false, true),
  })
  .map(({ sources, ...more }) => (paths: readonly string[]) => ({
    kind: 'copy',
    ...more,
    sources: sources.map((each) => sourceFrom(each, paths)),
  }));

const mount: fc.Arbitrary<DrawnStep> = fc
  .option(drawnSource, { nil: undefined })
  .map((drawn) => (paths: readonly string[]) => {
    const source = drawn === undefined ? undefined : sourceFrom(drawn, paths);
    return { kind: 'mount', source: source === undefined || /[*?[]/.test(source.means) ? undefined : source };
  });

const ignoreLine = fc.constantFrom(
  '*',
  '**',
  '**/*.md',
  '*.md',
  'a',
  'sub',
  'sub/',
  '/b',
  '!a',
  '!sub',
  '!sub/a',
  '!**/a',
  '!*.md',
  'sub/*',
  'a/sub',
  '# note',
  '!b/a',
  '*/a',
  'b/**',
  '.env',
  '!a/../b',
  '',
);

/** Lines that say something of each other, among others. */
const ignoreLines = fc
  .tuple(
    fc.array(ignoreLine, { maxLength: 2 }),
    fc.constantFrom<readonly string[]>(
      [],
      ['sub', '!sub/a'],
      ['b', '!**/a'],
      ['*', '!sub'],
      ['sub/*', '!sub/a'],
      ['**', '!a/b'],
    ),
    fc.array(ignoreLine, { maxLength: 1 }),
  )
  .map((lines) => lines.flat());

/** With mounts only where the engine need not run a program. */
export function builderCases({ mounts }: { readonly mounts: boolean }): fc.Arbitrary<BuilderCase> {
  const heredoc: DrawnStep = () => ({ kind: 'heredoc' });
  const step = fc.oneof(
    { weight: 6, arbitrary: copy },
    fc.constant(heredoc),
    ...(mounts ? [{ weight: 2, arbitrary: mount }] : []),
  );
  const steps = fc.array(step, { minLength: 1, maxLength: 2 });
  return fc
    .record({
      first: entries,
      changes: fc.array(change, { minLength: 1, maxLength: 2 }),
      steps: fc.tuple(steps, steps, steps),
      target: fc.constantFrom(0, 1, 2, 2),
      bases: fc.tuple(fc.constantFrom(undefined, 0), fc.constantFrom(undefined, 0, 1)),
      takes: fc.boolean(),
      ignore: fc.option(ignoreLines, { nil: undefined }),
      context: fc.constantFrom('app', 'app', 'app', ''),
    })
    .map(({ first, changes, steps: drawn, target, bases, takes, ignore, context }) => {
      const earlier = treeOf(first);
      const paths = [...below(context, earlier).keys()];
      const [low = [], middle = [], high = []] = drawn.map((each) => each.map((make) => make(paths)));
      return {
        recipe: {
          stages: [
            { name: 'low', base: undefined, steps: low },
            { name: 'middle', base: bases[0], steps: middle },
            { name: 'high', base: bases[1], steps: takes ? [...high, { kind: 'copy-from', stage: 0 }] : high },
          ],
          target,
          ignore,
          buildArguments: { GIVEN: 'sub' },
        },
        context,
        earlier,
        later: laterOf(earlier, changes),
      };
    });
}
