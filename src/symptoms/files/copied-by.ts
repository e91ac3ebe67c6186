import type { Copy } from '../../facts/copies.ts';
import type { Facts } from '../../facts/facts.ts';
import { pathInside } from '../../facts/image-path.ts';
import { lineage } from '../../facts/stages.ts';

/** The COPY or ADD, the last one that could, which brings a path into the image; undefined where none does. */
export function copiedBy(imagePath: string, facts: Facts): Copy | undefined {
  const { target } = facts;
  if (target === undefined) return undefined;
  const copies = lineage(target)
    .toReversed()
    .flatMap((stage) => facts.copiesIn(stage));
  return copies.findLast(
    ({ destination }) => destination !== undefined && pathInside(destination, imagePath) !== undefined,
  );
}
