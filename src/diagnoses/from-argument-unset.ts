import { lineSpan, locationOf } from '../dockerfile/location.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix } from '../finding.ts';
import type { Diagnosis } from './diagnosis.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { instructionAt } from '../symptoms/place.ts';

const nameInFrom = /\$\{?(\w+)/g;

export const fromArgumentUnset: Diagnosis = {
  id: 'from-argument-unset',
  blames: 'image',
  summary: 'FROM names a variable that has no value',
  why: 'FROM sees only an ARG that stands above the first FROM, with its default or with what `build-args` gives. Without a value the name of the image has a hole.',
  references: ['https://docs.docker.com/reference/dockerfile/#understand-how-arg-and-from-interact'],
  moments: ['build'],
  *recognise(symptoms) {
    const { build, facts } = symptoms;
    const { message = '', line } = build?.failure ?? {};
    if (
      !/base name \(.*\) should not be blank|empty platform value|failed to parse (?:stage name|platform) "[^"]*": invalid/.test(
        message,
      )
    )
      return;
    const from = instructionAt(facts, line);
    const [word] = from?.words ?? [];
    const flags = from?.flags.map(({ value = '' }) => value) ?? [];
    const name = [...[word?.text ?? '', ...flags].join(' ').matchAll(nameInFrom)]
      .map(([, each = '']) => each)
      .find((each) => !isSet(each, facts));
    if (from === undefined || word === undefined || name === undefined) return;
    const declared = declarations(facts, name);
    const global = declared.find(({ isGlobal }) => isGlobal)?.instruction;
    const late = global === undefined ? declared.find(({ value }) => value !== undefined)?.instruction : undefined;
    const place = locationOf(facts.dockerfile, (global ?? late)?.span ?? word.span);
    const fix = late === undefined ? undefined : movedUp(late, facts);
    yield {
      headline: 'the build stops, FROM names a variable without value',
      title: `\`${name}\` has no value where FROM names it`,
      why:
        late === undefined
          ? 'No ARG above the first FROM gives it one, so the name of the image has a hole.'
          : 'FROM does not see an ARG that stands below the first FROM.',
      advice:
        late === undefined
          ? `Give it a default above the first FROM, such as \`ARG ${name}=…\`, or a value under \`with:\`: \`build-args: ${name}=…\`.`
          : `Move \`${late.text.trim()}\` above the first FROM.`,
      location: place,
      evidence: buildEvidence(symptoms, [message]),
      explains: ['dockerfile-parse-error'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'the whole name is a variable',
      dockerfile: 'ARG BASE\nFROM ${BASE}\n',
      saw: { build: { message: 'failed to solve: base name (${BASE}) should not be blank', line: 2 } },
      place: 'Dockerfile:1',
    },
    {
      title: 'a part of it is one, and is declared nowhere',
      dockerfile: 'FROM python:$VERSION\n',
      saw: {
        build: { message: 'failed to solve: failed to parse stage name "python:": invalid reference format', line: 1 },
      },
      place: 'Dockerfile:1',
    },
    {
      title: 'the ARG stands below the first FROM',
      dockerfile: 'FROM python:3.11-slim AS build\nARG VERSION=3.11\nRUN true\nFROM python:${VERSION}-slim\n',
      saw: {
        build: {
          message: 'failed to solve: failed to parse stage name "python:-slim": invalid reference format',
          line: 4,
        },
      },
      place: 'Dockerfile:2',
      fixed: 'ARG VERSION',
    },
    {
      title: 'the platform',
      dockerfile: 'FROM --platform=$HULL python:3.11-slim\n',
      saw: { build: { message: 'failed to solve: empty platform value from expression $HULL', line: 1 } },
      place: 'Dockerfile:1',
    },
  ],
  confusions: [
    {
      title: 'a name that is none, without a variable',
      is: 'dockerfile-parse-error',
      dockerfile: 'FROM Python:3.11-slim\n',
      saw: {
        build: {
          message:
            'failed to solve: failed to parse stage name "Python:3.11-slim": invalid reference format: repository name (library/Python) must be lowercase',
          line: 1,
        },
      },
    },
  ],
};

interface Declaration {
  readonly instruction: Instruction;
  readonly isGlobal: boolean;
  readonly value: string | undefined;
}

function declarations(facts: Facts, wanted: string): readonly Declaration[] {
  return facts.dockerfile.instructions
    .filter(({ keyword }) => keyword === 'ARG')
    .flatMap((instruction) =>
      instruction.assignments
        .filter(({ name }) => name === wanted)
        .map(({ value }) => ({ instruction, value, isGlobal: facts.placeOf(instruction) === undefined })),
    );
}

function isSet(name: string, facts: Facts): boolean {
  const given = facts.buildArguments[name];
  if (given !== undefined) return given !== '';
  return declarations(facts, name).some(
    ({ isGlobal, value }) => isGlobal && value !== undefined && !/^["']{0,2}$/.test(value),
  );
}

/** Its stage keeps the name: it then has the value from above. */
function movedUp(late: Instruction, { dockerfile }: Facts): Fix | undefined {
  const first = dockerfile.instructions.find(({ keyword }) => keyword === 'FROM');
  const [assignment, ...others] = late.assignments;
  if (first === undefined || assignment === undefined || others.length > 0 || late.lines[0] !== late.lines[1])
    return undefined;
  const start = lineSpan(dockerfile, first.lines[0]).start;
  return {
    title: `Declare \`${assignment.name}\` above the first FROM`,
    safety: 'safe',
    edits: [
      { location: locationOf(dockerfile, { start, end: start }), text: `${late.text.trim()}\n` },
      { location: locationOf(dockerfile, late.span), text: `ARG ${assignment.name}` },
    ],
  };
}
