import { expect, test } from 'vitest';
import type { Diagnosis } from '../../src/diagnoses/diagnosis.ts';
import { checkPage, checksPage } from '../../src/render/check-page.ts';
import { defineRule, dockerfile } from '../../src/rules/rule.ts';

const rule = defineRule({
  id: 'loopback-host',
  aliases: ['DL0001'],
  severity: 'error',
  summary: 'uvicorn listens on `127.0.0.1`, where nobody can reach it',
  why: 'Docker forwards to another address.',
  references: ['https://example.org/rule', 'https://example.org/both'],
  bad: [
    {
      title: 'the default',
      dockerfile: dockerfile`
        FROM python:3.11-slim
        CMD ["uvicorn", "app:app"]
      `,
      files: { 'app.py': 'app = 1\n', '.env': '' },
      fixed: dockerfile`
        FROM python:3.11-slim
        CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
      `,
    },
  ],
  good: [{ title: 'every address', dockerfile: 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]\n' }],
  on: ['CMD'],
  *check() {},
});

const diagnosis: Diagnosis = {
  id: 'loopback-host',
  blames: 'image',
  summary: 'the server accepts connections from inside its own container only',
  why: 'Nothing listens at the address to which docker forwards.',
  references: ['https://example.org/both'],
  examples: [
    {
      title: 'uvicorn by default',
      dockerfile: 'FROM python\n',
      saw: { listening: ['127.0.0.1:8000'], answers: ['reset'], log: ['```', 'INFO: running'], waitedMs: 1600 },
      place: 'Dockerfile:8',
    },
  ],
  moments: ['silent'],
  confusions: [],
  recognise: () => [],
};

test('a rule and a diagnosis of one flaw share a page with two sections', () => {
  expect(checkPage({ id: 'loopback-host', rule, diagnosis })).toBe(`# loopback-host

## What lint sees

Uvicorn listens on \`127.0.0.1\`, where nobody can reach it.

**Error**. Also known as \`DL0001\`.

Docker forwards to another address.

### Told: the default

\`\`\`dockerfile
FROM python:3.11-slim
CMD ["uvicorn", "app:app"]
\`\`\`

\`app.py\`:

\`\`\`python
app = 1
\`\`\`

\`.env\` is there, and empty.

Fixed:

\`\`\`dockerfile
FROM python:3.11-slim
CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
\`\`\`

### Fine: every address

\`\`\`dockerfile
CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]
\`\`\`

## What a trial sees

The server accepts connections from inside its own container only.

The trial **failed**: the image is to blame.

Nothing listens at the address to which docker forwards.

### Seen: uvicorn by default

\`\`\`dockerfile
FROM python
\`\`\`

- It listened on \`127.0.0.1:8000\`
- Requests ended: \`reset\`
- It was decided after 1.6\u00a0s

\`\`\`\`text
\`\`\`
INFO: running
\`\`\`\`

The place to change: \`Dockerfile:8\`.

## Leave it out

Above the instruction, with the reason; or by the setting \`ignore\`:

\`\`\`dockerfile
# sea-trial ignore=loopback-host the reason
\`\`\`

## Read more

- <https://example.org/rule>
- <https://example.org/both>
`);
});

test('a diagnosis alone has neither a section of its own nor a pragma', () => {
  const page = checkPage({ id: 'loopback-host', diagnosis });
  expect(page).not.toContain('## What a trial sees');
  expect(page).toContain('\n## Seen: uvicorn by default\n');
  expect(page).not.toContain('## Leave it out');
});

test('a probe says what it settles', () => {
  const probe = {
    id: 'apt-lists',
    summary: 'how many bytes of package lists are in the image',
    why: 'The sizes stand in the headers.',
    settles: ['apt-lists-left'],
    settle: () => undefined,
  };
  expect(checkPage({ id: 'apt-lists', probe })).toBe(
    '# apt-lists\n\nHow many bytes of package lists are in the image.\n\nThe sizes stand in the headers.\n\nIt settles what lint suspects: [apt-lists-left](apt-lists-left.md).\n',
  );
});

test('the table of all checks has a row each', () => {
  expect(
    checksPage([{ id: 'loopback-host', rule, diagnosis }])
      .split('\n')
      .slice(4),
  ).toEqual([
    '| Check | What it says | Severity | Seen by | Also known as |',
    '|:--|:--|:--|:--|:--|',
    '| [loopback-host](loopback-host.md) | Uvicorn listens on `127.0.0.1`, where nobody can reach it. | error | lint, trial | `DL0001` |',
    '',
  ]);
});
