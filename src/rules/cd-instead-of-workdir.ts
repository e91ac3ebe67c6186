import { lineSpan } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import { afterChange, type RunCommand } from '../facts/run-shell.ts';
import { lineAbove } from './command-edit.ts';
import { defineRule, dockerfile, type ClaimFix, type Scene } from './rule.ts';

export const cdInsteadOfWorkdir = defineRule({
  id: 'cd-instead-of-workdir',
  aliases: ['DL3003'],
  severity: 'warning',
  summary: '`cd` in a RUN where WORKDIR would say it',
  why: 'A `cd` ends with its RUN: the next instruction is back in the old folder, which is easily overlooked. WORKDIR says it once, makes the folder where it is missing, and holds until the next one.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#workdir',
    'https://docs.docker.com/reference/dockerfile/#workdir',
  ],
  bad: [
    {
      title: 'one step in another folder',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        RUN cd frontend && make
        CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY . .
        WORKDIR /app/frontend
        RUN make
        WORKDIR /app
        CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `,
    },
    {
      title: 'of no effect at all',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN cd /opt
        `,
    },
  ],
  good: [
    {
      title: 'WORKDIR',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app/frontend
        RUN make
        `,
    },
  ],
  on: ['RUN'],
  programs: ['cd'],
  *check(instruction, scene) {
    const { commands } = scene.facts.shellOf(instruction);
    const changes = commands.filter(({ words }) => words[0]?.text === 'cd');
    for (const change of changes) {
      const folder = change.words[1];
      const fix = changes.length === 1 ? fixFor(instruction, commands, scene) : undefined;
      yield {
        at: change.location,
        title:
          folder === undefined
            ? '`cd` holds only until this RUN ends'
            : `\`cd ${folder.text}\` holds only until this RUN ends`,
        advice:
          folder === undefined
            ? 'Write `WORKDIR` with the folder before this instruction.'
            : `Write \`WORKDIR ${folder.text}\` before this instruction.`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});

/** Where the RUN begins with `cd somewhere &&`; the folder that was in force before is put back behind it. */
function fixFor(instruction: Instruction, commands: readonly RunCommand[], scene: Scene): ClaimFix | undefined {
  const [change, next] = commands;
  const { dockerfile: file, facts } = scene;
  const span = change?.shell?.span;
  const target = change?.words[1];
  if (change === undefined || next?.shell === undefined || span === undefined || target === undefined) return undefined;
  if (change.words[0]?.text !== 'cd' || change.words.length !== 2 || change.shell?.connector !== '&&') return undefined;
  if (instruction.exec !== undefined || instruction.heredocs.length > 0 || change.shell.within.length > 0)
    return undefined;
  const gap = file.text.slice(span.end, next.shell.span.start);
  const old = facts.stateAt(instruction)?.workdir;
  const folder = old?.known === true ? afterChange(target, old.text) : undefined;
  if (old?.known !== true || folder === undefined || !/^[\w./+-]+$/.test(folder) || !/^[\w./+-]+$/.test(old.text))
    return undefined;
  if (!/^\s*&&\s*$/.test(gap.replaceAll(file.escape, '')) || span.start < instruction.keywordSpan.end) return undefined;
  // `RUN -x` and `RUN [` begin something else than a command.
  if (!/^[\w./"'$]/.test(file.text.slice(next.shell.span.start))) return undefined;
  const { end } = lineSpan(file, instruction.lines[1]);
  return {
    title: `Change to ${folder} by WORKDIR`,
    safety: 'unsafe',
    edits: [
      lineAbove(instruction, file, `WORKDIR ${folder}`),
      { at: { start: span.start, end: next.shell.span.start }, text: '' },
      { at: { start: end, end }, text: `\nWORKDIR ${old.text}` },
    ],
  };
}
