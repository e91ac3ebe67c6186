import { isOnBusybox } from '../facts/base-family.ts';
import type { Dockerfile, Instruction } from '../dockerfile/model.ts';
import { lineSpan } from '../dockerfile/location.ts';
import type { Facts } from '../facts/facts.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import { programName } from '../servers/index.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const pipeWithoutPipefail = defineRule({
  id: 'pipe-without-pipefail',
  aliases: ['DL4006'],
  severity: 'warning',
  summary: 'a pipe whose first commands may fail without failing the build',
  why: 'A shell takes the exit code of the last command of a pipe for that of the whole. A download that breaks off before the pipe goes unseen, and the build goes on with what came through.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#using-pipes',
    'https://www.gnu.org/software/bash/manual/bash.html#Pipelines',
  ],
  bad: [
    {
      title: "Docker's own shell",
      dockerfile: dockerfile`
        FROM debian:12
        RUN curl -fsSL https://example.com/app.tar.gz | tar -xz -C /opt
        `,
      fixed: dockerfile`
        FROM debian:12
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        RUN curl -fsSL https://example.com/app.tar.gz | tar -xz -C /opt
        `,
    },
    {
      title: "Alpine's shell knows the option too",
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN wget -qO- https://example.com/app.tar.gz | tar -xz -C /opt
        `,
      fixed: dockerfile`
        FROM alpine:3.20
        SHELL ["/bin/ash", "-o", "pipefail", "-c"]
        RUN wget -qO- https://example.com/app.tar.gz | tar -xz -C /opt
        `,
    },
  ],
  good: [
    {
      title: 'SHELL with pipefail',
      dockerfile: dockerfile`
        FROM debian:12
        SHELL ["/bin/bash", "-o", "pipefail", "-c"]
        RUN curl -fsSL https://example.com/app.tar.gz | tar -xz -C /opt
        `,
    },
    {
      title: 'said in the RUN itself',
      dockerfile: dockerfile`
        FROM alpine:3.20
        RUN set -o pipefail && wget -qO- https://example.com/app.tar.gz | tar -xz -C /opt
        `,
    },
    {
      title: 'no pipe',
      dockerfile: dockerfile`
        FROM debian:12
        RUN curl -fsSL -o /tmp/app.tar.gz https://example.com/app.tar.gz && tar -xzf /tmp/app.tar.gz -C /opt
        `,
    },
  ],
  on: ['RUN'],
  alsoOnBuild: true,
  *check(instruction, { facts, dockerfile: file }) {
    if (instruction.exec !== undefined || isSetByShell(instruction, facts)) return;
    const { commands } = facts.shellOf(instruction);
    const lastOf = new Map(commands.map((command) => [command.shell?.pipeline, command]));
    const told = new Set<number>();
    for (const command of commands) {
      const { shell } = command;
      if (shell === undefined) continue;
      // What `sh -c "…"` is handed runs in a shell of its own, which SHELL does not reach.
      if (command.isHanded === true) continue;
      if (isPipefailSet(command)) return;
      if ((shell.connector !== '|' && shell.connector !== '|&') || told.has(shell.pipeline)) continue;
      told.add(shell.pipeline);
      const last = lastOf.get(shell.pipeline);
      yield {
        at: command.location,
        title: `when \`${nameOf(command)}\` fails before this pipe, the build goes on`,
        advice: `Write \`${shellFor(instruction, facts)}\` before this instruction.`,
        ...(last === undefined || last === command
          ? {}
          : { places: [{ at: last.location, note: 'the only command whose exit code counts' }] }),
        ...fixFor(instruction, facts, file),
      };
    }
  },
});

/** By a SHELL that knows the option; `sh` may be any shell. */
function isSetByShell(instruction: Instruction, facts: Facts): boolean {
  const [program = '', ...options] = facts.stateAt(instruction)?.shell.words ?? [];
  return (
    /^(?:bash|zsh|ash)$/.test(programName(program)) &&
    options.some((option, index) => option === 'pipefail' && /^-\w*o$/.test(options[index - 1] ?? ''))
  );
}

/** `set -o pipefail`, for what follows it. */
function isPipefailSet({ words }: RunCommand): boolean {
  return words[0]?.text === 'set' && words.some(({ text }) => text === 'pipefail');
}

function nameOf({ words }: RunCommand): string {
  return programName(words[0]?.text ?? '') || 'a command';
}

function shellFor(instruction: Instruction, facts: Facts): string {
  return `SHELL ["/bin/${isOnBusybox(instruction, facts) ? 'ash' : 'bash'}", "-o", "pipefail", "-c"]`;
}

/** At one place for all RUNs of the stage: behind its FROM, or behind the SHELL that is in force. Not for another image's build. */
function fixFor(instruction: Instruction, facts: Facts, file: Dockerfile): { readonly fix?: ClaimFix } {
  const place = facts.placeOf(instruction);
  const shell = facts.stateAt(instruction)?.shell;
  if (place?.stage.from === undefined || place.onBuild !== undefined) return {};
  const text = shellFor(instruction, facts);
  // The comment that names another shell would go before the SHELL of the remedy.
  if (shell?.byComment === true && !text.includes(`/${programName(shell.words[0] ?? '')}"`)) return {};
  const title = 'Let a failing command fail its pipe';
  const own = shell?.setBy !== undefined && facts.placeOf(shell.setBy)?.stage === place.stage ? shell.setBy : undefined;
  if (own !== undefined) return { fix: { title, safety: 'unsafe', edits: [{ at: own.span, text }] } };
  const { end } = lineSpan(file, place.stage.from.lines[1]);
  return { fix: { title, safety: 'unsafe', edits: [{ at: { start: end, end }, text: `\n${text}` }] } };
}
