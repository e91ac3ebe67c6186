import { officialName } from '../facts/base-image.ts';
import type { ImageReference } from '../dockerfile/image-reference.ts';
import { defineRule, dockerfile } from './rule.ts';

export const unpinnedBase = defineRule({
  id: 'unpinned-base',
  aliases: ['DL3006', 'DL3007'],
  severity: 'warning',
  summary: 'the base image has no version, so a build takes whatever is newest on that day',
  why: 'A new Python or a new Debian then arrives by itself, between two builds of the same commit. Wheels that exist for one Python are missing for the next, and the change stands in no diff.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    'https://docs.docker.com/reference/dockerfile/#from',
  ],
  bad: [
    {
      title: 'no tag',
      dockerfile: dockerfile`
        FROM python
        `,
    },
    {
      title: '`latest`',
      dockerfile: dockerfile`
        FROM python:latest
        `,
    },
    {
      title: 'only the major version',
      dockerfile: dockerfile`
        FROM python:3-slim
        `,
    },
    {
      title: 'a variable whose default has no tag',
      dockerfile: dockerfile`
        ARG BASE=python
        FROM $BASE
        `,
    },
  ],
  good: [
    {
      title: 'a version',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        `,
    },
    {
      title: 'a digest',
      dockerfile: dockerfile`
        FROM python@sha256:2b0079146a74e23bf4ae8f6a28e1b484c6292f6fb904cbb51825b4a19812fcd8
        `,
    },
    {
      title: 'a stage, and nothing at all',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS base
        FROM base AS build
        FROM scratch
        `,
    },
    {
      title: 'a variable that only the build knows',
      dockerfile: dockerfile`
        ARG BASE
        FROM $BASE
        `,
    },
  ],
  on: ['FROM'],
  *check(instruction, { facts }) {
    const base = facts.placeOf(instruction)?.stage.base;
    const [word] = instruction.words;
    if (base?.kind !== 'image' || base.reference.digest !== undefined || word === undefined) return;
    const { reference, text } = base;
    const { tag } = reference;
    if (tag === undefined) {
      yield {
        at: word.span,
        aliases: ['DL3006'],
        title: `\`${text}\` has no tag, so each build takes whatever is newest`,
        advice: adviceFor(reference),
      };
    } else if (tag === 'latest') {
      yield {
        at: word.span,
        aliases: ['DL3007'],
        title: `\`${text}\` is another image whenever a new one is published`,
        advice: adviceFor(reference),
      };
    } else if (isPython(reference) && !/\d\.\d/.test(tag)) {
      yield {
        at: word.span,
        aliases: [],
        title: `\`${text}\` goes on to the next minor version of Python by itself`,
        advice: adviceFor(reference),
      };
    }
  },
});

function isPython(reference: ImageReference): boolean {
  return officialName(reference) === 'python';
}

function adviceFor(reference: ImageReference): string {
  return isPython(reference)
    ? 'Name the minor version of Python, as in `python:3.14-slim`.'
    : 'Name a version by its tag, or the image by its digest.';
}
