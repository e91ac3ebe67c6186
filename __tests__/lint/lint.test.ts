import { describe, expect, test } from 'vitest';
import { parseDockerfile } from '../../src/dockerfile/parse.ts';
import { contextOf } from '../../src/facts/context.ts';
import { deriveFacts } from '../../src/facts/facts.ts';
import { lint, type LintInput, type LintResult } from '../../src/lint/lint.ts';
import { relativeWorkdir } from '../../src/rules/relative-workdir.ts';
import { rootUser } from '../../src/rules/root-user.ts';
import { defineRule } from '../../src/rules/rule.ts';
import { shellFormStart } from '../../src/rules/shell-form-start.ts';

/** What a rule says of itself, for the rules that are made up here. */
const described = {
  aliases: [],
  severity: 'warning',
  summary: 'a flaw',
  why: 'It matters.',
  references: [],
  bad: [],
  good: [],
} as const;

const rules = [relativeWorkdir, rootUser, shellFormStart];

function run(text: string, more: Partial<LintInput> = {}, files: Readonly<Record<string, string>> = {}): LintResult {
  const facts = deriveFacts({ dockerfile: parseDockerfile(text, 'api/Dockerfile'), context: contextOf(files) });
  return lint({ facts, rules, ...more });
}

function told(result: LintResult): readonly string[] {
  return result.findings.map(
    ({ check, severity, location }) => `${location?.line}:${location?.column} ${check} ${severity}`,
  );
}

const silenced = (result: LintResult): readonly string[] =>
  result.ignored.map(({ finding, reason }) => `${finding.check}: ${reason}`);

const start = 'FROM python:3.12\nWORKDIR /app\n';

