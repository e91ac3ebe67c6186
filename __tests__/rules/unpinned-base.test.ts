import { expect, test } from 'vitest';
import { unpinnedBase as rule } from '../../src/rules/unpinned-base.ts';
import { findingsOf, markedBy } from '../support/rule-findings.ts';

test.each([
  ['no tag, with a platform', 'FROM --platform=linux/amd64 python AS base\n', 'python', ['DL3006']],
  [
    'no tag, with a port',
    'FROM registry.example.com:5000/a/python\n',
    'registry.example.com:5000/a/python',
    ['DL3006'],
  ],
  ['latest', 'FROM debian:latest\n', 'debian:latest', ['DL3007']],
  ['the newest Python of a Debian', 'FROM python:slim-bookworm\n', 'python:slim-bookworm', []],
  [
    "the newest Python, through Amazon's mirror",
    'FROM public.ecr.aws/docker/library/python:3\n',
    'public.ecr.aws/docker/library/python:3',
    [],
  ],
  ['a variable with a default', 'ARG TAG=latest\nFROM python:${TAG}\n', 'python:${TAG}', ['DL3007']],
  ['a name that is a stage only later', 'FROM base\nFROM python:3.12 AS base\n', 'base', ['DL3006']],
])('flags: %s', (_, text, marked, aliases) => {
  expect(markedBy(rule, text)).toEqual([marked]);
  expect(findingsOf(rule, text)[0]?.aliases).toEqual(aliases);
});

test.each([
  ['a major version of another image', 'FROM node:22\nFROM debian:12-slim\n'],
  ['a digest beside latest', `FROM python:latest@sha256:${'0'.repeat(64)}\n`],
  ['a stage in other letters', 'FROM python:3.12 AS Build\nFROM build\n'],
  ['a part that only the build knows', 'ARG TAG\nFROM python:$TAG\n'],
  ['no FROM at all', 'RUN true\n'],
])('is silent: %s', (_, text) => {
  expect(findingsOf(rule, text)).toEqual([]);
});
