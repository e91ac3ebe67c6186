import { fittingHeadline } from '../symptoms/fitting.ts';
import path from 'node:path';
import type { Location } from '../finding.ts';
import { nearest, onlyNearest } from '../nearest.ts';
import type { CommandWord } from '../servers/server.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { endEvidence, logLines } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';
import { findSourceLine, sourceLine } from '../symptoms/python/source-line.ts';
import { serverComplaint, type ServerComplaint } from '../symptoms/start/server-complaint.ts';
import { serverOf, serverName, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import { unsetVariable } from '../symptoms/start/unset-variable.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };

type BadOption = Extract<ServerComplaint, { kind: 'unknown-option' | 'missing-value' | 'bad-value' }>;

/** What people write most, for servers that offer nothing themselves. */
const options = [
  '--host --port --workers --reload --bind --worker-class --log-level --app-dir --factory --interface --root-path --loop',
  '--proxy-headers --forwarded-allow-ips --timeout-keep-alive --timeout --threads --access-log --log-config --config',
]
  .join(' ')
  .split(' ');
const workerClasses = [
  'uvicorn.workers.UvicornWorker',
  'uvicorn_worker.UvicornWorker',
  'gthread',
  'gevent',
  'asyncio',
  'uvloop',
  'trio',
];

export const badServerOption: Diagnosis = {
  id: 'bad-server-option',
  blames: 'image',
  summary: 'the server does not know an option of its command line, or not its value',
  why: 'A server reads its command line before anything else, and ends at the first word that it does not understand. Options bear other names from one server to the next, and come and go with versions.',
  references: ['https://www.uvicorn.org/settings/', 'https://gunicorn.org/reference/settings/'],
  moments: ['exit'],
  *recognise(symptoms) {
    const { container, log } = symptoms;
    if (container?.state?.exitCode === 0) return;
    const complaint = serverComplaint(log);
    if (complaint?.kind === 'no-import-string') {
      yield importStringWanted(symptoms, complaint.line);
      return;
    }
    if (complaint === undefined || complaint.kind === 'extra' || complaint.kind === 'no-application') return;
    if (isOthersFault(complaint, symptoms)) return;
    yield told(symptoms, complaint);
  },
  examples: [
    {
      title: 'an option that is misspelt',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--prot", "8000"]'),
      files,
      saw: {
        exitCode: 2,
        log: [
          'Usage: uvicorn [OPTIONS] APP',
          "Try 'uvicorn --help' for help.",
          '',
          "Error: No such option '--prot'. (Did you mean one of: '--host', '--port'?)",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]',
    },
    {
      title: 'an option that another server has: the rest of what is not understood is no offer',
      dockerfile: servedBy('["gunicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files,
      saw: {
        exitCode: 2,
        log: ['gunicorn: error: unrecognized arguments: --host 0.0.0.0 --port 8000'],
      },
      place: 'Dockerfile:7',
      advice: '`--bind 0.0.0.0:8000`',
    },
    {
      title: 'an option of gunicorn',
      dockerfile: servedBy('["uvicorn", "app:app", "--bind", "0.0.0.0:9000"]'),
      files,
      saw: { exitCode: 2, log: ["Error: No such option '--bind'. Did you mean '--fd'?"] },
      place: 'Dockerfile:7',
      advice: '`--host 0.0.0.0 --port 9000`',
    },
    {
      title: 'workers of an application that is handed over itself',
      dockerfile: servedBy('["python", "main.py"]'),
      files: {
        'requirements.txt': requirements,
        'main.py':
          'import uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == "__main__":\n    uvicorn.run(app, host="0.0.0.0", workers=4)\n',
      },
      saw: {
        exitCode: 3,
        log: ["WARNING:  You must pass the application as an import string to enable 'reload' or 'workers'."],
      },
      place: 'main.py:7',
      advice: '`"main:app"`',
    },
    {
      title: 'a value that is none of those',
      dockerfile: servedBy('["uvicorn", "app:app", "--log-level", "infos"]'),
      files,
      saw: {
        exitCode: 2,
        log: [
          "Error: Invalid value for '--log-level': 'infos' is not one of 'critical', 'error', 'warning', 'info', 'debug', 'trace'.",
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["uvicorn", "app:app", "--log-level", "info"]',
    },
    {
      title: 'under hypercorn, in the words of argparse',
      dockerfile: servedBy('["hypercorn", "app:app", "--bnid", "0.0.0.0:8000"]'),
      files,
      saw: {
        exitCode: 2,
        log: ['                 application', 'hypercorn: error: unrecognized arguments: --bnid 0.0.0.0:8000'],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["hypercorn", "app:app", "--bind", "0.0.0.0:8000"]',
    },
    {
      title: "gunicorn's class of workers",
      dockerfile: servedBy('["gunicorn", "app:app", "-k", "uvicron.workers.UvicornWorker", "-b", "0.0.0.0:8000"]'),
      files,
      saw: {
        exitCode: 1,
        log: [
          '',
          "Error: class uri 'uvicron.workers.UvicornWorker' invalid or not found: ",
          '',
          '[Traceback (most recent call last):',
          '  File "<frozen importlib._bootstrap>", line 1142, in _find_and_load_unlocked',
          "ModuleNotFoundError: No module named 'uvicron'",
          ']',
        ],
      },
      place: 'Dockerfile:7',
      fixed: 'CMD ["gunicorn", "app:app", "-k", "uvicorn.workers.UvicornWorker", "-b", "0.0.0.0:8000"]',
    },
    {
      title: 'a port that cannot be, under `fastapi run`',
      dockerfile: servedBy('["fastapi", "run", "app.py", "--port", "http"]'),
      files,
      saw: {
        exitCode: 2,
        log: [
          '╭─ Error ──────────────────────────────────────────────────────────────────────╮',
          "│ Invalid value for '--port' (env var: 'PORT'): Input should be a valid        │",
          '│ integer, unable to parse string as an integer                                │',
          '╰──────────────────────────────────────────────────────────────────────────────╯',
        ],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'a variable of the command line is not set, and the next option takes its place',
      is: 'missing-environment-variable',
      dockerfile: servedBy('uvicorn app:app --port $PORT --host 0.0.0.0'),
      files,
      saw: { exitCode: 2, log: ["Error: Invalid value for '--port': '--host' is not a valid integer."] },
    },
    {
      title: 'an option and its value in one string of the exec form',
      is: 'exec-form-one-string',
      dockerfile: servedBy('["uvicorn", "app:app", "--port 8000"]'),
      files,
      saw: { exitCode: 2, log: ["Error: No such option '--port 8000'. (Did you mean '--port'?)"] },
    },
    {
      title: 'ENTRYPOINT and CMD both name the application',
      is: 'entrypoint-repeats-command',
      dockerfile: servedBy('["app:app"]').replace('CMD', 'ENTRYPOINT ["uvicorn", "app:app"]\nCMD'),
      files,
      saw: { exitCode: 2, log: ['Error: Got unexpected extra argument (app:app)'] },
    },
    {
      title: 'the class of workers is known, and the package that holds it is not installed',
      is: 'missing-requirement',
      dockerfile: servedBy('["gunicorn", "app:app", "-k", "uvicorn.workers.UvicornWorker"]'),
      files,
      saw: {
        exitCode: 1,
        log: [
          "Error: class uri 'uvicorn.workers.UvicornWorker' invalid or not found: ",
          '',
          '[Traceback (most recent call last):',
          '  File "<frozen importlib._bootstrap>", line 1142, in _find_and_load_unlocked',
          "ModuleNotFoundError: No module named 'uvicorn'",
          ']',
        ],
      },
    },
  ],
};

/** A variable of the command line is not set; or the class is written right, and what it needs is not installed: something else says that. */
function isOthersFault(complaint: BadOption, symptoms: Symptoms): boolean {
  const { log } = symptoms;
  if (unsetVariable(symptoms) !== undefined) return true;
  if (complaint.kind !== 'bad-value' || complaint.value === undefined || !/class uri/.test(complaint.line))
    return false;
  return log.some((line) => /No module named '/.test(line)) && nearest(complaint.value, workerClasses) === undefined;
}

function told(symptoms: Symptoms, complaint: BadOption): Recognised {
  const { facts } = symptoms;
  const name = serverName(symptoms);
  const word = wordOf(symptoms, complaint);
  const place = word?.location ?? startPlace(facts);
  const otherForm = complaint.kind === 'unknown-option' ? addressAsOthersSay(complaint.option, symptoms) : undefined;
  const better = otherForm === undefined ? betterFor(complaint) : undefined;
  const { title, headline, advice } = wordsFor(complaint, name, better, otherForm);
  return {
    headline: fittingHeadline(headline, `${name} does not understand its command line`),
    title,
    why: `It said \`${complaint.line.replaceAll('`', "'")}\` and ended.`,
    advice,
    ...(place === undefined ? {} : { location: place }),
    evidence: [...endEvidence(symptoms, 1), ...logLines(symptoms, [complaint.line])],
    explains: ['startup-failed', 'app-module-not-found', 'missing-requirement'],
    ...(word === undefined || better === undefined || !word.literal
      ? {}
      : {
          fix: {
            title: `Write \`${better}\``,
            safety: 'safe',
            edits: [{ location: partOf(word, complaint), text: better }],
          },
        }),
  };
}

interface Wording {
  readonly title: string;
  readonly headline: string;
  readonly advice: string;
}

function wordsFor(complaint: BadOption, name: string, better: string | undefined, otherForm?: string): Wording {
  switch (complaint.kind) {
    case 'unknown-option':
      return {
        title: `${name} has no option \`${complaint.option}\``,
        headline: `${name} has no option \`${complaint.option}\``,
        advice:
          better === undefined
            ? (otherForm ?? `Leave it out, or write the option that this version of ${name} has.`)
            : `Write \`${better}\`.`,
      };
    case 'missing-value':
      return {
        title: `the option \`${complaint.option}\` of ${name} gets no value`,
        headline: `${name} gets no value for \`${complaint.option}\``,
        advice: 'Write its value behind it; where that is a variable, with a default: `${NAME:-value}`.',
      };
    case 'bad-value': {
      const value = complaint.value === undefined ? 'its value' : `\`${complaint.value}\``;
      const option = complaint.option === undefined ? '' : ` for \`${complaint.option}\``;
      return {
        title: `${name} does not take ${value}${option}`,
        headline: `${name} does not take ${value}${option}`,
        advice:
          better !== undefined
            ? `Write \`${better}\`.`
            : complaint.offered.length > 0
              ? `Write one of ${complaint.offered.map((each) => `\`${each}\``).join(', ')}.`
              : 'Write a value that it takes.',
      };
    }
  }
}

function betterFor(complaint: BadOption): string | undefined {
  switch (complaint.kind) {
    case 'unknown-option':
      return (
        nearest(complaint.option, complaint.offered) ??
        onlyNearest(complaint.option, [...options, ...complaint.offered])
      );
    case 'missing-value':
      return undefined;
    case 'bad-value':
      return complaint.value === undefined
        ? undefined
        : complaint.offered.length > 0
          ? nearest(complaint.value, complaint.offered)
          : nearest(complaint.value, workerClasses);
  }
}

/** gunicorn and hypercorn take the address in one option, the others in two. */
function addressAsOthersSay(option: string, symptoms: Symptoms): string | undefined {
  const { facts } = symptoms;
  const name = serverName(symptoms);
  const words = (serverOf(facts)?.arguments ?? facts.startCommand?.words ?? []).flatMap(({ text }) => text.split('='));
  const valueOf = (...names: readonly string[]): string | undefined =>
    words.find((_, index) => names.includes(words[index - 1] ?? ''));
  const isOne = name === 'gunicorn' || name === 'hypercorn';
  if (isOne && (option === '--host' || option === '--port'))
    return `Give ${name} the address in one option: \`--bind ${valueOf('--host') ?? '0.0.0.0'}:${valueOf('--port') ?? '8000'}\`.`;
  if ((name === 'uvicorn' || name === 'granian') && (option === '--bind' || option === '-b')) {
    const [, host, port] = /^(.*):(\d+)$/.exec(valueOf('--bind', '-b') ?? '') ?? [];
    const spoken = host === undefined || host === '' ? '0.0.0.0' : host;
    return `Give ${name} the address in two options: \`--host ${spoken} --port ${port ?? '8000'}\`.`;
  }
  return undefined;
}

/** The option's word, or its value's. */
function wordOf({ facts }: Symptoms, complaint: BadOption): CommandWord | undefined {
  const words = serverOf(facts)?.arguments ?? facts.startCommand?.words ?? [];
  const { option } = complaint;
  const names = (text: string): boolean => option !== undefined && (text === option || text.startsWith(`${option}=`));
  if (complaint.kind !== 'bad-value') return words.find(({ text }) => names(text));
  const { value } = complaint;
  if (value !== undefined) {
    const found = words.find(
      ({ text }) => text === value || text === `${option}=${value}` || text.endsWith(`:${value}`),
    );
    if (found !== undefined) return found;
  }
  const at = words.findIndex(({ text }) => names(text));
  return words[at]?.text.includes('=') === true ? words[at] : words[at + 1];
}

/** Without what stands around it in the same word: `--prot` of `--prot=8000`. */
function partOf({ location, text }: CommandWord, complaint: BadOption): Location {
  const part = complaint.kind === 'bad-value' ? (complaint.value ?? text) : complaint.option;
  const start = text.indexOf(part);
  if (start < 0 || location.line !== location.endLine) return location;
  return { ...location, column: location.column + start, endColumn: location.column + start + part.length };
}

/** `uvicorn.run(app, workers=4)`: a worker cannot get the object, and has to import it by name. */
function importStringWanted(symptoms: Symptoms, line: string): Recognised {
  const { facts } = symptoms;
  const call = /\b(?:uvicorn\.run|run|Config)\(\s*(?:app=)?(\w+)\b(?!["'])/;
  const place = findSourceLine(facts, /\buvicorn\.(?:run|Config)\(/) ?? startPlace(facts);
  const name = call.exec(sourceLine(facts, /\buvicorn\.(?:run|Config)\(/) ?? '')?.[1] ?? 'app';
  const module = place?.path.endsWith('.py') === true ? path.posix.basename(place.path, '.py') : 'main';
  return {
    headline: 'uvicorn needs the name of the application for workers',
    title: 'uvicorn starts workers and reloads only what it can import by its name',
    why: `Each worker imports the application itself, so it needs its name rather than the object. It said \`${line}\` and ended.`,
    advice: `Hand over the import string, such as \`"${module}:${name}"\`, in place of \`${name}\`.`,
    ...(place === undefined ? {} : { location: place }),
    evidence: [...endEvidence(symptoms, 1), ...logLines(symptoms, [line])],
  };
}
