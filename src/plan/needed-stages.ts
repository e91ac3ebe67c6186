import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { mountsOf } from '../facts/mounts.ts';
import type { Stage } from '../facts/stages.ts';

/** The stages that the build goes through; all of them where one may be named by what only the build knows. */
export function neededStages({ graph, stages }: Pick<Facts, 'graph' | 'stages'>): readonly Stage[] {
  const needed = stages.filter((stage) => graph.used.has(stage));
  const names = stages.flatMap(({ name }) => name ?? []);
  const isSure =
    graph.target !== undefined &&
    new Set(names).size === names.length &&
    needed.every(({ base, instructions }) => base.kind !== 'unknown' && instructions.every((each) => isFixed(each)));
  return isSure ? needed : stages;
}

/** What an instruction takes from by name: `--from` and the mounts' `from`; of an ONBUILD, what it registers. */
export function namesIn(instruction: Instruction): readonly string[] {
  const effective = instruction.trigger ?? instruction;
  return [
    ...effective.flags.flatMap(({ name, value }) => (name === 'from' ? [value ?? ''] : [])),
    ...mountsOf(effective).flatMap(({ from }) => from ?? []),
  ];
}

/** Names stages that are known; what ONBUILD registers names those of whoever builds on it. */
function isFixed(instruction: Instruction): boolean {
  const names = namesIn(instruction);
  return names.length === 0 || (instruction.trigger === undefined && names.every((name) => /^[^$]+$/.test(name)));
}

/** Another frontend than Docker's own, by its name: it may take whatever it likes. */
export function ownFrontend(
  { directives }: Pick<Dockerfile, 'directives'>,
  buildArguments: Readonly<Record<string, string>>,
): string | undefined {
  const syntax =
    buildArguments['BUILDKIT_SYNTAX'] ?? directives.find(({ name }) => name === 'syntax')?.value.split(/\s/)[0];
  const isDockers = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?(?:[:@]|$)/.test(syntax ?? 'docker/dockerfile');
  return isDockers ? undefined : syntax;
}
