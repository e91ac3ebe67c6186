import type { Instruction } from '../dockerfile/model.ts';
import { baseVariant, lowestImage } from '../facts/base-programs.ts';
import { needsFullImage } from '../facts/full-image-use.ts';
import { lineage } from '../facts/stages.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const fullBaseImage = defineRule({
  id: 'full-base-image',
  aliases: [],
  severity: 'notice',
  summary: 'the base image brings compilers and tools that the server does not need',
  why: 'The full image of Python is about a gigabyte, the slim one an eighth of it; the difference is compilers, headers and version control, which are pulled, stored and scanned with each image, and rarely used when it runs.',
  references: [
    'https://hub.docker.com/_/python',
    'https://docs.docker.com/build/building/best-practices/#choose-the-right-base-image',
  ],
  bad: [
    {
      title: 'the full image, for packages that come as wheels',
      dockerfile: dockerfile`
        FROM python:3.12
        WORKDIR /app
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
        `,
      files: { 'requirements.txt': 'fastapi==0.115.0\nuvicorn==0.30.0\n' },
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
        `,
    },
    {
      title: 'with the name of the Debian release, and a version from a variable',
      dockerfile: dockerfile`
        ARG PYTHON=3.12
        FROM python:\${PYTHON}-bookworm AS base
        FROM base
        `,
      fixed: dockerfile`
        ARG PYTHON=3.12
        FROM python:\${PYTHON}-slim-bookworm AS base
        FROM base
        `,
    },
  ],
  good: [
    {
      title: 'the slim image',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        `,
    },
    {
      title: 'wheels built in an earlier stage',
      dockerfile: dockerfile`
        FROM python:3.12 AS build
        RUN pip wheel --no-cache-dir --wheel-dir /wheels uvicorn==0.30.0
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        `,
    },
    {
      title: 'a package that is compiled, and one that is fetched by git',
      dockerfile: dockerfile`
        FROM python:3.12
        COPY requirements.txt .
        RUN pip install --no-cache-dir -r requirements.txt
        `,
      files: { 'requirements.txt': 'mysqlclient==2.2.4\nsite @ git+https://github.com/example/site@v1\n' },
    },
    {
      title: 'a tool of the full image in use',
      dockerfile: dockerfile`
        FROM python:3.12
        HEALTHCHECK CMD curl -f http://127.0.0.1:8000/
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
        `,
    },
  ],
  on: 'file',
  *check({ dockerfile: { text }, facts }) {
    const { target } = facts;
    const image = lowestImage(facts);
    const instruction = target === undefined ? undefined : lineage(target).at(-1)?.from;
    const word = instruction?.words[0];
    if (image === undefined || instruction === undefined || word === undefined) return;
    if (baseVariant(image.reference) !== 'full' || needsFullImage(facts)) return;
    const fix = fixOf(text, instruction, image.reference.tag);
    yield {
      at: word.span,
      title: `\`${image.text}\` is the full image, and nothing here is seen to need more than the slim one`,
      advice: 'Take the `slim` variant of the same version; build what must be compiled in an earlier stage.',
      ...(fix === undefined ? {} : { fix }),
    };
  },
});

/** `3.12` becomes `3.12-slim`, `3.12-bookworm` becomes `3.12-slim-bookworm`. */
function fixOf(text: string, instruction: Instruction, tag: string | undefined): ClaimFix | undefined {
  const [word] = instruction.words;
  if (word === undefined || word.text !== word.value || word.text.includes('@') || !/:[^/]*$/.test(word.text))
    return undefined;
  const release = /-(?<release>trixie|bookworm|bullseye|buster)$/;
  const written = release.exec(word.text)?.[0];
  if (
    written === undefined &&
    (tag === undefined || release.test(tag) || !/^\d+(?:\.\d+)*(?:-?(?:a|b|rc)\d*)?$/.test(tag))
  )
    return undefined;
  const at = word.span.end - (written?.length ?? 0);
  if (written !== undefined && !text.startsWith(written, at)) return undefined; // a line ends within it
  return { title: 'Take the slim variant', safety: 'unsafe', edits: [{ at: { start: at, end: at }, text: '-slim' }] };
}
