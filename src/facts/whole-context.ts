import type { Copy, CopySource } from './copies.ts';
import type { Facts } from './facts.ts';
import { contextPath } from './image-path.ts';
import { mountsOf } from './mounts.ts';
import { hasWildcard } from './wildcard.ts';

/** The source of a COPY or ADD that takes everything: `.`, `./`, `/` and `*`. Undefined where none does. */
export function wholeContextSource(copy: Copy): CopySource | undefined {
  if (copy.from.kind !== 'context') return undefined;
  return copy.sources.find(({ text, known, remote }) => known && !remote && ['', '*'].includes(contextPath(text)));
}

/** COPY and ADD of the stages that are built, in order. */
export function copiesOfBuild(facts: Pick<Facts, 'stages' | 'graph' | 'copiesIn'>): readonly Copy[] {
  return facts.stages.filter((stage) => facts.graph.used.has(stage)).flatMap((stage) => facts.copiesIn(stage));
}

/** The paths of the context that a COPY, an ADD or a bind mount names itself: the build needs them. The whole context is not among them. */
export function namedByCopies(facts: Facts): readonly string[] {
  const copied = copiesOfBuild(facts).flatMap((copy) =>
    copy.from.kind === 'context'
      ? copy.sources.flatMap(({ text }) => (hasWildcard(text) ? [] : [contextPath(text)]))
      : [],
  );
  const mounted = facts.dockerfile.instructions.flatMap((instruction) =>
    mountsOf(instruction).flatMap(({ type, from, source }) =>
      type === 'bind' && from === undefined && source !== undefined ? [contextPath(source)] : [],
    ),
  );
  return [...new Set([...copied, ...mounted])].filter((path) => path !== '');
}
