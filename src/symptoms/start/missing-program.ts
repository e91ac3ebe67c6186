import type { Symptoms } from '../symptoms.ts';

export interface MissingProgram {
  /** As it was called: `uvicorn`, `/opt/venv/bin/uvicorn`. */
  readonly program: string;
  /** Who says so. */
  readonly line: string;
}

/** A program that nobody finds; what docker, the shells, Python, uv, poetry and tini say of it. The first group is the program. */
const sentences: readonly RegExp[] = [
  /exec: "([^"\s]+)": executable file not found in \$PATH/,
  /^(?:\/\S*\/)?(?:ba|da|a|z|k)?sh: (?:line )?\d+: (?:exec: )?([^\s:]+): (?:not found|command not found)$/,
  /^(?:\/?\S+): (?:line )?\d+: (?:exec: )?([^\s:]+): (?:not found|command not found)$/,
  /^(?:\/\S*\/)?(?:ba|da|a)?sh: ([^\s:]+): (?:not found|command not found)$/,
  /^(?:\/usr\/bin\/)?env: [‘'"]?([^\s’'"]+)[’'"]?: No such file or directory$/,
  /\[FATAL tini \(\d+\)\] exec (\S+) failed: No such file or directory/,
  /Failed to spawn: `([^`]+)`/,
  /^Command not found: (\S+)/,
  /Cannot find command '([^']+)'/,
  /exec: ([^\s:]+): not found$/,
];

/** What the programs say that a step calls: of a running container the same words may mean a file. */
const inBuild: readonly RegExp[] = [
  // runc's, of the shell of RUN or of the exec form: nothing lies at that path.
  /exec: "([^"\s]+)": stat \S+: no such file or directory/,
  /^make(?:\[\d+\])?: ([^\s:]+): No such file or directory$/,
  /^sudo: ([^\s:]+): command not found$/,
  /^xargs: ([^\s:]+): No such file or directory$/,
  /^zsh:(?:\d+:)? command not found: (\S+)$/,
  /^Error: Command '([\w.+-]+)' not found/,
];

/** Said by a program that calls another without naming it. */
const unnamed: readonly (readonly [RegExp, string])[] = [[/Git executable not found|git is not installed/i, 'git']];

/** `python -m name`: a server that is started so, and no module of the repository. */
const asModule = /python[\d.]*: No module named (\w+)$/;

/** 127 says that a program was missing, wherever the log tells which; else only the last words are the reason. */
function lastWords(log: readonly string[], exitCode: number | undefined): readonly string[] {
  return log.filter((line) => line.trim() !== '').slice(exitCode === 127 ? -60 : -3);
}

export function missingProgram({ moment, build, container, log }: Symptoms): MissingProgram | undefined {
  const lines = [
    ...(container?.create.stderr.split('\n') ?? []),
    container?.state?.error ?? '',
    build?.failure.message ?? '',
    ...lastWords(log, container?.state?.exitCode ?? build?.failure.exitCode).toReversed(),
  ];
  for (const line of lines) {
    for (const sentence of sentencesAt(moment)) {
      const program = sentence.exec(line.trim())?.[1];
      if (program !== undefined && !/^(?:$|\[(?!\[$)|\$)/.test(program)) return { program, line: line.trim() };
    }
    const known = unnamed.find(([sentence]) => sentence.test(line))?.[1];
    if (known !== undefined && moment === 'build') return { program: known, line: line.trim() };
  }
  return undefined;
}

function sentencesAt(moment: Symptoms['moment']): readonly RegExp[] {
  if (moment === 'exit') return [...sentences, asModule];
  return moment === 'build' ? [...sentences, ...inBuild] : sentences;
}
