import { literal } from '../literal.ts';
import { fittingHeadline } from '../symptoms/fitting.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import { mountsOf, type Mount } from '../facts/mounts.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedStep } from './example.ts';
import { instructionAt } from '../symptoms/place.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

export const buildSecretMissing: Diagnosis = {
  id: 'build-secret-missing',
  blames: 'setup',
  summary: 'the Dockerfile mounts a secret that the build was not given',
  why: 'Without a value a secret is mounted as nothing: the file is not there, and the step that reads it fails. With `required=true` the build says so itself.',
  references: ['https://docs.docker.com/build/building/secrets/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const missing = missingSecret(symptoms);
    if (missing === undefined) return;
    const { id, mount, line } = missing;
    const isSsh = mount?.type === 'ssh';
    yield {
      headline: fittingHeadline(
        isSsh ? 'the build wants an SSH agent, and has none' : `the build wants the secret \`${id}\``,
        'the build wants a secret that nobody gave',
      ),
      title: isSsh
        ? 'the build mounts an SSH agent, and was given none'
        : `the build mounts the secret \`${id}\`, and was given none`,
      why: 'The Dockerfile names it, and the trial was given no value.',
      advice: isSsh
        ? `Give it under \`with:\`: \`ssh: ${id}\`, and start an agent in a step before.`
        : `Give it under \`with:\`: \`secrets: ${id}=\${{ secrets.${id.toUpperCase().replaceAll(/\W/g, '_')} }}\`.`,
      ...(mount === undefined ? {} : { location: locationOf(facts.dockerfile, mount.flag.span) }),
      evidence: buildEvidence(symptoms, [line]),
      explains: ['package-index-auth', 'command-not-found'],
    };
  },
  examples: [
    {
      title: 'a secret that is required',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=secret,id=pip,required=true cat /run/secrets/pip\n',
      saw: {
        build: {
          message: 'failed to solve: secret pip: not found',
          line: 2,
          step: '[stage-0 2/2] RUN --mount=type=secret,id=pip,required=true cat /run/secrets/pip',
        },
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'its file is read, and is not there',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=secret,id=pip cat /run/secrets/pip\n',
      saw: { build: failedStep(2, 'cat /run/secrets/pip', ['cat: /run/secrets/pip: No such file or directory']) },
      place: 'Dockerfile:2',
    },
    {
      title: 'the shell itself reads it, under another name',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=secret,id=pip,target=/etc/token read x < /etc/token\n',
      saw: { build: failedStep(2, 'read x < /etc/token', ['/bin/sh: 1: cannot open /etc/token: No such file'], 2) },
      place: 'Dockerfile:2',
    },
    {
      title: 'a test of it, which says nothing',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=secret,id=netrc,target=/root/.netrc test -f /root/.netrc\n',
      saw: { build: failedStep(2, 'test -f /root/.netrc', []) },
      place: 'Dockerfile:2',
    },
    {
      title: 'one that is to be a variable',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=secret,id=token,env=GH_TOKEN : "${GH_TOKEN:?is needed}"\n',
      saw: { build: failedStep(2, ': "${GH_TOKEN:?is needed}"', ['/bin/sh: 1: GH_TOKEN: is needed'], 2) },
      place: 'Dockerfile:2',
    },
    {
      title: 'an SSH agent',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=ssh,required=true true\n',
      saw: {
        build: {
          message: 'failed to solve: unset ssh forward key default',
          line: 2,
          step: '[stage-0 2/2] RUN --mount=type=ssh,required=true true',
        },
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'another variable is unset',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=secret,id=token,env=GH_TOKEN : "${SHIP:?is needed}"\n',
      saw: { build: failedStep(2, ': "${SHIP:?is needed}"', ['/bin/sh: 1: SHIP: is needed'], 2) },
    },
    {
      title: 'another file is not there',
      is: 'build-step-failed',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=type=secret,id=pip cat /etc/ships\n',
      saw: { build: failedStep(2, 'cat /etc/ships', ['cat: /etc/ships: No such file or directory']) },
    },
  ],
};

interface Missing {
  readonly id: string;
  readonly mount?: Mount;
  readonly line: string;
}

function missingSecret({ build, facts, log }: Symptoms): Missing | undefined {
  if (build === undefined) return undefined;
  const { message, line, exitCode } = build.failure;
  const instruction = instructionAt(facts, line);
  const mounts = instruction === undefined ? [] : secretMounts(instruction);
  const named = /\bsecret (\S+): not found/.exec(message)?.[1] ?? /unset ssh forward key (\S+)/.exec(message)?.[1];
  if (named !== undefined) {
    const mount = mounts.find((each) => idOf(each) === named);
    return { id: named, line: message, ...(mount === undefined ? {} : { mount }) };
  }
  if (exitCode === undefined) return undefined;
  for (const mount of mounts) {
    const variable = /(?:^|,)\s*env=([^,]+)/.exec(mount.flag.value ?? '')?.[1];
    const unset = variable === undefined ? undefined : unsetComplaint(variable, log);
    if (unset !== undefined) return { id: idOf(mount), mount, line: unset };
    const path = mount.target ?? `/run/secrets/${idOf(mount)}`;
    const told = log.findLast(
      (each) => each.includes(path) && /No such file|not found|cannot open|does not exist/i.test(each),
    );
    if (told !== undefined) return { id: idOf(mount), mount, line: told };
    // A test of it says nothing.
    const isTested = new RegExp(String.raw`(?:\btest|\[)\s+-[efrs]\s+["']?${literal(path)}`);
    if (log.every((each) => each.trim() === '') && isTested.test(instruction?.text ?? ''))
      return { id: idOf(mount), mount, line: message };
  }
  return undefined;
}

function secretMounts(instruction: Instruction): readonly Mount[] {
  return mountsOf(instruction).filter(({ type }) => type === 'secret' || type === 'ssh');
}

/** With `env=` it is a variable, which is then unset. The words of `${TOKEN:?…}`, of `set -u` and of Python. */
function unsetComplaint(variable: string, log: readonly string[]): string | undefined {
  const says = new RegExp(
    String.raw`^\S*sh: (?:line )?\d+: ${variable}: \S|\b${variable}: (?:unbound variable|parameter (?:null or )?not set)|^KeyError: '${variable}'$`,
  );
  return log.slice(-10).find((line) => says.test(line.trim()));
}

/** The last part of its target where no id is written. */
function idOf({ flag, type, target }: Mount): string {
  const id = /(?:^|,)\s*id=([^,]+)/.exec(flag.value ?? '')?.[1];
  return id ?? (type === 'ssh' ? 'default' : (target?.split('/').at(-1) ?? ''));
}
