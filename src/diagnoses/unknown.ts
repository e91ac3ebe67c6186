import type { Moment } from '../symptoms/seen.ts';
import type { Diagnosis } from './diagnosis.ts';
import {
  buildEvidence,
  exchangeEvidence,
  exitEvidence,
  logTail,
  socketEvidence,
  threadEvidence,
} from '../symptoms/evidence.ts';
import { failedPlace } from '../symptoms/place.ts';
import { scriptLine } from '../symptoms/start/script-line.ts';
import { startPlace } from '../symptoms/start.ts';

/** Not on the shelf: what is told when no cause is recognised. It claims what was seen, and nothing else. */
export const unknown: Diagnosis = {
  id: 'unknown',
  blames: 'image',
  summary: 'the trial failed, and its cause is not one that is known here',
  why: 'No known cause fits what was seen. The evidence is all there is: what the container did, what it listened on, how requests ended, and the end of its log.',
  references: [],
  moments: ['build', 'create', 'exit', 'silent', 'answer'],
  examples: [],
  confusions: [],
  *recognise(symptoms) {
    const { moment, container, build, facts, log } = symptoms;
    const last = log.findLast((line) => line.trim() !== '') ?? '';
    const place =
      build === undefined
        ? ((moment === 'exit' ? scriptLine(last, facts) : undefined) ?? startPlace(facts))
        : failedPlace(facts, build.failure.line);
    yield {
      ...(moment === 'silent' ? { headline: 'it runs and does not answer, the cause is not known' } : {}),
      title: titles[moment](container?.state?.exitCode ?? 0, container?.wait.ended === 'ready'),
      why: 'None of the known causes fits what was seen, so none is named.',
      advice: 'Read the evidence, the end of the log first.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...buildEvidence(symptoms),
        ...(container === undefined ? [] : exitEvidence(container)),
        ...logTail(symptoms, 20),
        ...(container === undefined
          ? []
          : [...socketEvidence(container), ...exchangeEvidence(container), ...threadEvidence(container)]),
      ],
    };
  },
};

const titles: Readonly<Record<Moment, (exitCode: number, hasAnswered: boolean) => string>> = {
  build: () => 'the build fails for a reason that is not known here',
  create: () => 'docker does not start the container, for a reason that is not known here',
  exit: (exitCode, hasAnswered) =>
    `the container exits with code ${exitCode} ${hasAnswered ? 'by itself, after it has answered' : 'before it answers'}`,
  silent: () => 'the container runs and does not answer, for a reason that is not known here',
  answer: () => 'the container answers, and not as it should',
  serve: () => 'the container serves',
  stop: () => 'the container was stopped',
};
