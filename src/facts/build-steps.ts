import type { BuildStep, ImageObservation } from '../observation.ts';
import type { TimedStep } from '../report.ts';
import type { Facts } from './facts.ts';

/**
 * The steps that stand for instructions of the Dockerfile. BuildKit names them `[2/6] WORKDIR /app` or `[build 3/4] RUN …`
 * with the instruction's text, variables expanded; so they are matched by keyword and order within the stage.
 */
export function timedSteps(steps: readonly BuildStep[], facts: Facts): readonly TimedStep[] {
  const left = [...facts.dockerfile.instructions];
  const timed: TimedStep[] = [];
  for (const step of steps) {
    const [, instruction] = /^\[(?:[^\]]+ )?\d+\/\d+\] (.+)$/s.exec(step.name) ?? [];
    if (instruction === undefined || step.startedAt === undefined) continue;
    const keyword = instruction.split(' ', 1)[0];
    const at = left.findIndex((candidate) => candidate.keyword === keyword && sameText(candidate.text, instruction));
    const found = left[at === -1 ? left.findIndex((candidate) => candidate.keyword === keyword) : at];
    if (found === undefined) continue;
    left.splice(left.indexOf(found), 1);
    timed.push({ line: found.lines[0], instruction, startedAt: step.startedAt, ms: step.ms ?? 0, cached: step.cached });
  }
  return timed.toSorted((a, b) => a.line - b.line);
}

function sameText(source: string, shown: string): boolean {
  return folded(source) === folded(shown);
}

/** As two spellings of one instruction are the same: blanks and letter case do not count. */
export function folded(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

/**
 * For each layer of the image the line of the Dockerfile that made it. The base image's layers come first and have none:
 * the history's last entries are this build's, in the order of the final stage's instructions.
 */
export function layerLines(image: ImageObservation, facts: Facts): readonly (number | undefined)[] {
  const makers = facts.imageInstructions.filter(({ keyword }) => ['RUN', 'COPY', 'ADD', 'WORKDIR'].includes(keyword));
  const lines: (number | undefined)[] = [];
  let next = makers.length - 1;
  for (const layer of image.layers.toReversed()) {
    const maker = makers[next];
    const isOurs = maker !== undefined && layer.instruction.startsWith(maker.keyword);
    if (isOurs) next -= 1;
    lines.unshift(isOurs ? maker.lines[0] : undefined);
  }
  return lines;
}
