import { expect, it } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts } from '../../src/facts/facts.ts';
import type { Severity } from '../../src/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { shellScripts } from '../../src/lint/shell-scripts.ts';
import { rules } from '../../src/rules/index.ts';

const allOn: Readonly<Record<string, Severity>> = Object.fromEntries(
  rules.filter(({ severity }) => severity === 'off').map(({ id }) => [id, 'warning']),
);

const few = 500;
const many = 3000;

/** Of the square, each of the many would cost up to six times as much as each of the few; what once was so cost more than three times. */
const most = 2.5;

it.each<[string, (count: number) => string]>([
  ['RUNs with findings', (count) => from(lines(count, (index) => `RUN apt-get install -y package-${index}`))],
  [
    'stages that stand on each other',
    (count) => lines(count, (index) => `FROM s${index} AS s${index + 1}\nRUN echo $A`),
  ],
  [
    'stages that stand on each other and name what none of them sets',
    (count) =>
      from(
        `FROM a AS s0\n${lines(count, (index) => `FROM s${index} AS s${index + 1}\nENV A${index}=1\nUSER u$B${index}`)}`,
      ),
  ],
  [
    'stages on one that sets much',
    (count) =>
      `FROM a AS s\n${lines(count, (index) => `ENV A${index}=1`)}${lines(count, () => 'FROM s\nENV B=$A1\nRUN echo $B')}`,
  ],
  [
    'stages that copy from each other',
    (count) => lines(count, (index) => `FROM a AS s${index + 1}\nCOPY --from=s${index} /a /`),
  ],
  [
    'stages that hold what leaks and stand on each other',
    (count) =>
      `FROM a AS s0\n${lines(count, (index) => `FROM s${index} AS s${index + 1}\nCOPY . /x${index}/`)}FROM b\n${lines(count, (index) => `COPY --from=s${index} /x${index} /y${index}/`)}`,
  ],
  ['`cd`s in one RUN', (count) => from(`RUN ${row(count, (index) => `cd d${index % 10} && cd ..`, ' && ')}\n`)],
  ['assignments in one RUN', (count) => from(`RUN ${row(count * 5, (index) => `A${index}=$B${index}`, ' ; ')}\n`)],
  ['shells in one RUN', (count) => from(`RUN ${row(count, (index) => `sh -c "a${index} $(b)"`, ' ; ')}\n`)],
  [
    'texts written to shells in one RUN',
    (count) => from(`RUN ${row(count, (index) => `echo 'a${index}' | sh`, ' ; \\\n  ')}\n`),
  ],
  ['programs that start each other', (count) => from(`RUN ${row(count * 20, () => 'sudo', ' ')} ls\n`)],
  ['empty lines in one RUN', (count) => from(`RUN ls \\\n${row(count, (index) => `\n  a${index}`, ' \\\n')}\n`)],
  ['installations in one RUN', (count) => from(`RUN ${row(count, (index) => `pip install p${index}`, ' && ')}\n`)],
  ['lines of one heredoc', (count) => from(`RUN <<EOF\n${lines(count, (index) => `pip install p${index}`)}EOF\n`)],
  ['pipes in one RUN', (count) => from(`RUN ${row(count, (index) => `a${index} | b`, ' ; ')}\n`)],
  ['ENVs that use each other', (count) => from(lines(count, (index) => `ENV A${index}=$A${index - 1}x`))],
  ['ARGs', (count) => from(lines(count, (index) => `ARG A${index}=1\nRUN echo $A${index}`))],
  ['labels', (count) => from(lines(count, (index) => `LABEL l${index}=v`))],
  [
    'comments that ignore the next line',
    (count) => from(lines(count, () => '# sea-trial ignore=DL3008\nRUN apt-get install -y p')),
  ],
  [
    'comments that ignore for the whole file',
    (count) =>
      `${lines(count, () => '# sea-trial ignore-file=DL3008')}${from(lines(count, () => 'RUN apt-get install -y p'))}`,
  ],
  ['ONBUILDs', (count) => from(lines(count, (index) => `ONBUILD RUN pip install p${index}`))],
])('the time grows no faster than the number of %s', (_, textOf) => {
  milliseconds(textOf(few)); // the engine compiles what is called often
  const each = milliseconds(textOf(few)) / few;
  const later = milliseconds(textOf(many)) / many;
  expect(later / each).toBeLessThan(most);
});

/** Of this thread, for others work on the machine too; the better of two. */
/** Some systems count the time of a thread in steps of ten milliseconds. */
const fewestMilliseconds = 40;

function milliseconds(text: string): number {
  const tries = Array.from({ length: 2 }, () => {
    const began = process.threadCpuUsage();
    let spent = 0;
    let times = 0;
    while (spent < fewestMilliseconds) {
      const dockerfile = parseDockerfile(text, 'Dockerfile');
      const facts = deriveFacts({ dockerfile, context: contextOf({ Dockerfile: text, '.env': 'TOKEN=x' }) });
      lint({ facts, severities: allOn });
      shellScripts(facts);
      const { user, system } = process.threadCpuUsage(began);
      spent = (user + system) / 1000;
      times += 1;
    }
    return spent / times;
  });
  return Math.min(...tries);
}

function from(text: string): string {
  return `FROM python:3.12-slim\n${text}`;
}

function lines(count: number, line: (index: number) => string): string {
  return row(count, (index) => `${line(index)}\n`, '');
}

function row(count: number, item: (index: number) => string, between: string): string {
  return Array.from({ length: count }, (_, index) => item(index)).join(between);
}
