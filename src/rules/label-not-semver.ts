import { wrongLabels } from './label-values.ts';
import { defineRule, dockerfile } from './rule.ts';

const settings = { labelSchema: new Map([['org.opencontainers.image.version', 'semver' as const]]) };

export const labelNotSemver = defineRule({
  id: 'label-not-semver',
  aliases: ['DL3056'],
  severity: 'warning',
  summary: 'A label that must hold a semantic version holds something else',
  why: 'Programs that compare versions cannot place this image before or behind another one. The label schema of the configuration wants a semantic version.',
  references: ['https://specs.opencontainers.org/image-spec/annotations/', 'https://semver.org/'],
  bad: [
    {
      title: 'two numbers',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.version="1.4"
        `,
    },
    {
      title: 'a letter before it',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.version="v1.4.0"
        `,
    },
  ],
  good: [
    {
      title: 'a release',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.version="1.4.0"
        `,
    },
    {
      title: 'before a release',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL org.opencontainers.image.version="1.4.0-rc.1+build.5"
        `,
    },
  ],
  on: ['LABEL'],
  alsoOnBuild: true,
  *check(instruction, scene) {
    for (const { name, text, at } of wrongLabels(instruction, scene, 'semver', isSemanticVersion)) {
      yield {
        at,
        title: `label \`${name}\` is \`${text}\`, which is no semantic version`,
        advice: 'Write three numbers: `1.4.0`, or `1.4.0-rc.1` before a release.',
      };
    }
  },
});

const number = /^(?:0|[1-9]\d*)$/;
const identifier = /^[0-9A-Za-z-]+$/;

function isSemanticVersion(text: string): boolean {
  const [version = '', ...build] = text.split('+');
  const dash = version.indexOf('-');
  const core = (dash === -1 ? version : version.slice(0, dash)).split('.');
  const before = dash === -1 ? [] : version.slice(dash + 1).split('.');
  return (
    core.length === 3 &&
    core.every((each) => number.test(each)) &&
    before.every((each) => identifier.test(each) && (!/^\d+$/.test(each) || number.test(each))) &&
    build.length <= 1 &&
    build.flatMap((each) => each.split('.')).every((each) => identifier.test(each))
  );
}
