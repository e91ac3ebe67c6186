import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Evidence, Location, Severity, Span } from '../finding.ts';
import type { RuleSettings } from './rule-settings.ts';

/** One flaw of a Dockerfile: one file each, named after the flaw, with its documentation and its examples inside. */
export type Rule = InstructionRule | FileRule;

/** What is documented of a rule, and what is not its check. */
export interface RuleDescription {
  /** Names the flaw, so that "ignore shell-form-start" is a sentence; shared with the diagnosis that sees the same one. */
  readonly id: string;
  /** hadolint's numbers and BuildKit's names. A finding answers to all of them unless its claim names fewer. */
  readonly aliases: readonly string[];
  /** `off` must be switched on. */
  readonly severity: Severity | 'off';
  /** The flaw as a claim that fits one line. */
  readonly summary: string;
  /** Two sentences that a reader can act on; a claim without a `why` of its own takes it. */
  readonly why: string;
  readonly references: readonly string[];
  readonly bad: readonly BadExample[];
  readonly good: readonly Example[];
}

/** Called for each instruction of those keywords: the engine walks the file once, a rule never does. */
export interface InstructionRule extends RuleDescription {
  readonly on: readonly string[];
  /** It is asked about what ONBUILD registers too: `ONBUILD RUN …` is a RUN then, with the facts of its place. */
  readonly alsoOnBuild?: boolean;
  /** It speaks of these programs alone: it is not asked about an instruction that calls none of them. */
  readonly programs?: readonly string[];
  readonly check: (instruction: Instruction, scene: Scene) => Iterable<Claim>;
}

/** Called once a file: for what belongs to no single instruction. */
export interface FileRule extends RuleDescription {
  readonly on: 'file';
  readonly check: (scene: Scene) => Iterable<Claim>;
}

export interface Scene {
  readonly dockerfile: Dockerfile;
  readonly facts: Facts;
  /** What the configuration says to rules. */
  readonly settings: RuleSettings;
}

/** What a rule says of one place. */
export interface Claim {
  /** In the Dockerfile a span, in another file of the repository a location. */
  readonly at: Place;
  readonly title: string;
  readonly why?: string;
  readonly advice: string;
  /** Where this very claim is milder or graver than the rule. */
  readonly severity?: Severity;
  /** Where it answers to fewer names than the rule. */
  readonly aliases?: readonly string[];
  readonly fix?: ClaimFix;
  /** Further places of the same flaw, each with its note. */
  readonly places?: readonly { readonly at: Place; readonly note: string }[];
  readonly evidence?: readonly Evidence[];
}

export type Place = Span | Location;

export interface ClaimFix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  /** A file that does not exist yet is made by an edit at 1:1. */
  readonly edits: readonly { readonly at: Place; readonly text: string }[];
}

export interface Example {
  readonly title: string;
  readonly dockerfile: string;
  /** Further files of the context. */
  readonly files?: Readonly<Record<string, string>>;
  /** Container ports that are published, where they are given. */
  readonly publish?: readonly number[];
  /** Where the rule needs something configured. */
  readonly settings?: Partial<RuleSettings>;
}

export interface BadExample extends Example {
  /** The Dockerfile after the fix; absent where the claim has no fix. */
  readonly fixed?: string;
  /** Other files that the fix changes or makes. */
  readonly fixedFiles?: Readonly<Record<string, string>>;
}

export function defineRule(rule: InstructionRule): InstructionRule;
export function defineRule(rule: FileRule): FileRule;
export function defineRule(rule: Rule): Rule {
  return rule;
}

/**
 * The text of an example: backslashes as written but for those before a backtick and before `${`, where TypeScript wants
 * them; the indentation of the source file taken away.
 */
export function dockerfile(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const text = String.raw({ raw: strings.raw }, ...values)
    .replace(/^\n/, '')
    .replaceAll(/\\(?=`|\$\{)/g, '');
  const lines = text.split('\n');
  const margins = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const margin = Math.min(...margins);
  return lines
    .map((line) => line.slice(Math.min(margin, line.length)))
    .join('\n')
    .replace(/ *$/, '');
}
