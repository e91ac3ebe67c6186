import type { Asked } from './probe.ts';

/**
 * Whether a step behind the finding's may have deleted what it speaks of. The container shows the topmost layer's view alone:
 * what is absent there may still be carried by the layer below, so its absence refutes nothing.
 */
export function mayBeRemovedLater({ finding, facts }: Pick<Asked, 'finding' | 'facts'>): boolean {
  const line = finding.location?.line ?? 0;
  return facts.imageInstructions.some(
    ({ keyword, lines, text }) =>
      keyword === 'RUN' && lines[0] > line && /\b(?:rm|find|git|mv|clean|purge)\b/.test(text),
  );
}
