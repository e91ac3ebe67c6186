import { lineSpan, locationOf } from '../dockerfile/location.ts';
import type { Fix, Location } from '../finding.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { servedBy } from './example.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const parseError = /dockerfile parse error(?: on lines? (?<line>\d+)(?:-\d+)?)?: (?<reason>[^\n]+)/;
/** What BuildKit says of the grammar without those words. */
const withoutWords =
  /(?:failed to solve: )?(?<reason>(?:no build stage in current context|file with no instructions|the Dockerfile \([^)]*\) cannot be empty|unterminated heredoc|dockerfile: .*|unknown instruction: \S+.*|unknown flag: \S+.*|failed to process "[^"]*": .*))/;

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
    const match = parseError.exec(build.failure.message) ?? withoutWords.exec(build.failure.message);
    const reason = match?.groups?.['reason']?.trim();
    if (reason === undefined) return;
    const line = Number(match?.groups?.['line'] ?? build.failure.line ?? 1);
    const remedy = remedyAt(symptoms, line);
    yield {
      headline: 'the build stops, the Dockerfile cannot be read',
      title: `BuildKit cannot read line ${line}: ${reason.replace(/\s*\(did you mean .*\)$/, '')}`,
      why: 'It reads the whole file before it does anything.',
      advice: remedy.advice ?? adviceFor(reason),
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

interface Remedy {
  readonly location?: Location;
  readonly advice?: string;
  readonly fix?: Fix;
}

/** Our own reader knows the grammar too, and says what to do. */
function remedyAt({ facts }: Symptoms, line: number): Remedy {
  const { dockerfile } = facts;
  for (const problem of dockerfile.problems) {
    const location = locationOf(dockerfile, problem.span);
    if (location.line > line || line > location.endLine) continue;
    const { fix } = problem;
    return {
      location,
      advice: problem.advice,
      ...(fix === undefined
        ? {}
        : {
            fix: {
              title: fix.title,
              safety: 'safe',
              edits: [{ location: locationOf(dockerfile, fix.span), text: fix.text }],
            },
          }),
    };
  }
  return {};
}

function adviceFor(reason: string): string {
  const meant = /\(did you mean (\S+?)\?\)/.exec(reason)?.[1];
  if (meant !== undefined) return `Write \`${meant}\`.`;
  const word = /unknown instruction: (\S+)/.exec(reason)?.[1];
  if (word !== undefined && word === word.toLowerCase())
    return 'End the line above with a `\\`: this line goes on with its command.';
  return 'Correct the line.';
}
