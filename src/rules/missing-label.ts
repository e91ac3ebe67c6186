import type { Stage } from '../facts/stages.ts';
import { defineRule, dockerfile } from './rule.ts';

const settings = { labelSchema: new Map([['maintainer', 'text' as const]]) };

export const missingLabel = defineRule({
  id: 'missing-label',
  aliases: ['DL3049'],
  severity: 'notice',
  summary: 'A label that the image must have is not set',
  why: 'The label schema of the configuration wants this label because somebody reads it: to find the owner, the source or the licence of an image that is found running somewhere.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#label',
    'https://specs.opencontainers.org/image-spec/annotations/',
  ],
  bad: [
    {
      title: 'another label only',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL description="The shop's API"
        `,
    },
  ],
  good: [
    {
      title: 'the label is set',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim
        LABEL maintainer="jane.doe@example.com"
        `,
    },
    {
      title: 'it comes from the stage below, and a stage that is only copied from needs none',
      settings,
      dockerfile: dockerfile`
        FROM python:3.12-slim AS base
        LABEL maintainer="jane.doe@example.com"
        FROM python:3.12 AS build
        RUN pip wheel --no-cache-dir --wheel-dir /wheels fastapi==0.115.6
        FROM base
        COPY --from=build /wheels /wheels
        `,
    },
  ],
  on: 'file',
  *check({ facts, settings: { labelSchema } }) {
    if (labelSchema.size === 0) return;
    const { stages, used, inImage } = facts.graph;
    const missing = missingByStage(stages, [...labelSchema.keys()]);
    // A stage on which one is built that has the labels is no image of its own; nor is one that is only copied from.
    const parts = new Set(
      stages.flatMap(({ base }, index) =>
        base.kind === 'stage' && isPart(missing[base.stage.index], missing[index]) ? base.stage : [],
      ),
    );
    for (const [index, stage] of stages.entries()) {
      const names = missing[index] ?? [];
      if (names.length === 0 || stage.from === undefined || parts.has(stage)) continue;
      if (used.has(stage) && !inImage.has(stage)) continue;
      const listed = names.map((name) => `\`${name}\``).join(', ');
      yield {
        at: stage.from.span,
        title: names.length === 1 ? `label ${listed} is missing` : `labels ${listed} are missing`,
        advice: `Set ${listed} in this stage with LABEL.`,
      };
    }
  },
});

/** What neither the stage nor those below it set. A stage stands behind those it is built on. */
function missingByStage(stages: readonly Stage[], labels: readonly string[]): readonly (readonly string[])[] {
  const missing: (readonly string[])[] = [];
  for (const { base, instructions } of stages) {
    const set = new Set(
      instructions
        .map((instruction) => instruction.trigger ?? instruction)
        .flatMap(({ keyword, assignments }) => (keyword === 'LABEL' ? assignments.map(({ name }) => name) : [])),
    );
    const above = base.kind === 'stage' ? (missing[base.stage.index] ?? labels) : labels;
    missing.push(above.filter((label) => !set.has(label)));
  }
  return missing;
}

/** The stage above sets all that this one lacks. */
function isPart(below: readonly string[] = [], above: readonly string[] = []): boolean {
  return below.every((label) => !above.includes(label));
}
