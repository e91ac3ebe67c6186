import { locationOf } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Span } from '../finding.ts';
import { mountsOf } from '../facts/mounts.ts';
import type { Facts } from '../facts/facts.ts';
import type { Stage } from '../facts/stages.ts';
import { nearest } from '../nearest.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { failedPull, type FailedPull } from '../symptoms/build/failed-pull.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

/** What people call stages, and nobody an image that he copies from. */
const usualNames =
  /^(?:.*[-_])?(?:build(?:er)?|base|deps|dependencies|compile[r]?|wheels?|venv|frontend|assets|install(?:er)?|prod(?:uction)?|dev(?:elopment)?|runtime|test)(?:[-_].*)?$/i;

export const unknownStage: Diagnosis = {
  id: 'unknown-stage',
  blames: 'image',
  summary: 'a stage is named that the Dockerfile does not have',
  why: 'What no stage above is called is taken for the name of an image. So BuildKit asks a registry for an image `builder`, and the build ends with words about registries.',
  references: ['https://docs.docker.com/build/building/multi-stage/'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build, facts } = symptoms;
    const named = namedStage(symptoms);
    if (build === undefined || named === undefined) return;
    const { name, span, instruction } = named;
    const earlier = earlierStages(facts, instruction);
    const near = /\(did you mean (\S+?)\?\)/.exec(build.failure.message)?.[1] ?? nearest(name, earlier);
    const later = facts.stages.find((stage) => stage.name === name.toLowerCase());
    const location = locationOf(facts.dockerfile, span);
    yield {
      headline: 'the build stops, a stage is named that is not there',
      title: later === undefined ? `no stage is named \`${name}\`` : `the stage \`${name}\` comes only later`,
      why: 'So it is taken for the name of an image, and looked for in a registry.',
      advice:
        near !== undefined
          ? `Write \`${near}\`: that stage is there.`
          : later !== undefined
            ? `Move the stage \`${name}\` above this one.`
            : earlier.length > 0
              ? `Name a stage that stands above: ${earlier.map((each) => `\`${each}\``).join(', ')}.`
              : `Name the stage that is meant: \`FROM … AS ${/^\d+$/.test(name) ? 'build' : name}\`.`,
      location,
      evidence: buildEvidence(symptoms, [build.failure.message]),
      explains: ['registry-unreachable', 'registry-denied', 'base-image-not-found'],
      ...(near === undefined
        ? {}
        : { fix: { title: `Name the stage \`${near}\``, safety: 'unsafe', edits: [{ location, text: near }] } }),
    };
  },
  examples: [
    {
      title: 'a stage of nearly that name is there',
      dockerfile:
        'FROM python:3.11-slim AS build\nRUN mkdir /opt/venv\nFROM python:3.11-slim\nCOPY --from=builder /opt/venv /opt/venv\n',
      saw: { build: lookedFor('builder', 4, ' (did you mean build?)') },
      place: 'Dockerfile:4',
      fixed: 'COPY --from=build /opt/venv /opt/venv',
    },
    {
      title: 'no stage has a name',
      dockerfile:
        'FROM python:3.11-slim\nRUN mkdir /opt/venv\nFROM python:3.11-slim\nCOPY --from=builder /opt/venv /opt/venv\n',
      saw: {
        build: {
          message:
            'failed to solve: builder: failed to resolve source metadata for docker.io/library/builder:latest: pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
          line: 4,
          step: '[internal] load metadata for docker.io/library/builder:latest',
        },
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'a mount from a stage that is not there',
      dockerfile: 'FROM python:3.11-slim\nRUN --mount=from=wheels,target=/w pip install /w/*.whl\n',
      saw: {
        build: {
          message:
            'failed to solve: wheels: failed to resolve source metadata for docker.io/library/wheels:latest: failed to do request: Head "https://registry-1.docker.io/v2/library/wheels/manifests/latest": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host',
          step: '[internal] load metadata for docker.io/library/wheels:latest',
        },
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'a number that no stage has',
      dockerfile: 'FROM python:3.11-slim\nCOPY --from=2 /opt/venv /opt/venv\n',
      saw: { build: { message: 'failed to solve: invalid stage index 2' } },
      place: 'Dockerfile:2',
    },
    {
      title: 'FROM itself',
      dockerfile: 'FROM python:3.11-slim AS base\nFROM bse\n',
      saw: { build: lookedFor('bse', 2, ' (did you mean base?)') },
      place: 'Dockerfile:2',
      fixed: 'FROM base',
    },
  ],
  confusions: [
    {
      title: 'an image is copied from, and its registry does not answer',
      is: 'registry-unreachable',
      dockerfile: 'FROM python:3.11-slim\nCOPY --from=nginx /etc/nginx /etc/nginx\n',
      saw: { build: lookedFor('nginx', 2) },
    },
    {
      title: 'the base image has a wrong name, and there is no other stage',
      is: 'base-image-not-found',
      dockerfile: 'FROM pyhton\n',
      saw: {
        build: {
          message:
            'failed to solve: pyhton: failed to resolve source metadata for docker.io/library/pyhton:latest: docker.io/library/pyhton:latest: not found',
          line: 1,
          step: '[internal] load metadata for docker.io/library/pyhton:latest',
        },
      },
    },
  ],
};

function lookedFor(name: string, line: number, end = ''): { message: string; line: number; step: string } {
  return {
    message: `failed to solve: ${name}: failed to resolve source metadata for docker.io/library/${name}:latest: failed to do request: Head "https://registry-1.docker.io/v2/library/${name}/manifests/latest": dial tcp: lookup registry-1.docker.io on 10.255.255.53:53: no such host${end}`,
    line,
    step: `[internal] load metadata for docker.io/library/${name}:latest`,
  };
}

interface Named {
  readonly name: string;
  readonly instruction: Instruction;
  /** Of the name. */
  readonly span: Span;
}

/** The place that names what BuildKit looked for, if it must be meant as a stage. */
function namedStage(symptoms: Symptoms): Named | undefined {
  const { build, facts } = symptoms;
  const index = /invalid stage index (\d+)/.exec(build?.failure.message ?? '')?.[1];
  if (index !== undefined) return namings(facts).find(({ name }) => name === index);
  const pull = failedPull(symptoms);
  const short = /^docker\.io\/library\/([^:/@]+)(?::latest)?$/.exec(pull?.image ?? '')?.[1] ?? pull?.image;
  const named = namings(facts).find(({ name }) => name.toLowerCase() === short);
  return pull !== undefined && named !== undefined && isMeantAsStage(named, pull, facts) ? named : undefined;
}

function isMeantAsStage({ name, instruction }: Named, { kind, line }: FailedPull, facts: Facts): boolean {
  const isNear =
    line.includes('(did you mean ') ||
    nearest(name, stageNames(facts.stages)) !== undefined ||
    isStageName(facts, name);
  if (instruction.keyword === 'FROM') return isNear;
  // Of an image of that name the registry knows nothing: then only a stage can be meant.
  return isNear || kind === 'absent' || usualNames.test(name);
}

function isStageName({ stages }: Facts, name: string): boolean {
  return stages.some((stage) => stage.name === name.toLowerCase());
}

function stageNames(stages: readonly Stage[]): readonly string[] {
  return stages.flatMap(({ name }) => name ?? []);
}

function earlierStages(facts: Facts, instruction: Instruction): readonly string[] {
  const stage = facts.placeOf(instruction)?.stage;
  return stageNames(facts.stages.filter(({ index }) => stage !== undefined && index < stage.index));
}

/** Every name of a stage or an image that has neither tag nor path. */
function namings({ dockerfile }: Facts): readonly Named[] {
  return dockerfile.instructions
    .flatMap((outer) => outer.trigger ?? outer)
    .flatMap((instruction) => {
      const base = instruction.keyword === 'FROM' ? instruction.words[0] : undefined;
      const from = instruction.flags.filter(({ name }) => name === 'from');
      return [
        ...(base === undefined ? [] : [{ name: base.value, span: base.span, instruction }]),
        ...from.map(({ value = '', span }) => ({ name: value, span: endOf(span, value), instruction })),
        ...mountsOf(instruction).flatMap(({ from: name, flag }) =>
          name === undefined ? [] : [{ name, span: within(flag.span, name, dockerfile.text), instruction }],
        ),
      ];
    })
    .filter(({ name }) => name !== '' && !/[:/@$]/.test(name));
}

function endOf(span: Span, value: string): Span {
  return { start: span.end - value.length, end: span.end };
}

function within(span: Span, name: string, text: string): Span {
  const at = text.slice(span.start, span.end).indexOf(`from=${name}`);
  const start = span.start + at + 'from='.length;
  return at === -1 ? span : { start, end: start + name.length };
}