describe('findings', () => {
  test('carry everything that the contract asks for', () => {
    const { findings } = run(`${start}CMD uvicorn app:app --host 0.0.0.0\n`, { rules: [shellFormStart] });
    expect(findings).toEqual([
      {
        check: 'shell-form-start',
        aliases: ['DL3025', 'JSONArgsRecommended'],
        severity: 'warning',
        title: '`CMD` is in the shell form, so the program never sees SIGTERM',
        why: shellFormStart.why,
        advice:
          'Write a JSON array, one string a word; where a shell is needed, let its last command begin with `exec`.',
        location: { path: 'api/Dockerfile', line: 3, column: 5, endLine: 3, endColumn: 35 },
        evidence: [],
        status: 'suspected',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        fix: {
          title: 'Write the exec form',
          safety: 'safe',
          edits: [
            {
              location: { path: 'api/Dockerfile', line: 3, column: 5, endLine: 3, endColumn: 35 },
              text: '["uvicorn", "app:app", "--host", "0.0.0.0"]',
            },
          ],
        },
      },
    ]);
  });

  test('are in the order of their places, then of their checks', () => {
    expect(told(run('FROM python:3.12\nWORKDIR b\nCMD uvicorn a:a\nWORKDIR a\n'))).toEqual([
      '2:9 relative-workdir warning',
      '3:1 root-user warning',
      '3:5 shell-form-start warning',
      '4:9 relative-workdir warning',
    ]);
  });

  test('answer only to the names that are theirs', () => {
    const aliases = (text: string): unknown => run(text, { rules: [rootUser] }).findings.map((each) => each.aliases);
    expect(aliases(`${start}CMD ["a"]\n`)).toEqual([[]]);
    expect(aliases(`${start}USER root\nCMD ["a"]\n`)).toEqual([['DL3002']]);
  });

  test('have a fingerprint each, also at two instructions of the same text: the first keeps it, and an ignored one counts', () => {
    const [from, work] = ['FROM python:3.12-slim\n', 'WORKDIR srv\n'];
    const fingerprints = ({ findings }: LintResult) => findings.map((each) => each.fingerprint);
    const only = { rules: [relativeWorkdir] };
    const [single = ''] = fingerprints(run(`${from}${work}`, only));
    const [first, second, third] = fingerprints(run(`${from}${work}RUN a\nWORKDIR   srv\n${work}`, only));
    expect(first).toBe(single);
    expect(second).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set([first, second, third]).size).toBe(3);
    const ignored = run(`${from}# sea-trial ignore=relative-workdir so\n${work}RUN b\n${work}\n${work}`, only);
    expect(fingerprints(ignored)).toEqual([second, third]);
    const notices = run(`${from}# sea-trial ignore=nonsense\nRUN a\n# sea-trial ignore=nonsense\nRUN b\n`, only);
    expect(new Set(fingerprints(notices)).size).toBe(2);
  });

  test('keep their fingerprint when lines move or blanks change, and not when the instruction does', () => {
    const print = (text: string): unknown =>
      run(text, { rules: [shellFormStart] }).findings.map((each) => each.fingerprint);
    const first = print(`${start}CMD uvicorn app:app\n`);
    expect(print(`# moved\n\n${start}CMD  uvicorn \\\n  app:app\n`)).toEqual(first);
    expect(print(`${start}CMD uvicorn app:api\n`)).not.toEqual(first);
  });

  test('of one rule at one instruction are one, with further places as evidence and one fix', () => {
    const everyWord = defineRule({
      ...described,
      id: 'every-word',
      on: ['EXPOSE'],
      *check(instruction) {
        for (const word of instruction.words)
          yield {
            at: word.span,
            title: `a port ${word.value}`,
            advice: 'Write 1.',
            fix: {
              title: 'Write 1',
              safety: word.value === '3' ? 'unsafe' : 'safe',
              edits: [{ at: word.span, text: '1' }],
            },
          };
      },
    });
    const { findings } = run(`${start}EXPOSE 2 3\n`, { rules: [everyWord] });
    expect(findings.length).toBe(1);
    expect(findings[0]).toMatchObject({
      title: 'a port 2',
      location: { line: 3, column: 8 },
      evidence: [{ kind: 'source', note: 'a port 3', location: { line: 3, column: 10 } }],
      fix: { safety: 'unsafe', edits: [{ text: '1' }, { text: '1' }] },
    });
  });

  test('take the severity that is set, and are not made by a rule that is off', () => {
    const text = `${start}CMD uvicorn a:a\n`;
    expect(told(run(text, { severities: { 'root-user': 'error', 'shell-form-start': 'off' } }))).toEqual([
      '3:1 root-user error',
    ]);
    const off = { ...rootUser, severity: 'off' } as const;
    expect(told(run(text, { rules: [off] }))).toEqual([]);
    expect(told(run(text, { rules: [off], severities: { 'root-user': 'notice' } }))).toEqual(['3:1 root-user notice']);
  });

  test('a fault of the grammar is one, and the rules still speak of the rest', () => {
    const result = run(`FROM python:3.12\nWORKDIR app\nRUNN true\nUSER app\n`);
    expect(told(result)).toEqual(['2:9 relative-workdir warning', '3:1 dockerfile-parse-error error']);
    expect(result.findings[1]).toMatchObject({
      aliases: ['DL1000'],
      title: 'BuildKit refuses this line: unknown instruction: RUNN',
      fix: { safety: 'safe', edits: [{ location: { line: 3, column: 1, endColumn: 5 }, text: 'RUN' }] },
    });
  });
});

