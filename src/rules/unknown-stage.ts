import { goInteger } from '../dockerfile/go-values.ts';
import { defineRule, dockerfile } from './rule.ts';

export const unknownStage = defineRule({
  id: 'unknown-stage',
  aliases: ['DL3022'],
  severity: 'warning',
  summary: 'COPY takes files from a stage that is not there',
  why: 'A name that no earlier stage has is taken for an image, so BuildKit asks a registry for it: the build fails, or copies from an image of that name that somebody else has published.',
  references: [
    'https://docs.docker.com/reference/dockerfile/#copy---from',
    'https://docs.docker.com/build/building/multi-stage/',
  ],
  bad: [
    {
      title: 'a name that no stage has',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        FROM python:3.12-slim
        COPY --from=builder /wheels /wheels
        `,
    },
    {
      title: 'a stage that comes later',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        FROM python:3.12-slim AS build
        `,
    },
  ],
  good: [
    {
      title: 'earlier stages, by name and by number',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        FROM python:3.12-slim
        COPY --from=build /wheels /wheels
        COPY --from=0 /data /data
        `,
    },
    {
      title: 'an image',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        COPY --from=nginx:1.27 /etc/nginx/nginx.conf /srv/
        COPY --from=ghcr.io/example/tool /tool /usr/bin/
        `,
    },
    {
      title: 'the stage itself, which is another flaw',
      dockerfile: dockerfile`
        FROM python:3.12-slim AS build
        COPY --from=build /wheels /srv/
        `,
    },
  ],
  on: ['COPY'],
  *check(instruction, { facts }) {
    const flag = instruction.flags.findLast(({ name }) => name === 'from');
    const stage = facts.placeOf(instruction)?.stage;
    const name = flag?.value ?? '';
    // With a tag, a digest or a path it is an image for certain; what a variable holds only the build knows.
    if (flag === undefined || stage === undefined || name === '' || /[:/@$]/.test(name)) return;
    const wanted = name.toLowerCase();
    const index = goInteger(name);
    const isItself = wanted === stage.name || (stage.from !== undefined && index === stage.index);
    if (facts.graph.stageNamed(name, stage) !== undefined || isItself) return;
    const later = facts.stages.find((each) => (index === undefined ? each.name === wanted : each.index === index));
    // A number is never an image, and what is built cannot wait for a stage that comes later: BuildKit refuses both.
    const isRefused = later === undefined ? index !== undefined : facts.graph.used.has(stage);
    yield {
      at: flag.span,
      title: later === undefined ? `no stage is named \`${name}\`` : `the stage \`${name}\` comes only later`,
      ...(isRefused ? { severity: 'error' } : {}),
      advice:
        later === undefined
          ? 'Name a stage that stands above, or an image with its tag.'
          : `Move the stage \`${name}\` above this one.`,
      ...(later?.from === undefined ? {} : { places: [{ at: later.from.span, note: 'the stage of that name' }] }),
    };
  },
});
