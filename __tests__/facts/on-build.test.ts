import { describe, expect, test } from 'vitest';
import type { Instruction } from '../../src/dockerfile/model.ts';
import { derive, textAt } from './derive.ts';

const text = `FROM python:3.12-slim AS base
WORKDIR /srv
ONBUILD WORKDIR app
ONBUILD ENV PORT=80
ONBUILD RUN pip install -r requirements.txt && \\
    cd x && echo $PORT
ONBUILD COPY --chown=app main.py .
RUN echo $PORT
FROM base
COPY a.py .
`;

const facts = derive(text);

function triggerOf(keyword: string): Instruction {
  const found = facts.dockerfile.instructions.find(({ trigger }) => trigger?.keyword === keyword)?.trigger;
  if (found === undefined) throw new Error(`no ONBUILD ${keyword}`);
  return found;
}

describe('what ONBUILD registers', () => {
  test('has the place of its ONBUILD', () => {
    const place = facts.placeOf(triggerOf('RUN'));
    expect([place?.stage.index, place?.position, place?.onBuild?.keyword]).toEqual([0, 4, 'ONBUILD']);
    expect(facts.isInImage(triggerOf('RUN'))).toBe(true);
  });

  test('sees what was registered before it, and nobody else does', () => {
    expect(facts.stateAt(triggerOf('RUN'))?.workdir).toMatchObject({ known: true, text: '/srv/app' });
    expect(facts.stateAt(triggerOf('WORKDIR'))?.workdir).toMatchObject({ text: '/srv' });
    const [run, copy] = facts.dockerfile.instructions.filter(({ keyword }) => keyword === 'RUN' || keyword === 'COPY');
    expect(run === undefined ? '' : facts.stateAt(run)?.variable('PORT')).toBeUndefined();
    expect(copy === undefined ? '' : facts.stateAt(copy)?.workdir).toMatchObject({ text: '/srv' });
  });

  test('has commands with their places', () => {
    const { commands } = facts.shellOf(triggerOf('RUN'));
    expect(commands.map(({ location }) => textAt(text, location))).toEqual([
      'pip install -r requirements.txt',
      'cd x',
      'echo $PORT',
    ]);
    expect(commands.at(-1)?.words.at(-1)?.text).toBe('80');
    expect(commands.at(-1)?.folder).toBe('/srv/app/x');
  });

  test('is a copy, but none of this image', () => {
    const copy = facts.copyOf(triggerOf('COPY'));
    expect([copy?.sources.map((source) => source.text), copy?.destination]).toEqual([['main.py'], '/srv/app']);
    const [base] = facts.stages;
    expect(base === undefined ? [] : facts.copiesIn(base)).toEqual([]);
  });
});
