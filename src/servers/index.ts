import { fastapi } from './fastapi.ts';
import { granian } from './granian.ts';
import { gunicorn } from './gunicorn.ts';
import { hypercorn } from './hypercorn.ts';
import type { CommandWord, Server, ServerCommand, Surroundings } from './server.ts';
import { uvicorn } from './uvicorn.ts';

const servers: readonly Server[] = [uvicorn, fastapi, gunicorn, hypercorn, granian];

const byProgram = new Map(servers.flatMap((server) => server.programs.map((program) => [program, server])));

/**
 * What a command means, where it starts a known server: `uvicorn …`, `/opt/venv/bin/uvicorn …`, `python -m uvicorn …`.
 * Shells, wrappers and scripts around it are taken off before (facts/launch.ts).
 */
export function readServerCommand(
  words: readonly CommandWord[],
  surroundings: Surroundings,
): ServerCommand | undefined {
  const start = programOf(words);
  const program = start === undefined ? undefined : words[start];
  if (start === undefined || program?.known !== true) return undefined;
  return byProgram.get(programName(program.text))?.read(program, words.slice(start + 1), surroundings);
}

/** The names of the programs that are known to serve. */
export function isServerProgram(text: string): boolean {
  return byProgram.has(programName(text));
}

/** `python`, `python3`, `python3.12`, `pypy3`, wherever it lies. */
export function isPython(text: string): boolean {
  return /^(?:python|pypy)[\d.]*$/.test(programName(text));
}

/** Where the server's name stands: the first word, or the module behind `python -m` and before it Python's own options. */
function programOf(words: readonly CommandWord[]): number | undefined {
  const first = words[0];
  if (first === undefined) return undefined;
  if (!isPython(first.text)) return 0;
  for (let index = 1; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined || !word.known) return undefined;
    if (/^-[A-Za-z]*m$/.test(word.text)) return index + 1;
    if (word.text === '-W' || word.text === '-X') index += 1;
    else if (word.text === '-c' || !word.text.startsWith('-')) return undefined;
  }
  return undefined;
}

/** `uvicorn` of `/opt/venv/bin/uvicorn`. */
export function programName(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}
