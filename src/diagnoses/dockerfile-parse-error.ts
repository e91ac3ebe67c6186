import { fittingTitle } from '../symptoms/fitting.ts';
import { lineSpan, locationOf } from '../dockerfile/location.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { servedBy } from './example.ts';
import { grammarRemedy } from '../symptoms/build/grammar-remedy.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** What git leaves where two changes meet. */
const isMerge = /^unknown instruction: (?:<{7}|={7}|>{7})/;
const parseError = /dockerfile parse error(?: on lines? (?<line>\d+)(?:-\d+)?)?: (?<reason>[^\n]+)/;
/** What BuildKit says of the grammar without a line. */
const withoutLine =
  /failed to solve: (?<reason>(?:no build stage in current context|dockerfile contains no stages|file with no instructions|the Dockerfile \([^)]*\) cannot be empty|variable expansion is not supported for --from)[^\n]*)/;
/** What it says at a line of the Dockerfile, without having begun a step: it refuses that line. */
const atLine = /^failed to solve: (?<reason>[^\n]+)/;
/** These too name a line, and are no matter of the grammar. */
const notGrammar =
  /failed to (?:resolve|do request|compute|load|fetch|read)|rpc error|cancell?ed|deadline exceeded|stream terminated/i;

export const dockerfileParseError: Diagnosis = {
  id: 'dockerfile-parse-error',
  blames: 'image',
  summary: 'the Dockerfile is not one: BuildKit cannot read it',
  why: 'BuildKit reads the whole file before it does anything. A misspelt keyword, a flag that does not exist, or a heredoc that is not closed ends the build before its first step.',
  references: ['https://docs.docker.com/reference/dockerfile/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build, facts } = symptoms;
    if (build === undefined) return;
    const match = refusal(symptoms);
    const reason = match?.['reason']?.trim();
    if (reason === undefined) return;
    const line = Number(match?.['line'] ?? build.failure.line ?? lineOfFrom(symptoms) ?? 1);
    const told = reason.replace(/\s*\(did you mean .*\)$/, '');
    const remedy = grammarRemedy(symptoms, reason, line);
    yield {
      headline: 'the build stops, the Dockerfile cannot be read',
      title: fittingTitle(`BuildKit cannot read line ${line}: ${told.replaceAll('`', "'")}`),
      why: 'It reads the whole file before it does anything.',
      advice: isMerge.test(reason)
        ? 'Resolve the merge: git has left its marks in the file.'
        : (remedy.advice ?? adviceFor(reason)),
      location: remedy.location ?? locationOf(facts.dockerfile, lineSpan(facts.dockerfile, line)),
      evidence: buildEvidence(symptoms, [build.failure.message]),
      explains: ['build-step-failed'],
      ...(remedy.fix === undefined ? {} : { fix: remedy.fix }),
    };
  },
  examples: [
    {
      title: 'a keyword that is misspelt',
      dockerfile: servedBy('["uvicorn", "app:app"]').replace('RUN ', 'RUNN '),
      saw: {
        build: {
          message: 'failed to solve: dockerfile parse error on line 4: unknown instruction: RUNN (did you mean RUN?)',
          line: 4,
        },
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'a flag that COPY does not have',
      dockerfile: 'FROM python:3.11-slim\nCOPY --chwon=app . .\n',
      saw: {
        build: {
          message: 'failed to solve: dockerfile parse error on line 2: unknown flag: --chwon (did you mean chown?)',
          line: 2,
        },
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'a backslash that is missing: the shell command goes on as an instruction',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update &&\n    apt-get install -y git\n',
      saw: {
        build: { message: 'failed to solve: dockerfile parse error on line 3: unknown instruction: apt-get', line: 3 },
      },
      place: 'Dockerfile:3',
      fixed: 'RUN apt-get update && \\',
    },
    {
      title: 'a backslash that is missing in ENV',
      dockerfile: 'FROM python:3.11-slim\nENV SHIP=Endeavour\n    PORT=8000\n',
      saw: {
        build: {
          message: 'failed to solve: dockerfile parse error on line 3: unknown instruction: PORT=8000',
          line: 3,
        },
      },
      place: 'Dockerfile:3',
      fixed: 'ENV SHIP=Endeavour \\',
    },
    {
      title: 'a quote that is not closed',
      dockerfile: 'FROM python:3.11-slim\nENV SHIP="Endeavour\nWORKDIR /app\n',
      saw: {
        build: {
          message:
            'failed to solve: failed to process "\\"Endeavour": unexpected end of statement while looking for matching double-quote',
          line: 2,
        },
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'a mount of a kind that there is not',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=cach,target=/root/.cache true\n',
      saw: { build: { message: 'failed to solve: unsupported mount type "cach" (did you mean cache?)', line: 2 } },
      place: 'Dockerfile:2',
      fixed: 'RUN --mount=type=cache,target=/root/.cache true',
    },
    {
      title: 'a variable where none may stand',
      dockerfile: 'ARG UV=0.13\nFROM python:3.11-slim\nCOPY --from=ghcr.io/astral-sh/uv:${UV} /uv /uv\n',
      saw: {
        build: {
          message:
            'failed to solve: variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround',
        },
      },
      place: 'Dockerfile:3',
    },
  ],
  confusions: [
    {
      title: 'a step that ends with an error of its own about a parse error',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN make\n',
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c make" did not complete successfully: exit code: 2',
          line: 2,
          step: '[2/2] RUN make',
          exitCode: 2,
          log: ['dockerfile parse error on line 4: unknown instruction: RUNN'],
        },
      },
    },
  ],
};

/** What BuildKit says, where it refuses the text itself. */
function refusal({ build }: Symptoms): Readonly<Record<string, string>> | undefined {
  const { message, step, line } = build?.failure ?? { message: '' };
  const told = parseError.exec(message) ?? withoutLine.exec(message);
  if (told?.groups !== undefined) return told.groups;
  if (step !== undefined || line === undefined || build?.timedOut === true || notGrammar.test(message))
    return undefined;
  return atLine.exec(message)?.groups;
}

/** The `--from=` that holds a variable, which BuildKit refuses without saying where. */
function lineOfFrom({ facts }: Symptoms): number | undefined {
  return facts.dockerfile.instructions.find(({ flags }) =>
    flags.some(({ name, value }) => name === 'from' && value?.includes('$') === true),
  )?.lines[0];
}

function adviceFor(reason: string): string {
  const meant = /\(did you mean (\S+?)\?\)/.exec(reason)?.[1];
  if (meant !== undefined) return `Write \`${meant}\`.`;
  if (reason.includes('for --from'))
    return 'Name the image in a stage of its own, `FROM image:${VERSION} AS tool`, and copy `--from=tool`.';
  if (reason.includes('invalid containerPort')) return 'Write the number of the port.';
  if (reason.includes('must be lowercase')) return 'Write the name of the image in small letters.';
  const word = /unknown instruction: (\S+)/.exec(reason)?.[1];
  if (word !== undefined && word === word.toLowerCase())
    return 'End the line above with a `\\`: this line goes on with its command.';
  return 'Correct the line.';
}
