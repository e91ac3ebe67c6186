import type { Dockerfile, Flag, Instruction } from '../dockerfile/model.ts';
import { withoutFlag } from './flag-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const constantPlatform = defineRule({
  id: 'constant-platform',
  aliases: ['DL3029', 'FromPlatformFlagConstDisallowed'],
  severity: 'warning',
  summary: 'FROM names one platform, so the image is built for no other',
  why: 'Whoever builds for another platform gets a base image for this one all the same: it runs under emulation or not at all, and `docker buildx build --platform` is ignored without a word.',
  references: [
    'https://docs.docker.com/reference/build-checks/from-platform-flag-const-disallowed/',
    'https://docs.docker.com/build/building/multi-platform/',
  ],
  bad: [
    {
      title: 'a constant',
      dockerfile: dockerfile`
        FROM --platform=linux/amd64 python:3.12-slim
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        `,
    },
  ],
  good: [
    {
      title: 'no platform',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        `,
    },
    {
      title: 'the platform of the machine that builds',
      dockerfile: dockerfile`
        FROM --platform=$BUILDPLATFORM python:3.12-slim AS build
        `,
    },
    {
      title: 'a stage that says by its name which platform it is for',
      dockerfile: dockerfile`
        FROM --platform=linux/arm64 python:3.12-slim AS wheels-arm64
        `,
    },
  ],
  on: ['FROM'],
  *check(instruction, { dockerfile: file }) {
    const flag = instruction.flags.find(({ name }) => name === 'platform');
    const platform = flag?.value ?? '';
    if (flag === undefined || platform === '' || platform.includes('$') || isInName(platform, instruction)) return;
    const edit = withoutFlag(flag, instruction, file);
    yield {
      at: flag.span,
      title: `the base image is always the one for \`${platform}\``,
      advice: `Delete \`${writtenFlag(flag, file)}\` and give the platform to the build: \`docker build --platform=${platform}\`.`,
      ...(edit === undefined
        ? {}
        : { fix: { title: 'Leave the platform to the build', safety: 'unsafe', edits: [edit] } }),
    };
  },
});

function writtenFlag({ span }: Flag, { text }: Dockerfile): string {
  return text.slice(span.start, span.end);
}

/** BuildKit says nothing then either: that stage is for one platform on purpose. */
function isInName(platform: string, { words }: Instruction): boolean {
  const [, as, name] = words;
  const stage = as?.value.toLowerCase() === 'as' ? (name?.value.toLowerCase() ?? '') : '';
  return platform
    .toLowerCase()
    .split('/')
    .some((part) => part !== '' && stage.includes(part));
}
