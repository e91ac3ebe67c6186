import { withoutFlag } from './flag-edit.ts';
import { defineRule, dockerfile } from './rule.ts';

export const redundantPlatform = defineRule({
  id: 'redundant-platform',
  aliases: ['DL3065', 'RedundantTargetPlatform'],
  severity: 'warning',
  summary: 'FROM asks for the platform that it takes anyway',
  why: 'Without `--platform` the base image is the one for the target platform. The flag says nothing more, and a reader looks for the reason why it is there.',
  references: [
    'https://docs.docker.com/reference/build-checks/redundant-target-platform/',
    'https://docs.docker.com/reference/dockerfile/#from',
  ],
  bad: [
    {
      title: 'the target platform',
      dockerfile: dockerfile`
        FROM --platform=$TARGETPLATFORM python:3.12-slim AS build
        `,
      fixed: dockerfile`
        FROM python:3.12-slim AS build
        `,
    },
  ],
  good: [
    {
      title: 'the platform of the machine that builds',
      dockerfile: dockerfile`
        FROM --platform=$BUILDPLATFORM python:3.12-slim AS build
        `,
    },
  ],
  on: ['FROM'],
  *check(instruction, { dockerfile: file }) {
    const flag = instruction.flags.find(({ name }) => name === 'platform');
    if (flag?.value === undefined || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(flag.value)) return;
    const edit = withoutFlag(flag, instruction, file);
    yield {
      at: flag.span,
      title: `\`--platform=${flag.value}\` is what \`FROM\` takes anyway`,
      advice: `Delete \`--platform=${flag.value}\`.`,
      ...(edit === undefined ? {} : { fix: { title: 'Delete the flag', safety: 'safe', edits: [edit] } }),
    };
  },
});
