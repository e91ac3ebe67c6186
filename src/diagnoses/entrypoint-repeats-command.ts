import { locationOf } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { programName } from '../servers/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { execForm, inExecForm, plainWords } from '../symptoms/start/exec-form.ts';
import { application, requirements, startedBy } from './example.ts';
import { serverComplaint } from '../symptoms/start/server-complaint.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };

export const entrypointRepeatsCommand: Diagnosis = {
  id: 'entrypoint-repeats-command',
  blames: 'image',
  summary: 'ENTRYPOINT and CMD do not fit together: one repeats the other, or drops it',
  why: 'Docker starts the words of ENTRYPOINT and behind them those of CMD, as one command line. What stands in both comes twice; and an ENTRYPOINT in the shell form takes no words of CMD at all.',
  references: ['https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact'],
  moments: ['exit'],
  *recognise(symptoms) {
    const { facts, log, container } = symptoms;
    const { entrypoint, command } = facts.startCommand ?? {};
    const dropped = facts.imageInstructions.findLast(({ keyword }) => keyword === 'CMD');
    if (entrypoint === undefined || container?.state?.exitCode === 0) return;
    const complaint = serverComplaint(log);
    if (entrypoint.exec === undefined) {
      const given = command ?? dropped;
      if (given === undefined || complaint?.kind !== 'no-application') return;
      const words = plainWords(entrypoint.text.slice(entrypoint.argumentsStart).trim());
      yield {
        headline: 'ENTRYPOINT in the shell form drops CMD',
        title: 'ENTRYPOINT in the shell form drops CMD, so the server gets no application',
        why: 'A shell starts the text of ENTRYPOINT alone; the words of CMD reach nobody.',
        advice: `Write ENTRYPOINT in the exec form${words === undefined ? '' : `: \`ENTRYPOINT ${execForm(words)}\``}.`,
        location: locationOf(facts.dockerfile, entrypoint.span),
        evidence: endEvidence(symptoms),
        explains: ['bad-server-option', 'shell-form-start'],
        ...(words === undefined
          ? {}
          : { fix: inExecForm(entrypoint, words, facts, 'Write ENTRYPOINT in the exec form') }),
      };
      return;
    }
    const repeated = command === undefined ? undefined : repeatedIn(entrypoint, command);
    const lastLines = log.slice(-6);
    const fails = complaint?.kind === 'extra' || lastLines.some((line) => /can't open file '/.test(line));
    if (command === undefined || repeated === undefined || !fails) return;
    const rest = command.exec?.slice(repeated.length).map(({ value }) => value) ?? [];
    yield {
      headline: 'CMD repeats what ENTRYPOINT has said',
      title: `CMD repeats \`${repeated.join(' ')}\`, which ENTRYPOINT has said already`,
      why: `Together they are \`${spokenTogether(entrypoint, command)}\`, and the server does not know what the second is for.`,
      advice:
        rest.length === 0
          ? 'Take that CMD away, or write it as the whole command and take ENTRYPOINT away.'
          : `Write what comes after it alone: \`CMD ${execForm(rest)}\`.`,
      location: locationOf(facts.dockerfile, command.span),
      evidence: endEvidence(symptoms),
      explains: ['bad-server-option', 'app-module-not-found'],
      ...fixOf(command, rest, facts),
    };
  },
  examples: [
    {
      title: 'the whole command line twice',
      dockerfile: startedBy('ENTRYPOINT ["uvicorn", "app:app"]', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: {
        exitCode: 2,
        log: [
          'Usage: uvicorn [OPTIONS] APP',
          "Try 'uvicorn --help' for help.",
          '',
          'Error: Got unexpected extra arguments (uvicorn app:app)',
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["--host", "0.0.0.0"]',
    },
    {
      title: 'the application twice',
      dockerfile: startedBy('ENTRYPOINT ["uvicorn", "app:app"]', 'CMD ["app:app", "--host", "0.0.0.0"]'),
      files,
      saw: { exitCode: 2, log: ['Error: Got unexpected extra argument (app:app)'] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["--host", "0.0.0.0"]',
    },
    {
      title: 'Python twice',
      dockerfile: startedBy('ENTRYPOINT ["python"]', 'CMD ["python", "app.py"]'),
      files,
      saw: {
        exitCode: 2,
        log: ["/usr/local/bin/python: can't open file '/app/python': [Errno 2] No such file or directory"],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["app.py"]',
    },
    {
      title: 'a shell-form ENTRYPOINT drops CMD',
      dockerfile: startedBy('ENTRYPOINT uvicorn', 'CMD ["app:app", "--host", "0.0.0.0"]'),
      files,
      saw: {
        exitCode: 2,
        log: ['Usage: uvicorn [OPTIONS] APP', "Try 'uvicorn --help' for help.", '', "Error: Missing argument 'APP'."],
      },
      place: 'Dockerfile:6',
      fixed: 'ENTRYPOINT ["uvicorn"]',
    },
  ],
  confusions: [
    {
      title: 'an argument too many in CMD itself',
      is: 'unknown',
      dockerfile: startedBy('ENTRYPOINT ["uvicorn"]', 'CMD ["app:app", "8000"]'),
      files,
      saw: { exitCode: 2, log: ['Error: Got unexpected extra argument (8000)'] },
    },
  ],
};

/** The first words of CMD, as far as ENTRYPOINT has them in the same order. */
function repeatedIn(entrypoint: Instruction, command: Instruction): readonly string[] | undefined {
  const said = (entrypoint.exec ?? []).map(({ value }) => value);
  const words = (command.exec ?? []).map(({ value }) => value);
  const [first] = words;
  if (first === undefined || first.startsWith('-')) return undefined;
  const start = said.findIndex((word) => programName(word) === programName(first));
  if (start === -1) return undefined;
  const repeated: string[] = [];
  for (const [index, word] of words.entries()) {
    if (said[start + index] === undefined || programName(said[start + index] ?? '') !== programName(word)) break;
    repeated.push(word);
  }
  return repeated;
}

function spokenTogether(entrypoint: Instruction, command: Instruction): string {
  return [...(entrypoint.exec ?? []), ...(command.exec ?? [])]
    .map(({ value }) => value)
    .join(' ')
    .replaceAll('`', "'");
}

function fixOf(
  command: Instruction,
  rest: readonly string[],
  facts: Facts,
): { readonly fix?: ReturnType<typeof inExecForm> } {
  return rest.length === 0 ? {} : { fix: inExecForm(command, rest, facts, 'Take away what CMD repeats') };
}
