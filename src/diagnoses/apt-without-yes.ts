import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPlace, instructionAt } from '../symptoms/place.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep } from './example.ts';

const aborted = [
  '0 upgraded, 35 newly installed, 0 to remove and 0 not upgraded.',
  'Need to get 21.2 MB of archives.',
  'After this operation, 112 MB of additional disk space will be used.',
  'Do you want to continue? [Y/n] Abort.',
];

export const aptWithoutYes: Diagnosis = {
  id: 'apt-without-yes',
  blames: 'image',
  summary: 'apt asks before it installs, and a build has nobody to answer',
  why: 'A build has no terminal, so apt takes the question for a no and aborts. It asks as soon as more is installed than what is named.',
  references: ['https://manpages.debian.org/bookworm/apt/apt-get.8.en.html'],
  moments: ['build'],
  *recognise(symptoms) {
    const { log, facts, build } = symptoms;
    const line = log.findLast((each) => /Do you want to continue\? \[Y\/n(?:\/\?)?\]/.test(each));
    if (line === undefined || !log.some((each) => /\bAbort(?:ed)?\./.test(each))) return;
    const instruction = instructionAt(facts, build?.failure.line);
    const apt =
      instruction === undefined
        ? undefined
        : facts.apt
            .commandsOf(instruction)
            .find(({ asksNothing, isAnswered, verb }) => !asksNothing && !isAnswered && verb.text !== 'update');
    const place = apt?.command.location ?? failedPlace(facts, build?.failure.line);
    const called = apt === undefined ? 'apt-get install' : `${apt.program.text} ${apt.verb.text}`;
    yield {
      headline: 'the build stops, apt asks and nobody answers',
      title: `\`${called}\` asks before it goes on, and a build cannot answer`,
      why: 'Without a terminal apt takes the question for a no.',
      advice: `Write \`${called} -y\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: buildEvidence(symptoms, [line]),
      explains: ['build-step-failed'],
      ...(apt === undefined
        ? {}
        : {
            fix: {
              title: 'Answer yes in advance',
              safety: 'safe',
              edits: [
                {
                  location: { ...apt.verb.whole, line: apt.verb.whole.endLine, column: apt.verb.whole.endColumn },
                  text: apt.verb.form === 'json' ? ', "-y"' : ' -y',
                },
              ],
            },
          }),
    };
  },
  examples: [
    {
      title: 'no `-y`',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update && \\\n    apt-get install git\n',
      saw: { build: failedStep(2, 'apt-get update &&     apt-get install git', aborted) },
      place: 'Dockerfile:3',
      fixed: '    apt-get install -y git',
    },
  ],
  confusions: [
    {
      title: 'it was answered, and the package is not there',
      is: 'apt-package-not-found',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update && apt-get install -y gitt\n',
      saw: {
        build: failedStep(2, 'apt-get update && apt-get install -y gitt', ['E: Unable to locate package gitt'], 100),
      },
    },
  ],
};
