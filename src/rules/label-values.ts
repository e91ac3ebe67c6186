import type { Assignment, Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Span } from '../finding.ts';
import type { LabelType } from './rule-settings.ts';
import type { Scene } from './rule.ts';

export interface KnownLabel {
  readonly name: string;
  /** As the image will have it. */
  readonly text: string;
  readonly at: Span;
}

/** The labels of the configured schema that an instruction sets; one whose value only the build knows is left out. */
export function labelsOfSchema(
  instruction: Instruction,
  { facts, settings }: Scene,
  type?: LabelType,
): readonly KnownLabel[] {
  const { labelSchema } = settings;
  if (labelSchema.size === 0) return [];
  return instruction.assignments.flatMap(({ name, value = '', valueSpan, span }) => {
    const wanted = labelSchema.get(name);
    if (wanted === undefined || (type !== undefined && wanted !== type)) return [];
    const expanded = facts.stateAt(instruction)?.expand(value);
    if (expanded?.known !== true) return [];
    return [{ name, text: expanded.text, at: valueSpan.end > valueSpan.start ? valueSpan : span }];
  });
}

/** Labels of one type whose value is none of it. What is empty is another flaw. */
export function wrongLabels(
  instruction: Instruction,
  scene: Scene,
  type: LabelType,
  isRight: (text: string) => boolean,
): readonly KnownLabel[] {
  return labelsOfSchema(instruction, scene, type).filter(({ text }) => text !== '' && !isRight(text));
}

/** Where the name of a label stands. */
export function labelNameSpan({ name, span }: Assignment, { text }: Dockerfile): Span {
  return text.startsWith(name, span.start) ? { start: span.start, end: span.start + name.length } : span;
}
