import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { RuleSettings } from '../rules/rule-settings.ts';
import type { Claim, InstructionRule, Rule } from '../rules/rule.ts';
import type { AskedRules } from './asked-rules.ts';

/** What one rule says of one instruction, or of the file. */
export interface Claims {
  readonly rule: Rule;
  /** Absent for a rule of the whole file. */
  readonly instruction?: Instruction;
  /** At least one. */
  readonly claims: readonly Claim[];
}

/** Walks the instructions once and calls the rules by keyword, and by the programs that a RUN calls. */
export function claimsOf(
  facts: Facts,
  { byKeyword, forFile }: Omit<AskedRules, 'all'>,
  settings: RuleSettings,
): readonly Claims[] {
  const scene = { dockerfile: facts.dockerfile, facts, settings };
  const found: Claims[] = [];
  for (const instruction of facts.dockerfile.instructions) {
    for (const rule of byKeyword.get(instruction.keyword) ?? []) {
      if (!concerns(rule, instruction, facts)) continue;
      const claims = gathered(rule.check(instruction, scene));
      if (claims.length > 0) found.push({ rule, instruction, claims });
    }
    const { trigger } = instruction;
    if (trigger === undefined) continue;
    for (const rule of byKeyword.get(trigger.keyword) ?? []) {
      if (rule.alsoOnBuild !== true || !concerns(rule, trigger, facts)) continue;
      const claims = gathered(rule.check(trigger, scene));
      // The ONBUILD is what pragmas stand above and what a fingerprint is made of.
      if (claims.length > 0) found.push({ rule, instruction, claims });
    }
  }
  for (const rule of forFile) {
    for (const claim of rule.check(scene)) found.push({ rule, claims: [claim] });
  }
  return found;
}

/** It calls one of the programs of which alone the rule speaks. */
function concerns({ programs }: InstructionRule, instruction: Instruction, facts: Facts): boolean {
  if (programs === undefined) return true;
  const called = facts.programsOf(instruction);
  return called.size > 0 && programs.some((program) => called.has(program));
}

const none: readonly Claim[] = [];

/** Most rules have nothing to say of most instructions, so that costs no list. */
function gathered(claims: Iterable<Claim>): readonly Claim[] {
  let found: Claim[] | undefined;
  for (const claim of claims) {
    if (found === undefined) found = [claim];
    else found.push(claim);
  }
  return found ?? none;
}
