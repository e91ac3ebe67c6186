import type { ContextLeak } from '../facts/context-leaks.ts';
import type { Asked, Probe } from './probe.ts';
import { mayBeRemovedLater } from './removal.ts';

export const leakedFiles: Probe = {
  id: 'leaked-files',
  summary: 'Whether secrets and working folders of the repository are in the image, and how many bytes they take',
  why: 'The paths are looked for in the stopped container. One that is absent there tells nothing where a later step may have removed it, for then it is still in the layer below.',
  settles: ['context-leaks'],
  measures: (asked) => leaksOf(asked).flatMap(({ imagePaths }) => imagePaths),
  settle(asked) {
    const { container } = asked;
    if (container.runtime === undefined) return undefined; // it never ran long enough to be looked at
    const paths = new Set(leaksOf(asked).flatMap(({ imagePaths }) => imagePaths));
    const seen = container.measures.filter((measure) => paths.has(measure.path));
    if (seen.length === 0 && (paths.size === 0 || mayBeRemovedLater(asked))) return undefined;
    const bytes = seen.reduce((sum, measure) => sum + measure.bytes, 0);
    return {
      status: seen.length === 0 ? 'refuted' : 'confirmed',
      ...(seen.length === 0 ? {} : { cost: { bytes } }),
      evidence: [
        {
          kind: 'measurement',
          what: `${seen.length === 0 ? 'those paths' : listed(seen)} in the image`,
          value: bytes,
          unit: 'bytes',
        },
      ],
    };
  },
};

/** What the finding speaks of: its evidence names the paths in the repository. */
function leaksOf({ finding, facts }: Asked): readonly ContextLeak[] {
  const named = new Set(finding.evidence.flatMap((each) => (each.kind === 'source' ? [each.location.path] : [])));
  return facts.leaks.filter(({ path }) => named.has(facts.context.reportPath(path)));
}

function listed(seen: readonly { readonly path: string }[]): string {
  const shown = seen.slice(0, 3).map(({ path }) => path);
  const rest = seen.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`;
}
