import { fingerprintOf, type Finding } from '../finding.ts';
import { inOrder } from './order.ts';

/**
 * Of findings with one fingerprint, such as those of two equal instructions, the first in order of place keeps it, and each further
 * one gets its own by its number. Of all that was found, also what is ignored: so an ignore changes nobody else's.
 */
export function distinct<Item extends { readonly finding: Finding }>(items: readonly Item[]): readonly Item[] {
  if (new Set(items.map(({ finding }) => finding.fingerprint)).size === items.length) return items;
  const seen = new Map<string, number>();
  return inOrder(items, ({ finding }) => finding).map((item) => {
    const { check, location, fingerprint } = item.finding;
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    if (number === 1) return item;
    const own = fingerprintOf(check, location?.path ?? '', `${fingerprint} ${number}`);
    return { ...item, finding: { ...item.finding, fingerprint: own } };
  });
}
