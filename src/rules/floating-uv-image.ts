import { parseImageReference } from '../dockerfile/image-reference.ts';
import type { Flag } from '../dockerfile/model.ts';
import { mountsOf } from '../facts/mounts.ts';
import { defineRule, dockerfile } from './rule.ts';

export const floatingUvImage = defineRule({
  id: 'floating-uv-image',
  aliases: [],
  severity: 'warning',
  summary: 'uv is copied from an image without a version, so a build takes whatever is newest on that day',
  why: 'Two builds of one commit then have two versions of uv, and a new one may resolve, lock or build differently. The layer is also built anew, with all behind it, whenever uv is released.',
  references: ['https://docs.astral.sh/uv/guides/integration/docker/#installing-uv'],
  bad: [
    {
      title: 'no tag',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv /uv /uvx /bin/
        `,
    },
    {
      title: '`latest`',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv:latest /uv /uvx /bin/
        `,
    },
    {
      title: 'in a mount',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        RUN --mount=from=ghcr.io/astral-sh/uv,source=/uv,target=/bin/uv uv sync --locked
        `,
    },
  ],
  good: [
    {
      title: 'a version',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv:0.9.5 /uv /uvx /bin/
        `,
    },
    {
      title: 'a digest',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=ghcr.io/astral-sh/uv@sha256:2b0079146a74e23bf4ae8f6a28e1b484c6292f6fb904cbb51825b4a19812fcd8 /uv /bin/
        `,
    },
    {
      title: 'a stage of that name',
      dockerfile: dockerfile`
        FROM ghcr.io/astral-sh/uv:0.9.5 AS uv
        FROM python:3.12-slim
        COPY --from=uv /uv /uvx /bin/
        `,
    },
  ],
  on: ['COPY', 'RUN'],
  *check(instruction, { facts }) {
    const stage = facts.placeOf(instruction)?.stage;
    if (stage === undefined) return;
    const named: readonly { readonly text: string; readonly flag: Flag }[] =
      instruction.keyword === 'RUN'
        ? mountsOf(instruction).flatMap(({ from, flag }) => (from === undefined ? [] : [{ text: from, flag }]))
        : instruction.flags.flatMap((flag) => (flag.name === 'from' ? [{ text: flag.value ?? '', flag }] : []));
    for (const { text, flag } of named) {
      if (facts.graph.stageNamed(text, stage) !== undefined || !isFloatingUv(text)) continue;
      yield {
        at: flag.span,
        title: `\`${text}\` is another uv whenever a new one is released`,
        advice: 'Name the version of uv by the tag, as in `ghcr.io/astral-sh/uv:0.9.5`, or the image by its digest.',
      };
    }
  },
});

/** Tags such as `alpine` and `debian-slim` say what is around uv, not which one it is. */
function isFloatingUv(text: string): boolean {
  const reference = parseImageReference(text);
  if (reference === undefined || reference.digest !== undefined) return false;
  const name = `${reference.registry}/${reference.repository}`;
  return uvImages.has(name) && !/\d/.test(reference.tag ?? '') && !text.includes('$');
}

const uvImages: ReadonlySet<string> = new Set(['ghcr.io/astral-sh/uv', 'docker.io/astral/uv']);
