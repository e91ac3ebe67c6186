import { parseImageReference } from '../dockerfile/image-reference.ts';
import { UserError } from '../errors.ts';
import type { Settings } from '../settings/settings.ts';
import { imageName } from './named-contexts.ts';

/** Where the image goes that has passed. */
export interface PushPlan {
  /** With their tags, each once; never empty. */
  readonly names: readonly PushName[];
  /** Under a tag made of the image's id, so that none that anybody pulls by is moved. */
  readonly byDigest: boolean;
  /** For each call of docker. */
  readonly deadlineMs: number;
}

export interface PushName {
  /** As it was given, with the tag that docker takes where none stands. */
  readonly reference: string;
  /** The same without its tag. */
  readonly repository: string;
  readonly registry: string;
}

/** Undefined where nothing is to be pushed. Throws a UserError where it cannot be, before anything runs. */
export function pushPlan({ mode, push, pushByDigest, tags, buildTimeoutMs }: Settings): PushPlan | undefined {
  if (!push || mode !== 'trial') return undefined;
  if (tags.length === 0)
    throw new UserError('the image that passed is to be pushed, and it has no name to be pushed under.', {
      place: 'push',
      hint: 'Name it with `tags`, such as ghcr.io/OWNER/NAME:1.4.0.',
    });
  const alike = Map.groupBy(tags.map(pushName), (name) => wholeName(pushByDigest ? name.repository : name.reference));
  return {
    names: [...alike.values()].flatMap(([first]) => first ?? []),
    byDigest: pushByDigest,
    deadlineMs: buildTimeoutMs,
  };
}

interface Pushing {
  readonly name: string;
  readonly push?: PushPlan;
}

/** Of two images under one tag the registry would keep the last. By digest both are there. */
export function refuseSharedTags(plans: readonly Pushing[]): void {
  const pushing = plans.flatMap(({ name, push }) =>
    push === undefined || push.byDigest ? [] : push.names.map(({ reference }) => ({ reference, name })),
  );
  for (const [first, second] of Map.groupBy(pushing, ({ reference }) => wholeName(reference)).values()) {
    if (first === undefined || second === undefined) continue;
    throw new UserError(
      `${first.reference} would be pushed for two images, ${first.name} and ${second.name}, and the second would replace the first.`,
      { place: 'tags', hint: 'Give each trial tags of its own, under `trials:` of .sea-trial.yml or in a matrix.' },
    );
  }
}

function pushName(tag: string): PushName {
  const read = parseImageReference(tag);
  if (read === undefined)
    throw new UserError(`"${tag}" is no name that an image can have.`, {
      place: 'tags',
      hint: 'Write NAME:TAG; the name is in small letters, such as ghcr.io/owner/name:1.4.0.',
    });
  if (read.digest !== undefined)
    throw new UserError(`"${tag}" names a digest, and that is known only when the image is pushed.`, {
      place: 'tags',
      hint: 'Write NAME:TAG.',
    });
  const repository = read.tag === undefined ? tag : tag.slice(0, -read.tag.length - 1);
  return { reference: `${repository}:${read.tag ?? 'latest'}`, repository, registry: read.registry };
}

/** One name for what docker takes for the same: `api` is `docker.io/library/api`. */
function wholeName(reference: string): string {
  return imageName(reference) ?? reference;
}
