import { literal } from '../literal.ts';
import { parseImageReference, type ImageReference } from '../dockerfile/image-reference.ts';
import type { Instruction } from '../dockerfile/model.ts';
import type { Facts } from '../facts/facts.ts';
import { mountsOf } from '../facts/mounts.ts';
import type { Stage } from '../facts/stages.ts';
import type { Span } from '../finding.ts';
import { defineRule, dockerfile } from './rule.ts';

export const untrustedRegistry = defineRule({
  id: 'untrusted-registry',
  aliases: ['DL3026'],
  severity: 'warning',
  summary: 'an image comes from a registry that the configuration does not trust',
  why: 'The configuration names the registries that images may come from. Whoever controls another one decides what runs in this image.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#from',
    'https://docs.docker.com/docker-hub/image-library/',
  ],
  bad: [
    {
      title: 'Docker Hub where only a registry of the house is trusted',
      settings: { trustedRegistries: ['registry.example.com'] },
      dockerfile: dockerfile`
        FROM python:3.12-slim
        `,
    },
    {
      title: 'files of an image',
      settings: { trustedRegistries: ['docker.io'] },
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=registry.example.org/tool:1.2 /tool /usr/bin/
        RUN --mount=type=bind,from=registry.example.org/wheels:1.2,target=/wheels pip install --no-cache-dir /wheels/a.whl
        `,
    },
    {
      title: 'a registry that the pattern does not cover',
      settings: { trustedRegistries: ['docker.io', '*.example.com'] },
      dockerfile: dockerfile`
        FROM registry.example.org/python:3.12-slim
        `,
    },
  ],
  good: [
    {
      title: 'files of another stage',
      settings: { trustedRegistries: ['docker.io'] },
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        `,
    },
    {
      title: 'nothing configured',
      dockerfile: dockerfile`
        FROM registry.example.org/python:3.12-slim
        `,
    },
    {
      title: 'a trusted registry, a stage, and nothing at all',
      settings: { trustedRegistries: ['*.example.com'] },
      dockerfile: dockerfile`
        FROM registry.example.com/python:3.12-slim AS base
        FROM base
        FROM scratch
        `,
    },
    {
      title: 'Docker Hub by any of its names',
      settings: { trustedRegistries: ['docker.io'] },
      dockerfile: dockerfile`
        FROM python:3.12-slim
        FROM tiangolo/uvicorn-gunicorn:python3.11
        FROM docker.io/library/debian:12-slim
        `,
    },
  ],
  on: ['FROM', 'COPY', 'RUN'],
  *check(instruction, { facts, settings }) {
    const { trustedRegistries } = settings;
    if (trustedRegistries.length === 0) return;
    for (const { at, reference } of imagesOf(instruction, facts)) {
      const { registry } = reference;
      if (trustedRegistries.some((pattern) => covers(pattern, registry))) continue;
      const trusted = trustedRegistries.map((name) => `\`${name}\``).join(', ');
      yield {
        at,
        title: `\`${registry}\` is not among the trusted registries`,
        advice: `Take the image from a trusted registry: ${trusted}.`,
      };
    }
  },
});

interface UsedImage {
  readonly at: Span;
  readonly reference: ImageReference;
}

/** Of FROM, of `--from=` and of the mounts; stages and what only the build knows left out. */
function imagesOf(instruction: Instruction, facts: Facts): readonly UsedImage[] {
  const stage = facts.placeOf(instruction)?.stage;
  if (stage === undefined) return [];
  const [word] = instruction.words;
  switch (instruction.keyword) {
    case 'FROM':
      return stage.base.kind === 'image' && word !== undefined
        ? [{ at: word.span, reference: stage.base.reference }]
        : [];
    case 'COPY':
      return instruction.flags.flatMap(({ name, value, span }) =>
        name === 'from' ? imageNamed(value, span, stage, facts) : [],
      );
    default:
      return mountsOf(instruction).flatMap(({ from, flag }) => imageNamed(from, flag.span, stage, facts));
  }
}

/** A bare name is a stage that is missing, or a build context that the build is given. */
function imageNamed(name: string | undefined, at: Span, stage: Stage, facts: Facts): readonly UsedImage[] {
  if (name === undefined || !/[:/@]/.test(name) || facts.graph.stageNamed(name, stage) !== undefined) return [];
  const reference = parseImageReference(name);
  return reference === undefined ? [] : [{ at, reference }];
}

/** Other names by which people know Docker Hub. */
const dockerHub = new Set(['docker.io', 'index.docker.io', 'hub.docker.com', 'registry-1.docker.io']);

/** `*` stands for any part of the name; a registry's name knows no capitals. */
function covers(pattern: string, registry: string): boolean {
  const wanted = pattern.toLowerCase();
  const parts = (dockerHub.has(wanted) ? 'docker.io' : wanted).split('*').map((part) => literal(part));
  return new RegExp(`^${parts.join('.*')}$`).test(registry.toLowerCase());
}
