import { parseImageReference } from '../dockerfile/image-reference.ts';
import type { Facts } from '../facts/facts.ts';
import { ownFrontend, namesIn } from './needed-stages.ts';

/** What one of `build-contexts` stands for. */
export interface NamedContext {
  readonly name: string;
  readonly stands:
    | { readonly kind: 'folder'; readonly folder: string }
    | { readonly kind: 'image'; readonly reference: string }
    /** An address, which no change of this repository touches. */
    | { readonly kind: 'elsewhere' }
    /** Made by another build of which nothing is known here. */
    | { readonly kind: 'unknown' };
}

/** Reads `name=value` as buildx does. */
export function readNamedContext(pair: string): NamedContext {
  const equals = pair.indexOf('=');
  const name = equals === -1 ? pair : pair.slice(0, equals);
  return { name, stands: standsFor(equals === -1 ? '' : pair.slice(equals + 1)) };
}

function standsFor(value: string): NamedContext['stands'] {
  const image = /^docker-image:\/\/(.*)$/s.exec(value)?.[1];
  if (image !== undefined) return { kind: 'image', reference: image };
  // A tag or a digest may stand behind the folder.
  const layout = /^oci-layout:\/\/(.*?)(?:@sha256:[0-9a-f]+)?(?::[\w.-]+)?$/s.exec(value)?.[1];
  if (layout !== undefined) return { kind: 'folder', folder: layout };
  if (/^(?:https?|git|ssh):\/\/|^git@|^github\.com\//i.test(value)) return { kind: 'elsewhere' };
  if (value === '' || /^(?:target|input|service):/.test(value)) return { kind: 'unknown' };
  return { kind: 'folder', folder: value };
}

/**
 * How much of it the Dockerfile may take: all where it is, or may be, a base or a stage that it replaces, else what instructions
 * take `--from` it.
 */
export function useOf(
  name: string,
  facts: Pick<Facts, 'stages' | 'dockerfile' | 'buildArguments'>,
): 'whole' | 'parts' | 'none' {
  const { stages, dockerfile, buildArguments } = facts;
  const isWhole =
    dockerfile.refusal !== undefined ||
    ownFrontend(dockerfile, buildArguments) !== undefined ||
    stages.some(
      ({ base, name: own }) =>
        (own !== undefined && isSameName(own, name)) ||
        base.kind === 'unknown' ||
        (base.kind === 'image' && isSameName(base.text, name)) ||
        (base.kind === 'scratch' && isSameName('scratch', name)),
    );
  if (isWhole) return 'whole';
  const isNamed = stages.some(({ instructions }) =>
    instructions.some((each) => namesIn(each).some((text) => mayMean(text, name))),
  );
  return isNamed ? 'parts' : 'none';
}

/** Whether what stands behind `--from` may be this name. */
export function mayMean(text: string, name: string): boolean {
  return text.includes('$') || isSameName(text, name);
}

/** `python` is `docker.io/library/python:latest`. */
function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() || (imageName(one) ?? one) === (imageName(other) ?? other);
}

/** An image's whole name; undefined where it is none, or is told by its digest, which no build here makes. */
export function imageName(text: string): string | undefined {
  const reference = parseImageReference(text);
  if (reference === undefined || reference.digest !== undefined) return undefined;
  return `${reference.registry}/${reference.repository}:${reference.tag ?? 'latest'}`;
}
