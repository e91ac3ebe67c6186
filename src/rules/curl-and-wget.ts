import type { Facts } from '../facts/facts.ts';
import type { RunCommand } from '../facts/run-shell.ts';
import type { Stage } from '../facts/stages.ts';
import { programName } from '../servers/index.ts';
import { defineRule, dockerfile, type Claim } from './rule.ts';

export const curlAndWget = defineRule({
  id: 'curl-and-wget',
  aliases: ['DL4001'],
  severity: 'warning',
  summary: 'one stage uses both curl and wget',
  why: 'They do the same for a build. The second one costs its packages in every image, and a second set of options that a reader has to know.',
  references: ['https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages'],
  bad: [
    {
      title: 'each once',
      dockerfile: dockerfile`
        FROM debian:12
        RUN wget -q https://example.com/model.bin
        RUN curl -fsSL -o /labels.txt https://example.com/labels.txt
        `,
    },
  ],
  good: [
    {
      title: 'one of them',
      dockerfile: dockerfile`
        FROM debian:12
        RUN curl -fsSL -o /model.bin https://example.com/model.bin \
            && curl -fsSL -o /labels.txt https://example.com/labels.txt
        `,
    },
    {
      title: 'in stages of their own',
      dockerfile: dockerfile`
        FROM debian:12 AS model
        RUN wget -q https://example.com/model.bin
        FROM debian:12
        RUN curl -fsSL -o /labels.txt https://example.com/labels.txt
        `,
    },
  ],
  on: 'file',
  *check({ facts }) {
    for (const stage of facts.stages) yield* inStage(stage, facts);
  },
});

/** From the RUN on that brings the second of the two, every RUN that uses either. */
function* inStage(stage: Stage, facts: Facts): Iterable<Claim> {
  const first = new Map<string, RunCommand>();
  for (const written of stage.instructions) {
    const instruction = written.trigger ?? written;
    if (instruction.keyword !== 'RUN') continue;
    const uses = facts.shellOf(instruction).commands.flatMap((command) => {
      const name = programName(command.words[0]?.text ?? '');
      return name === 'curl' || name === 'wget' ? [{ name, command }] : [];
    });
    for (const { name, command } of uses) if (!first.has(name)) first.set(name, command);
    const [leading] = first.keys();
    const told = uses.find(({ name }) => name !== leading) ?? uses[0];
    if (first.size < 2 || told === undefined) continue;
    const other = told.name === 'curl' ? 'wget' : 'curl';
    const place = first.get(other)?.location;
    yield {
      at: told.command.location,
      title: `\`${told.name}\` here and \`${other}\` elsewhere in the stage do the same`,
      advice: 'Use one of them for all downloads of the stage.',
      ...(place === undefined ? {} : { places: [{ at: place, note: `\`${other}\`` }] }),
    };
  }
}
