import { oncePerObject } from '../facts/once.ts';
import type { FileRule, InstructionRule, Rule } from '../rules/rule.ts';
import { isActive, type Severities } from './severity.ts';

/** The rules that have to be asked, by what they are asked about. */
export interface AskedRules {
  readonly all: readonly Rule[];
  readonly byKeyword: ReadonlyMap<string, readonly InstructionRule[]>;
  readonly forFile: readonly FileRule[];
}

/** Many files are linted with one list of rules and one set of severities, so that is sorted once. */
export function askedRules(rules: readonly Rule[], severities: Severities): AskedRules {
  return sortedBySeverities(rules)(severities);
}

const sortedBySeverities = oncePerObject((rules: readonly Rule[]) =>
  oncePerObject((severities: Severities) => sorted(rules.filter((rule) => isActive(rule, severities)))),
);

function sorted(rules: readonly Rule[]): AskedRules {
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
  return { all: rules, byKeyword, forFile };
}
