import type { Instruction } from '../dockerfile/model.ts';
import { programName } from '../servers/index.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const linkedShell = defineRule({
  id: 'linked-shell',
  aliases: ['DL4005'],
  severity: 'warning',
  summary: '/bin/sh is linked to another shell where SHELL would say it',
  why: 'Scripts of the distribution are written for its own /bin/sh, and they get another one from then on. SHELL changes what the build uses, and nothing else.',
  references: ['https://docs.docker.com/reference/dockerfile/#shell'],
  bad: [
    {
      title: 'bash as sh',
      dockerfile: dockerfile`
        FROM debian:12
        RUN ln -sf /bin/bash /bin/sh
        `,
      fixed: dockerfile`
        FROM debian:12
        SHELL ["/bin/bash", "-c"]
        `,
    },
  ],
  good: [
    {
      title: 'SHELL',
      dockerfile: dockerfile`
        FROM debian:12
        SHELL ["/bin/bash", "-c"]
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  programs: ['ln'],
  *check(instruction, { facts }) {
    const { commands } = facts.shellOf(instruction);
    for (const command of commands) {
      const [program, ...words] = command.words;
      const names = words.filter(({ text }) => !text.startsWith('-'));
      const link = names.at(-1);
      if (programName(program?.text ?? '') !== 'ln' || link === undefined) continue;
      if (!/^(?:\/usr)?\/bin\/sh$/.test(link.text)) continue;
      const shell = names[0]?.text ?? '';
      const fix = commands.length === 1 && names.length === 2 ? fixFor(instruction, command, shell) : undefined;
      const path = pathOf(shell);
      yield {
        at: command.location,
        title: `\`${link.text}\` becomes a link to \`${shell}\` for everything in the image`,
        advice: `Write \`SHELL ["${path ?? '/bin/bash'}", "-c"]\` instead.`,
        ...(fix === undefined ? {} : { fix }),
      };
    }
  },
});

/** A relative link counts from /bin. */
function pathOf(shell: string): string | undefined {
  if (/^[\w-]+$/.test(shell)) return `/bin/${shell}`;
  return /^(?:\/[\w-]+)+$/.test(shell) ? shell : undefined;
}

function fixFor(instruction: Instruction, command: RunCommand, shell: string): ClaimFix | undefined {
  const path = pathOf(shell);
  if (path === undefined || command.shell === undefined || instruction.flags.length > 0) return undefined;
  if (instruction.exec !== undefined || instruction.heredocs.length > 0) return undefined;
  return {
    title: `Run the build in ${path} by SHELL`,
    safety: 'unsafe',
    edits: [{ at: instruction.span, text: `SHELL ["${path}", "-c"]` }],
  };
}
