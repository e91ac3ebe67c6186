import type { Settings } from '../settings/settings.ts';
import type { ImageOrigin } from './plan.ts';
import type { PushPlan } from './push-plan.ts';

/** What goes when nobody needs it any more: in a terminal at the end, in a workflow in the post step. */
export interface Unwanted {
  readonly names: readonly string[];
  /** On machines too that GitHub throws away. */
  readonly everywhere: boolean;
}

/** An image that was there before is never removed, only the further names that it was pushed under. */
export function unwantedImages(
  { keepImage, tags, image }: Pick<Settings, 'keepImage' | 'tags' | 'image'>,
  origin: ImageOrigin,
  push: PushPlan | undefined,
): Unwanted {
  const named = origin.kind === 'built' ? origin.request.tags : (push?.names ?? []).map(({ reference }) => reference);
  switch (keepImage) {
    case 'always':
      return { names: [], everywhere: false };
    case 'never':
      return { names: named.filter((name) => name !== image && name !== `${image}:latest`), everywhere: true };
    case 'auto':
      return { names: origin.kind === 'built' && tags.length === 0 ? [origin.name] : [], everywhere: false };
  }
}

/** What the image is called where the user does not name it; one that is kept bears a name that no clean-up takes for its own. */
export function ownTag({ keepImage }: Pick<Settings, 'keepImage'>, runId: string, machineGoes: boolean): string {
  return keepImage === 'always' || (keepImage === 'auto' && machineGoes) ? `kept-${runId}` : runId;
}

/** Whoever keeps an image wants to find it. */
export function keptNotes(
  { keepImage, tags }: Pick<Settings, 'keepImage' | 'tags'>,
  origin: ImageOrigin,
): readonly string[] {
  if (keepImage !== 'always' || origin.kind === 'existing' || tags.length > 0) return [];
  return [`The image is kept as \`${origin.name}\`.`];
}
