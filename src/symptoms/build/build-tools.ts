import type { Instruction } from '../../dockerfile/model.ts';
import { isOnBusybox } from '../../facts/base-family.ts';
import { baseVariant } from '../../facts/base-programs.ts';
import type { Facts } from '../../facts/facts.ts';
import { lineage } from '../../facts/stages.ts';

/** What a person types to install packages of the distribution into a stage. */
export function systemInstall(instruction: Instruction | undefined, facts: Facts, packages: SystemPackages): string {
  const alpine = instruction !== undefined && isOnBusybox(instruction, facts);
  return alpine
    ? `apk add --no-cache ${packages.alpine}`
    : `apt-get update && apt-get install -y --no-install-recommends ${packages.debian}`;
}

/** The same thing under the names that the distributions give it. */
export interface SystemPackages {
  readonly debian: string;
  readonly alpine: string;
}

export const cCompiler: SystemPackages = { debian: 'gcc libc6-dev', alpine: 'gcc musl-dev' };

/** A library's headers are of use to a compiler alone. */
export function withCompiler({ debian, alpine }: SystemPackages): SystemPackages {
  return {
    debian: /\bgcc\b/.test(debian) ? debian : `${debian} ${cCompiler.debian}`,
    alpine: /\bgcc\b/.test(alpine) ? alpine : `${alpine} ${cCompiler.alpine}`,
  };
}

/** The stage surely has no C compiler: its base has none, and no RUN up to this one installs one. */
export function hasNoCompiler(instruction: Instruction, facts: Facts): boolean {
  const place = facts.placeOf(instruction);
  if (place === undefined) return false;
  const stages = lineage(place.stage);
  const base = stages.at(-1)?.base;
  const variant = base?.kind === 'image' ? baseVariant(base.reference) : undefined;
  if (variant === undefined || variant === 'full') return false;
  return !stages
    .flatMap((stage) => stage.instructions)
    .some(
      ({ keyword, text }) =>
        keyword === 'RUN' && /\b(?:gcc|g\+\+|build-essential|build-base|clang|build-dep)\b/.test(text),
    );
}
