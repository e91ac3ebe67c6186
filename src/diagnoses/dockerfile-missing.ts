import { nearest } from '../nearest.ts';
import type { Facts } from '../facts/facts.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';

export const dockerfileMissing: Diagnosis = {
  id: 'dockerfile-missing',
  blames: 'setup',
  summary: 'the Dockerfile, or the stage of it, that is to be built is not there',
  why: 'The build was told a file or a stage by name, and there is none of that name: nothing is known against the image.',
  references: ['https://docs.docker.com/reference/cli/docker/buildx/build/#target'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build, facts } = symptoms;
    const message = build?.failure.message ?? '';
    const target = /target stage "([^"]+)" could not be found/.exec(message)?.[1];
    const file = /failed to read dockerfile: open ([^\s:]+): no such file or directory/.exec(message)?.[1];
    if (target !== undefined) {
      yield {
        headline: 'the stage that is to be built is not there',
        title: `\`${facts.dockerfile.path}\` has no stage \`${target}\``,
        why: 'It was named as the target of the build.',
        advice: adviceForTarget(target, message, facts),
        evidence: buildEvidence(symptoms, [message]),
      };
    } else if (file !== undefined) {
      const other = facts.context.listing.files.find((name) => /(?:^|\/)(?:[^/]*\.)?Dockerfile[^/]*$/i.test(name));
      yield {
        headline: 'the Dockerfile is not there',
        title: `there is no \`${file}\` to build from`,
        why: 'The build was told that name.',
        advice: `Name the one that is there under \`with:\`: \`file: ${other ?? 'path/to/Dockerfile'}\`.`,
        evidence: buildEvidence(symptoms, [message]),
      };
    }
  },
  examples: [
    {
      title: 'a stage that is called otherwise',
      dockerfile: 'FROM python:3.11-slim AS runtime\n',
      saw: {
        build: { message: 'failed to solve: target stage "runtme" could not be found (did you mean runtime?)' },
      },
    },
    {
      title: 'a file that is called otherwise',
      dockerfile: 'FROM python:3.11-slim\n',
      saw: {
        build: {
          message: 'failed to solve: failed to read dockerfile: open Dockerfile.prod: no such file or directory',
        },
      },
    },
  ],
  confusions: [
    {
      title: 'a stage that the Dockerfile itself names',
      is: 'unknown-stage',
      dockerfile: 'FROM python:3.11-slim\nCOPY --from=2 /opt/venv /opt/venv\n',
      saw: { build: { message: 'failed to solve: invalid stage index 2' } },
    },
  ],
};

function adviceForTarget(target: string, message: string, { stages }: Facts): string {
  const names = stages.flatMap(({ name }) => name ?? []);
  const near = /\(did you mean (\S+?)\?\)/.exec(message)?.[1] ?? nearest(target, names);
  if (near !== undefined) return `Write \`target: ${near}\` under \`with:\`.`;
  if (names.length === 0) return 'Leave `target` out: no stage has a name.';
  return `Write one that is there under \`with:\`, such as \`target: ${names.at(-1)}\`, or leave it out.`;
}
