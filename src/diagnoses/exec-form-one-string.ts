import type { Instruction, Word } from '../dockerfile/model.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix } from '../finding.ts';
import type { Diagnosis } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { execForm, plainWords, throughShell } from '../symptoms/start/exec-form.ts';
import { application, refusedByRunc, requirements, servedBy } from './example.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };

export const execFormOneString: Diagnosis = {
  id: 'exec-form-one-string',
  blames: 'image',
  summary: 'several words of the command stand in one string of the exec form',
  why: 'In the exec form each string is one argument, blanks included: nothing splits it. Docker then looks for a program with a blank in its name, or the server gets an option and its value as one word.',
  references: ['https://docs.docker.com/reference/dockerfile/#exec-form'],
  moments: ['create', 'exit'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const found = joinedWord(symptoms);
    if (found === undefined) return;
    const { word, words, isProgram } = found;
    const apart = execForm(words);
    yield {
      headline: 'the words of the command stand in one string',
      title: isProgram
        ? 'the exec form holds its command line in one string, so no such program is found'
        : 'the exec form holds two arguments in one string, so the server gets one',
      why: `Nothing splits \`${word.value}\`: it is one ${isProgram ? 'name of a program' : 'argument'}, blanks included.`,
      advice: `Write each word as a string of its own: \`${apart.slice(1, -1)}\`.`,
      location: locationOf(facts.dockerfile, word.span),
      evidence: endEvidence(symptoms),
      explains: [
        'bad-server-option',
        'app-attribute-not-found',
        'app-module-not-found',
        'command-not-found',
        'server-not-installed',
      ],
      fix: splitAt(word, apart, facts),
    };
  },
  examples: [
    {
      title: 'the CMD behind tini',
      dockerfile: servedBy('["uvicorn app:app --host 0.0.0.0"]').replace('CMD', 'ENTRYPOINT ["tini", "--"]\nCMD'),
      files,
      saw: {
        exitCode: 127,
        log: ['[FATAL tini (7)] exec uvicorn app:app --host 0.0.0.0 failed: No such file or directory'],
      },
      place: 'Dockerfile:8',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'the CMD behind a script that becomes it',
      dockerfile: servedBy('["uvicorn app:app --host 0.0.0.0"]').replace('CMD', 'ENTRYPOINT ["./entrypoint.sh"]\nCMD'),
      files: { ...files, 'entrypoint.sh': '#!/bin/sh\nset -e\nexec "$@"\n' },
      saw: { exitCode: 127, log: ['./entrypoint.sh: 3: exec: uvicorn app:app --host 0.0.0.0: not found'] },
      place: 'Dockerfile:8',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'the whole command line',
      dockerfile: servedBy('["uvicorn app:app --host 0.0.0.0"]'),
      files,
      saw: refusedByRunc(127, 'exec: "uvicorn app:app --host 0.0.0.0": executable file not found in $PATH'),
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
    {
      title: 'a command line that needs a shell',
      dockerfile: servedBy('["alembic upgrade head && uvicorn app:app"]'),
      files,
      saw: refusedByRunc(127, 'exec: "alembic upgrade head && uvicorn app:app": executable file not found in $PATH'),
      place: 'Dockerfile:7',
      fixed: 'CMD ["sh", "-c", "alembic upgrade head && uvicorn app:app"]',
    },
    {
      title: 'an option and its value',
      dockerfile: servedBy('["uvicorn", "app:app", "--host 0.0.0.0", "--port", "8000"]'),
      files,
      saw: {
        exitCode: 2,
        log: [
          'Usage: uvicorn [OPTIONS] APP',
          "Try 'uvicorn --help' for help.",
          '',
          "Error: No such option '--host 0.0.0.0'. (Did you mean '--host'?)",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]',
    },
    {
      title: 'the application and the options behind it',
      dockerfile: servedBy('["uvicorn", "app:app --host 0.0.0.0"]'),
      files,
      saw: {
        exitCode: 3,
        log: ['ERROR:    Error loading ASGI app. Attribute "app --host 0.0.0.0" not found in module "app".'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]',
    },
  ],
  confusions: [
    {
      title: 'a shell is handed its text in one string, as it must be, and finds a program missing',
      is: 'command-not-found',
      dockerfile: servedBy('["sh", "-c", "pg_isready -h db && exec uvicorn app:app"]'),
      files,
      saw: { exitCode: 127, log: ['sh: 1: pg_isready: not found'] },
    },
    {
      title: 'a list that is no JSON',
      is: 'exec-form-broken',
      dockerfile: servedBy("['uvicorn app:app --host 0.0.0.0']"),
      files,
      saw: { exitCode: 127, log: ['/bin/sh: 1: [uvicorn app:app --host 0.0.0.0]: not found'] },
    },
  ],
};

interface Joined {
  readonly word: Word;
  readonly words: readonly string[];
  readonly isProgram: boolean;
}

function joinedWord({ facts, container, moment, log }: Symptoms): Joined | undefined {
  const { entrypoint, command } = facts.startCommand ?? {};
  const instructions = [entrypoint, command].flatMap((each) => (each === undefined ? [] : [each]));
  const [first] = instructions;
  const program = first?.exec?.[0];
  if (program !== undefined && /\s/.test(program.value.trim())) {
    const said = `${container?.create.stderr ?? ''}\n${container?.state?.error ?? ''}`;
    if (!said.includes(`"${program.value.replaceAll('"', String.raw`\"`)}"`)) return undefined;
    const words = plainWords(program.value) ?? throughShell(program.value);
    return { word: program, words, isProgram: true };
  }
  if (moment !== 'exit' || container?.state?.exitCode === 0) return undefined;
  const handedOver = entrypoint === undefined ? undefined : command?.exec?.[0];
  // Behind `sh -c` one string is right.
  const toShell = entrypoint?.exec?.some(({ value }) => /^-[A-Za-z]*c$/.test(value)) === true;
  const others = instructions.flatMap(argumentsOf);
  for (const word of handedOver === undefined || toShell ? others : [handedOver, ...others]) {
    const words = plainWords(word.value);
    if (words === undefined || words.length < 2) continue;
    // `"main:app --host 0.0.0.0"`: of it the server names what stands behind the colon.
    const told = word.value.slice(word.value.slice(0, word.value.search(/\s/)).lastIndexOf(':') + 1).trim();
    const line = log.findLast((each) => each.includes(told));
    // tini and `exec "$@"` of a script take the first word of CMD for the program.
    const isProgram = word === handedOver && line?.includes(word.value) === true && /not found|No such file/.test(line);
    if (line !== undefined) return { word, words, isProgram };
  }
  return undefined;
}

/** Without the text that a shell or Python is handed. */
function argumentsOf({ exec = [] }: Instruction): readonly Word[] {
  const text = exec.findIndex(({ value }) => /^-[A-Za-z]*c$/.test(value));
  return text === -1 ? exec.slice(1) : exec.slice(1, text);
}

function splitAt(word: Word, apart: string, facts: Facts): Fix {
  const location = locationOf(facts.dockerfile, word.span);
  return { title: 'Write each word as a string', safety: 'safe', edits: [{ location, text: apart.slice(1, -1) }] };
}
