import { parseErrorCheck } from '../lint/grammar-findings.ts';
import { capitalised, stopped } from '../render/prose.ts';
import type { Rule } from '../rules/rule.ts';

/** One check that answers to a number of hadolint's. */
interface Counterpart {
  readonly number: string;
  readonly id: string;
  readonly severity: string;
  readonly summary: string;
}

/** Every number that a check answers to, in order, with the pages of docs/checks. A number may be said of several flaws. */
export function hadolintTable(rules: readonly Rule[]): string {
  const rows = counterparts(rules).map(
    ({ number, id, severity, summary }) => `| ${number} | [${id}](checks/${id}.md) | ${severity} | ${cell(summary)} |`,
  );
  return `${['| hadolint | Here | Severity | What it says |', '|:--|:--|:--|:--|', ...rows].join('\n')}\n`;
}

function counterparts(rules: readonly Rule[]): readonly Counterpart[] {
  const found = rules.flatMap(({ id, aliases, severity, summary }) =>
    aliases.filter((alias) => /^DL\d{4}$/.test(alias)).map((number) => ({ number, id, severity, summary })),
  );
  return [parseError, ...found].toSorted((one, other) => one.number.localeCompare(other.number));
}

/** No rule: what cannot be read is told by the reader. */
const parseError: Counterpart = {
  number: 'DL1000',
  id: parseErrorCheck,
  severity: 'error',
  summary: 'BuildKit cannot read the Dockerfile; the rules run over what can be read all the same',
};

function cell(summary: string): string {
  return stopped(capitalised(summary)).replaceAll('|', String.raw`\|`);
}
