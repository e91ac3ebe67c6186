import type { Assignment, Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { labelNameSpan } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';

export const invalidLabelKey = defineRule({
  id: 'invalid-label-key',
  aliases: ['DL3048'],
  severity: 'notice',
  summary: 'The key of a label breaks the rules for keys',
  why: 'Docker sets it, and programs that select images by label may not find it: a key is made of small letters, digits, single dots and hyphens, begins with a letter and ends with a letter or a digit. The name spaces `com.docker`, `io.docker` and `org.dockerproject` are reserved for Docker itself.',
  references: ['https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations'],
  bad: [
    {
      title: 'capitals and an underscore',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL Build_Number="42"
        `,
    },
    {
      title: "Docker's own name space",
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL com.docker.team="shop"
        `,
    },
  ],
  good: [
    {
      title: 'small letters, dots and hyphens',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL com.example.build-number="42"
        `,
    },
    {
      title: 'a part of it comes from an argument',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG NAMESPACE
        LABEL $NAMESPACE.team="shop"
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, { dockerfile: file, facts }) {
    for (const label of instruction.assignments) {
      const key = keyOf(label, instruction, facts);
      const flaw = key === undefined ? undefined : flawOf(key);
      if (flaw === undefined) continue;
      yield {
        at: labelNameSpan(label, file),
        title: `label key \`${key}\` ${flaw}`,
        advice: 'Write a key of small letters, digits, dots and hyphens, such as `com.example.build-number`.',
      };
    }
  },
});

/** Undefined where only the build knows it. A variable that nothing declares stays as it is written: it is none. */
function keyOf({ name }: Assignment, instruction: Instruction, facts: Facts): string | undefined {
  const expanded = facts.stateAt(instruction)?.expand(name);
  if (expanded === undefined || expanded.known) return expanded?.text ?? name;
  const declared = facts
    .placeOf(instruction)
    ?.stage.instructions.some(
      ({ keyword, assignments }) =>
        keyword === 'ARG' && assignments.some((each) => expanded.missing.includes(each.name)),
    );
  return declared === true ? undefined : name;
}

function flawOf(key: string): string | undefined {
  if (/^(?:com\.docker|io\.docker|org\.dockerproject)\./.test(key))
    return 'lies in a name space that is reserved for Docker';
  if (/[^a-z0-9.-]/.test(key)) return 'holds other signs than small letters, digits, dots and hyphens';
  if (!/^[a-z]/.test(key)) return 'does not begin with a letter';
  if (!/[a-z0-9]$/.test(key)) return 'does not end with a letter or a digit';
  return /\.\.|--/.test(key) ? 'has two dots or hyphens in a row' : undefined;
}
