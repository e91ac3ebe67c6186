import { expect, test } from 'vitest';
import type { LintedFile } from '../../src/render/lint-json.ts';
import { lintTextForm } from '../../src/render/lint-text.ts';
import { aptLists, exampleDockerfile, loopbackCause, rootUser } from '../support/reports.ts';

const source = exampleDockerfile.replace('"0.0.0.0"', '"127.0.0.1"');

function rendered(files: readonly LintedFile[], { colour = false, unicode = true } = {}): string {
  const form = lintTextForm({ colour, unicode });
  return [...files.map((file) => form.file(file, file.path === 'Dockerfile' ? source : undefined)), form.end()].join(
    '',
  );
}

test('every finding has its source line, and the end counts', () => {
  expect(
    rendered([
      {
        path: 'Dockerfile',
        findings: [{ ...loopbackCause, status: 'suspected' }],
        ignored: [{ finding: rootUser, reason: 'known' }],
      },
      { path: 'odd/Dockerfile', error: 'is not text: it begins with the bytes 7f 45 4c 46' },
      {
        path: 'other/Dockerfile',
        findings: [{ ...aptLists, location: { ...loc, path: 'other/Dockerfile' } }],
        ignored: [],
        fixed: [rootUser],
      },
    ]),
  ).toBe(`error: the server accepts connections from inside its own container only
  ─→ Dockerfile:8:38  loopback-host, suspected
   │
 8 │ CMD ["uvicorn", "app:app", "--host", "127.0.0.1", "--port", "8000", "--wor…
   │                                      ━━━━━━━━━━━ write "0.0.0.0"
   why   Docker forwards port 8000 to the container's network address, and
         nothing listens there.
   fix   Write 0.0.0.0 instead of 127.0.0.1.
         or: sea-trial lint --fix

error: odd/Dockerfile is not text: it begins with the bytes 7f 45 4c 46

notice: apt's package lists stay in the image
  ─→ other/Dockerfile:3:1  apt-lists-left, confirmed, 19.2 MB
   why   Every later pull carries them, and the next apt-get update replaces
         them anyway.
   fix   End that RUN with && rm -rf /var/lib/apt/lists/*.
         or: sea-trial lint --fix

1 error, 1 notice in 2 files; 1 ignored, 1 fixed, 1 file not read
`);
});

const loc = { line: 3, column: 1, endLine: 3, endColumn: 45 };

test('nothing to change is said too', () => {
  expect(rendered([{ path: 'Dockerfile', findings: [], ignored: [] }])).toBe('nothing to change in 1 file\n');
});
