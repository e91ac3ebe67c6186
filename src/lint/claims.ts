import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { RuleSettings } from '../rules/rule-settings.ts';
import type { Claim, FileRule, InstructionRule, Rule } from '../rules/rule.ts';

/** What one rule says of one instruction, or of the file. */
export interface Claims {
  readonly rule: Rule;
  /** Absent for a rule of the whole file. */
  readonly instruction?: Instruction;
  /** At least one. */
  readonly claims: readonly Claim[];
}

/** Walks the instructions once and calls the rules by keyword. */
export function claimsOf(facts: Facts, rules: readonly Rule[], settings: RuleSettings): readonly Claims[] {
  const scene = { dockerfile: facts.dockerfile, facts, settings };
  const found: Claims[] = [];
  const byKeyword = new Map<string, InstructionRule[]>();
  const forFile: FileRule[] = [];
  for (const rule of rules) {
    if (rule.on === 'file') forFile.push(rule);
    else {
      for (const keyword of rule.on) {
        const called = byKeyword.get(keyword);
        if (called === undefined) byKeyword.set(keyword, [rule]);
        else called.push(rule);
      }
    }
  }
  for (const instruction of facts.dockerfile.instructions) {
    for (const rule of byKeyword.get(instruction.keyword) ?? []) {
      const claims = [...rule.check(instruction, scene)];
      if (claims.length > 0) found.push({ rule, instruction, claims });
    }
    const { trigger } = instruction;
    if (trigger === undefined) continue;
    for (const rule of byKeyword.get(trigger.keyword) ?? []) {
      const claims = rule.alsoOnBuild === true ? [...rule.check(trigger, scene)] : [];
      // The ONBUILD is what pragmas stand above and what a fingerprint is made of.
      if (claims.length > 0) found.push({ rule, instruction, claims });
    }
  }
  for (const rule of forFile) {
    for (const claim of rule.check(scene)) found.push({ rule, claims: [claim] });
  }
  return found;
}
