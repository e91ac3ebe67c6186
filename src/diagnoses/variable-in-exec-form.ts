import { fittingHeadline } from '../symptoms/fitting.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix } from '../finding.ts';
import type { CommandWord } from '../servers/server.ts';
import type { Diagnosis } from './diagnosis.ts';
import { bindFailure } from '../symptoms/start/bind-failure.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { inExecForm } from '../symptoms/start/exec-form.ts';
import { application, refusedByRunc, requirements, servedBy } from './example.ts';
import { serverComplaint } from '../symptoms/start/server-complaint.ts';
import { startWords } from '../symptoms/start/started-file.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };
const variable = /\$(?:\{[A-Za-z_]\w*(?::?[-=?+][^}]*)?\}|[A-Za-z_]\w*)/;

export const variableInExecForm: Diagnosis = {
  id: 'variable-in-exec-form',
  blames: 'image',
  summary: 'the exec form names a variable, and no shell is there to put its value in',
  why: 'In the exec form Docker starts the program itself. What a shell would replace, variables above all, reaches the program letter by letter: a server is told to listen on the port `$PORT`.',
  references: ['https://docs.docker.com/reference/dockerfile/#variable-substitution'],
  moments: ['create', 'exit'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const word = startWords(facts).find((each) => variable.test(each.text) && isTheReason(each, symptoms));
    const name = word === undefined ? undefined : variable.exec(word.text)?.[0];
    if (word === undefined || name === undefined) return;
    const fix = shellFix(facts);
    yield {
      headline: fittingHeadline(
        `the exec form hands over \`${name}\` as it stands`,
        'the exec form hands over a variable as it stands',
      ),
      title: `the exec form hands over \`${word.text}\` letter by letter`,
      why: 'Only a shell replaces a variable, and the exec form starts none.',
      advice: `Start it through a shell that becomes the program${fix === undefined ? ': `["sh", "-c", "exec …"]`' : ''}, or write the value itself.`,
      location: word.location,
      evidence: endEvidence(symptoms),
      explains: [
        'bad-server-option',
        'unbindable-host',
        'app-module-not-found',
        'app-attribute-not-found',
        'command-not-found',
        'server-not-installed',
        'startup-failed',
      ],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'the port',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "$PORT"]'),
      files,
      saw: {
        exitCode: 2,
        log: [
          'Usage: uvicorn [OPTIONS] APP',
          "Try 'uvicorn --help' for help.",
          '',
          "Error: Invalid value for '--port': '$PORT' is not a valid integer.",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["sh", "-c", "exec uvicorn app:app --host 0.0.0.0 --port $PORT"]',
    },
    {
      title: 'the program',
      dockerfile: servedBy('["$SERVER", "app:app"]'),
      files,
      saw: refusedByRunc(127, 'exec: "$SERVER": executable file not found in $PATH'),
      place: 'Dockerfile:7',
      fixed: 'CMD ["sh", "-c", "exec $SERVER app:app"]',
    },
    {
      title: 'under gunicorn, with a default',
      dockerfile: servedBy('["gunicorn", "app:app", "-b", "0.0.0.0:${PORT:-8000}"]'),
      files,
      saw: { exitCode: 1, log: ['', "Error: '-8000}' is not a valid port number.", ''] },
      place: 'Dockerfile:7',
      fixed: 'CMD ["sh", "-c", "exec gunicorn app:app -b 0.0.0.0:${PORT:-8000}"]',
    },
    {
      title: 'under `fastapi run`, which does not say the value',
      dockerfile: servedBy('["fastapi", "run", "app.py", "--port", "$PORT"]'),
      files,
      saw: {
        exitCode: 2,
        log: [
          'Usage: fastapi run [OPTIONS] [path]',
          "Try 'fastapi run -h' for help.",
          '╭─ Error ──────────────────────────────────────────────────────────────────────╮',
          "│ Invalid value for '--port' (env var: 'PORT'): Input should be a valid        │",
          '│ integer, unable to parse string as an integer                                │',
          '╰──────────────────────────────────────────────────────────────────────────────╯',
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["sh", "-c", "exec fastapi run app.py --port $PORT"]',
    },
    {
      title: 'the host, which uvicorn looks up',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "$HOST"]'),
      files,
      saw: {
        exitCode: 3,
        log: [
          'INFO:     Application startup complete.',
          'ERROR:    [Errno -2] Name or service not known',
          'INFO:     Waiting for application shutdown.',
          'INFO:     Application shutdown complete.',
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["sh", "-c", "exec uvicorn app:app --host $HOST"]',
    },
  ],
  confusions: [
    {
      title: 'a value that is wrong of itself',
      is: 'bad-server-option',
      dockerfile: servedBy('["uvicorn", "app:app", "--port", "http"]'),
      files,
      saw: { exitCode: 2, log: ["Error: Invalid value for '--port': 'http' is not a valid integer."] },
    },
    {
      title: 'a shell replaces the variable, and tells of it',
      is: 'unknown',
      dockerfile: servedBy('["sh", "-c", "test -f $TOKEN || exit 4; exec uvicorn app:app"]'),
      files,
      saw: { exitCode: 4, log: ['needs $TOKEN'] },
    },
    {
      title: 'a shell replaces the variable, and the server is not there',
      is: 'server-not-installed',
      dockerfile: servedBy('["sh", "-c", "exec uvicorn app:app --port $PORT"]'),
      files: { ...files, 'requirements.txt': 'fastapi==0.165.0\n' },
      saw: { exitCode: 127, log: ['sh: 1: exec: uvicorn: not found'] },
    },
  ],
};

/** The program says its text, or has trouble with the very option or address that the word stands for. */
function isTheReason(word: CommandWord, symptoms: Symptoms): boolean {
  const { container, moment, log, facts } = symptoms;
  if (isShellText(word, facts)) return false;
  const said = `${container?.create.stderr ?? ''}\n${container?.state?.error ?? ''}`;
  if (moment === 'create') return said.includes(`"${word.text}"`);
  if (container?.state?.exitCode === 0) return log.slice(-20).some((line) => line.includes(`'${word.text}'`));
  const named = variable.exec(word.text)?.[0] ?? word.text;
  if (log.slice(-40).some((line) => line.includes(named))) return true;
  const complaint = serverComplaint(log);
  if (complaint?.kind === 'bad-value') {
    if (complaint.value !== undefined) return word.text.includes(complaint.value);
    return complaint.option !== undefined && optionBefore(word, facts) === complaint.option;
  }
  return bindFailure(symptoms)?.kind === 'unknown-host' && isAddress(word, facts);
}

/** `sh -c "…"`: a shell is there for it. */
function isShellText(word: CommandWord, facts: Facts): boolean {
  return /^-[A-Za-z]*c$/.test(wordBefore(word, facts) ?? '');
}

function optionBefore(word: CommandWord, facts: Facts): string | undefined {
  return /^(--[\w-]+)=/.exec(word.text)?.[1] ?? wordBefore(word, facts);
}

function wordBefore({ whole }: CommandWord, facts: Facts): string | undefined {
  const words = startWords(facts);
  const at = words.findIndex((each) => each.whole.line === whole.line && each.whole.column === whole.column);
  return words[at - 1]?.text;
}

function isAddress(word: CommandWord, facts: Facts): boolean {
  return ['--host', '--bind', '-b', '--port', '-p'].includes(optionBefore(word, facts) ?? '');
}

/** One shell for all words of CMD, where it alone starts the program. */
function shellFix(facts: Facts): Fix | undefined {
  const { entrypoint, command } = facts.startCommand ?? {};
  const only: Instruction | undefined =
    entrypoint === undefined ? command : command === undefined ? entrypoint : undefined;
  const words = only?.exec?.map(({ value }) => value) ?? [];
  // A word that needs quotation marks, or a shell of its own, is left to people.
  if (only === undefined || words.some((word) => !/^(?:[\w./:=@%+,-]|\$\{[\w:.-]+\}|\$\w+)+$/.test(word)))
    return undefined;
  return inExecForm(only, ['sh', '-c', `exec ${words.join(' ')}`], facts, 'Start it through a shell');
}