describe('pragmas', () => {
  test('of ours silence the instruction below, by id or alias, and stack', () => {
    const text = `${start}# sea-trial ignore=root-user the platform changes the user\n\n# sea-trial ignore=DL3025,JSONArgsRecommended\nCMD uvicorn a:a\n`;
    const result = run(text);
    expect(told(result)).toEqual([]);
    expect(silenced(result)).toEqual([
      'root-user: the platform changes the user',
      'shell-form-start: `# sea-trial ignore=DL3025,JSONArgsRecommended` at line 5',
    ]);
  });

  test('of ours do not reach another instruction, and are then told to be unused', () => {
    const text = `FROM python:3.12\n# sea-trial ignore=relative-workdir\nUSER app\nWORKDIR app\n`;
    expect(told(run(text))).toEqual(['2:20 unused-ignore notice', '4:9 relative-workdir warning']);
  });

  test('of the whole file stand anywhere', () => {
    const text = `${start}CMD uvicorn a:a\n# sea-trial ignore-file=root-user, shell-form-start because\n`;
    expect(silenced(run(text))).toEqual(['root-user: because', 'shell-form-start: because']);
  });

  test('inside of an instruction are for that instruction', () => {
    const text = `FROM python:3.12\nUSER app\nCMD uvicorn \\\n  # sea-trial ignore=shell-form-start reason\n  a:a\n`;
    expect(silenced(run(text))).toEqual(['shell-form-start: reason']);
  });

  test('that name no check are told, with the nearest name', () => {
    const result = run(
      `FROM python:3.12\n# sea-trial ignore=relativ-workdir,DL9999,SC2086,buildkit/UndefinedVar\nWORKDIR app\nUSER app\n`,
    );
    expect(told(result)).toEqual(['2:20 unknown-ignore notice', '3:9 relative-workdir warning']);
    expect(result.findings[0]).toMatchObject({
      title: '`relativ-workdir` is no check, so this ignores nothing',
      advice: 'Write `relative-workdir`.',
      fix: { edits: [{ location: { line: 2, column: 20, endColumn: 35 }, text: 'relative-workdir' }] },
    });
  });

  test('that name a check of the run, or a rule that is off, are left alone', () => {
    const text = `FROM python:3.12\n# sea-trial ignore=worker-crash-loop,root-user\nUSER app\n`;
    expect(told(run(text, { otherChecks: ['worker-crash-loop'], severities: { 'root-user': 'off' } }))).toEqual([]);
  });

  test("of hadolint silence by its numbers, for one instruction or for the file, and aren't judged", () => {
    const one = `${start}USER app\n# hadolint ignore=DL3025, SC2086, DL1234\nCMD uvicorn a:a\n`;
    expect(silenced(run(one))).toEqual(['shell-form-start: `# hadolint ignore=DL3025,SC2086,DL1234` at line 4']);
    const all = `# hadolint global ignore=DL3025\n${start}USER app\nCMD uvicorn a:a\n`;
    expect(silenced(run(all))).toEqual(['shell-form-start: `# hadolint global ignore=DL3025` at line 1']);
    expect(told(run(all))).toEqual([]);
  });

  test("of BuildKit silence by its names, all of them at once where they say so, and nothing that isn't BuildKit's", () => {
    const text = (skip: string): string => `# check=skip=${skip};error=true\n${start}CMD uvicorn a:a\n`;
    expect(told(run(text('StageNameCasing,JSONArgsRecommended')))).toEqual(['4:1 root-user warning']);
    expect(told(run(text('all')))).toEqual(['4:1 root-user warning']);
    expect(told(run(text('StageNameCasing')))).toEqual(['4:1 root-user warning', '4:5 shell-form-start warning']);
  });

  test.each(['jsonargsrecommended', 'ALL', 'StageNameCasing, JSONArgsRecommended'])(
    'of BuildKit silence nothing where it does not read them so: %s',
    (skip) => {
      expect(told(run(`# check=skip=${skip}\n${start}USER app\nCMD uvicorn a:a\n`))).toEqual([
        '5:5 shell-form-start warning',
      ]);
    },
  );

  test('of BuildKit reach its warning of an empty line between continued ones', () => {
    const text = (value: string): string => `# check=${value}\n${start}USER app\nRUN a \\\n\n  b\n`;
    expect(told(run(text('skip=StageNameCasing')))).toEqual(['6:1 dockerfile-parse-error warning']);
    expect(told(run(text('skip=NoEmptyContinuation')))).toEqual([]);
  });

  test('above the instruction that a rule was asked about silence what it found in another file', () => {
    const elsewhere = defineRule({
      ...described,
      id: 'elsewhere',
      on: ['COPY'],
      *check() {
        const at = { path: 'x.txt', line: 1, column: 1, endLine: 1, endColumn: 2 };
        yield { at, title: 'a flaw', advice: 'Mend it.' };
      },
    });
    const text = (pragma: string): string => `${start}${pragma}\nCOPY . .\n`;
    expect(told(run(text(''), { rules: [elsewhere] }))).toEqual(['1:1 elsewhere warning']);
    expect(told(run(text('# sea-trial ignore=elsewhere'), { rules: [elsewhere] }))).toEqual([]);
  });
});

test.each(['because', ': because', '# because', '- because', '— because'])('a reason is what it says: %s', (reason) => {
  expect(
    silenced(run(`FROM python:3.12\nUSER 1000\n# sea-trial ignore=shell-form-start ${reason}\nCMD uvicorn a:a\n`)),
  ).toEqual(['shell-form-start: because']);
});

test('settings ignore by id and alias, with their reason', () => {
  const result = run(`${start}CMD uvicorn a:a\n`, {
    ignore: [
      { check: 'DL3025', reason: 'ignored by `--ignore DL3025`' },
      { check: 'root-user', reason: 'ignored in `.sea-trial.yml`' },
    ],
  });
  expect(silenced(result)).toEqual([
    'root-user: ignored in `.sea-trial.yml`',
    'shell-form-start: ignored by `--ignore DL3025`',
  ]);
});
