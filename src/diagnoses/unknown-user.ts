import { locationOf } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { onlyNearest } from '../nearest.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence, endEvidence } from '../symptoms/evidence.ts';
import { instructionAt } from '../symptoms/place.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const said = /unable to find (?<kind>user|group) (?<name>[^\s:]+): no matching entries/;

export const unknownUser: Diagnosis = {
  id: 'unknown-user',
  blames: 'image',
  summary: 'USER names a user or a group that the image does not have',
  why: 'A name is looked up in /etc/passwd or /etc/group of the image when a process is started. Nothing makes it there by itself; a number needs no entry.',
  references: ['https://docs.docker.com/reference/dockerfile/#user'],
  moments: ['build', 'create'],
  *recognise(symptoms) {
    const { build, container, facts } = symptoms;
    const told = [build?.failure.message, container?.state?.error, container?.create.stderr].find(
      (text) => text !== undefined && said.test(text),
    );
    const { kind, name } = said.exec(told ?? '')?.groups ?? {};
    if (told === undefined || kind === undefined || name === undefined) return;
    // A user that the run options name is their matter.
    if (container?.create.argv.some((word) => /^(?:--user(?:=|$)|-u)/.test(word)) === true) return;
    const setBy = userInForce(symptoms);
    const span = setBy?.words[0]?.span;
    const isWritten = setBy?.text.includes(name) === true;
    const near = onlyNearest(name, madeIn(facts, kind));
    const location = isWritten && span !== undefined ? locationOf(facts.dockerfile, span) : undefined;
    const fixed = setBy?.words[0]?.text.replace(name, near ?? name);
    yield {
      headline: `there is no ${kind} \`${name.slice(0, 24)}\` in the image`,
      title: `\`USER\` names the ${kind} \`${name}\`, which the image does not have`,
      why: 'Nothing above makes it, so no process can be started as it.',
      advice:
        near !== undefined
          ? `Write \`${near}\`: that one is made above.`
          : kind === 'user'
            ? `Make it above: \`RUN useradd --create-home ${name}\`; or name a number, such as \`USER 1000\`.`
            : `Make it above: \`RUN groupadd ${name}\`; or leave the group out.`,
      ...(location === undefined ? {} : { location }),
      evidence: build === undefined ? endEvidence(symptoms) : buildEvidence(symptoms, [told]),
      ...(near === undefined || location === undefined || fixed === undefined
        ? {}
        : { fix: { title: `Name the ${kind} \`${near}\``, safety: 'safe', edits: [{ location, text: fixed }] } }),
    };
  },
  examples: [
    {
      title: 'before a step of the build',
      dockerfile: 'FROM python:3.11-slim\nUSER appuser\nRUN true\n',
      saw: {
        build: {
          message:
            'failed to solve: process "/bin/sh -c true" did not complete successfully: unable to find user appuser: no matching entries in passwd file',
          line: 3,
          step: '[2/2] RUN true',
        },
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'one of nearly that name is made',
      dockerfile: 'FROM python:3.11-slim\nRUN useradd --create-home ships\nUSER ship\nCMD ["true"]\n',
      saw: startedAs('user', 'ship', 'passwd'),
      place: 'Dockerfile:3',
      fixed: 'USER ships',
    },
    {
      title: 'the group',
      dockerfile: 'FROM python:3.11-slim\nUSER root:appgroup\nCMD ["true"]\n',
      saw: startedAs('group', 'appgroup', 'group'),
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'the user is there, and may not do that',
      is: 'build-step-as-non-root',
      dockerfile: 'FROM python:3.11-slim\nRUN useradd app\nUSER app\nRUN mkdir /data\n',
      saw: {
        build: {
          message: 'failed to solve: process "/bin/sh -c mkdir /data" did not complete successfully: exit code: 1',
          line: 4,
          step: '[3/3] RUN mkdir /data',
          exitCode: 1,
          log: ['mkdir: cannot create directory ‘/data’: Permission denied'],
        },
      },
    },
  ],
};

function startedAs(kind: string, name: string, file: string) {
  const words = `unable to find ${kind} ${name}: no matching entries in ${file} file`;
  return {
    create: { exitCode: 125, stderr: `docker: Error response from daemon: ${words}` },
    stateError: words,
    ended: 'not-started',
  } as const;
}

function userInForce({ build, facts }: Symptoms): Instruction | undefined {
  if (build === undefined) return facts.finalState?.user.setBy;
  const instruction = instructionAt(facts, build.failure.line);
  return instruction === undefined ? undefined : facts.stateAt(instruction)?.user.setBy;
}

/** The users or groups that the Dockerfile makes; useradd makes a group of the same name. */
function madeIn(facts: Facts, kind: string): readonly string[] {
  const makers = kind === 'user' ? /^(?:useradd|adduser)$/ : /^(?:groupadd|addgroup|useradd|adduser)$/;
  return facts.dockerfile.instructions.flatMap((instruction) =>
    instruction.keyword !== 'RUN'
      ? []
      : facts.shellOf(instruction).commands.flatMap(({ words }) => {
          const name = words.at(-1)?.text ?? '';
          return makers.test(words[0]?.text ?? '') && /^[a-z_][\w-]*$/.test(name) ? [name] : [];
        }),
  );
}
