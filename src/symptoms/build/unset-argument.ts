import { locationOf } from '../../dockerfile/location.ts';
import type { Instruction } from '../../dockerfile/model.ts';
import { lineage } from '../../facts/stages.ts';
import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { instructionAt } from '../place.ts';
import type { Symptoms } from '../symptoms.ts';

/** A build argument without a value, which is why a step fails. */
export interface UnsetArgument {
  readonly name: string;
  /** Of its ARG. */
  readonly location: Location;
  /** What the step wrote about it; undefined where it said nothing. */
  readonly line?: string;
}

/** BuildKit sets these itself, or passes them on from the client. */
const predefined = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT|STAGE)$|^(?:https?|ftp|no|all)_proxy$/i;

export function unsetArgument(symptoms: Symptoms): UnsetArgument | undefined {
  const { build, facts } = symptoms;
  const instruction = instructionAt(facts, build?.failure.line);
  if (instruction === undefined) return undefined;
  const unset = unsetArguments(instruction, facts);
  for (const argument of unset) {
    const line = complaint(argument.name, symptoms);
    if (line !== undefined) return { ...argument, line };
  }
  const { exitCode } = build?.failure ?? {};
  if (exitCode === undefined) {
    if (build?.failure.step === undefined) return undefined;
    return unset.find(({ name }) => isUsedInSource(name, instruction, facts));
  }
  return unset.find(({ name }) => isTested(name, instruction.text) && saysNothingElse(symptoms, instruction));
}

function unsetArguments(instruction: Instruction, facts: Facts): readonly UnsetArgument[] {
  const place = facts.placeOf(instruction);
  const state = facts.stateAt(instruction);
  if (place === undefined || state === undefined) return [];
  return lineage(place.stage)
    .flatMap((stage) => stage.instructions)
    .filter(({ keyword, span }) => keyword === 'ARG' && span.start < instruction.span.start)
    .flatMap(({ assignments }) => assignments)
    .filter(({ name }) => !predefined.test(name) && (state.variable(name) ?? '') === '')
    .map(({ name, span }) => ({ name, location: locationOf(facts.dockerfile, span) }));
}

/** `TOKEN: parameter not set`, `line 1: TOKEN: unbound variable`, the words of `${TOKEN:?…}`, a requirement that ends with `==`. */
function complaint(name: string, { log, facts, build }: Symptoms): string | undefined {
  const ofShell = new RegExp(
    String.raw`^\S*(?:sh|ash): (?:line )?\d+: ${name}: \S|\b${name}: (?:unbound variable|parameter (?:null or )?not set)`,
  );
  const told = log.slice(-10).find((line) => ofShell.test(line));
  if (told !== undefined) return told;
  const text = instructionAt(facts, build?.failure.line)?.text ?? '';
  const inRequirement = new RegExp(String.raw`([\w.-]+)(?:==|@)["']?\$\{?${name}\}?`).exec(text)?.[1];
  if (inRequirement === undefined) return undefined;
  return log.findLast((line) => new RegExp(`(?:requirement |')${inRequirement}==(?:[\\s']|$)`, 'i').test(line));
}

/** `test -n "$TOKEN"`, `[ -z "$TOKEN" ]`, `[ "$TOKEN" != "" ]`. */
function isTested(name: string, text: string): boolean {
  const variable = String.raw`["']?\$\{?${name}(?::?-)?\}?["']?`;
  return new RegExp(String.raw`(?:\btest|\[)\s+(?:!\s+)?(?:-[nz]\s+${variable}|${variable}\s+(?:\]|!?=))`).test(text);
}

/** What it wrote is nothing, or what the instruction itself tells it to write. */
function saysNothingElse({ log }: Symptoms, { text }: Instruction): boolean {
  const last = log.findLast((line) => line.trim() !== '')?.trim();
  return last === undefined || text.includes(last) || last.split(/\s+/).every((word) => text.includes(word));
}

function isUsedInSource(name: string, instruction: Instruction, facts: Facts): boolean {
  const used = new RegExp(String.raw`\$\{?${name}\b(?!:?[-+])`);
  return facts.copyOf(instruction) !== undefined && instruction.words.slice(0, -1).some(({ text }) => used.test(text));
}
