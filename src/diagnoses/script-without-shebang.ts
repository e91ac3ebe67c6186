import { literal } from '../literal.ts';
import type { Fix } from '../finding.ts';
import { locationOf } from '../dockerfile/location.ts';
import { fittingTitle } from '../symptoms/fitting.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis, Recognised } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { application, requirements, startedBy } from './example.ts';
import { linePlace } from '../symptoms/place.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { startPlace } from '../symptoms/start.ts';
import { startedFile } from '../symptoms/start/started-file.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };
const dockerfile = startedBy('ENTRYPOINT ["/app/entrypoint.sh"]', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]');
const saw = { exitCode: 255, log: ['exec /app/entrypoint.sh: exec format error'] };

/** What editors of Windows put before the first letter of a text. */
const byteOrderMark = '\uFEFF';

export const scriptWithoutShebang: Diagnosis = {
  id: 'script-without-shebang',
  blames: 'image',
  summary: 'the file that is started does not begin with `#!` and an interpreter',
  why: 'The kernel reads the first two bytes of a file to know how to start it. Without `#!`, with a byte order mark before it, or in an empty file, it says `exec format error`. A shell is more lenient, so the script works by hand.',
  references: ['https://man7.org/linux/man-pages/man2/execve.2.html'],
  moments: ['create', 'exit'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const refused = refusedProgram(symptoms);
    const file = refused?.kind === 'foreign' ? startedFile(refused.program, facts) : undefined;
    if (refused?.kind === 'foreign' && file === undefined) {
      yield* writtenByStep(refused.program, symptoms);
      return;
    }
    if (file?.text === undefined || file.text.includes('\0')) return;
    const { text, name, path } = file;
    const hasMark = text.startsWith(byteOrderMark);
    if (!hasMark && text.startsWith('#!')) return;
    const shebang = name.endsWith('.py') ? '#!/usr/bin/env python3' : '#!/bin/sh';
    const line = linePlace(facts, path, 1)?.location ?? startPlace(facts);
    const isEmpty = text.trim() === '';
    yield {
      headline: isEmpty ? 'the script that is started is empty' : 'the script that is started has no first line `#!`',
      title: isEmpty
        ? `\`${name}\` is empty, so the kernel cannot start it`
        : hasMark
          ? `a byte order mark stands before the first line of \`${name}\``
          : `\`${name}\` does not begin with \`#!\` and its interpreter`,
      why: 'The kernel does not know what it is, and says `exec format error`.',
      advice: isEmpty
        ? 'Write the script, or start the server itself.'
        : hasMark
          ? 'Save it as UTF-8 without a byte order mark.'
          : `Write \`${shebang}\` as its first line.`,
      ...(line === undefined ? {} : { location: line }),
      evidence: endEvidence(symptoms),
      ...(isEmpty ? {} : { fix: fixOf(name, text, hasMark, shebang) }),
    };
  },
  examples: [
    {
      title: 'a step of the build writes it',
      dockerfile:
        'FROM python:3.11-slim\nRUN echo "uvicorn app:app --host 0.0.0.0" > /run.sh && chmod +x /run.sh\nENTRYPOINT ["/run.sh"]\n',
      saw: { exitCode: 255, log: ['exec /run.sh: exec format error'] },
      place: 'Dockerfile:2',
    },
    {
      title: 'no interpreter is named',
      dockerfile,
      files: { ...files, 'entrypoint.sh': 'set -e\nexec "$@"\n' },
      saw,
      place: 'entrypoint.sh:1',
      fixed: '#!/bin/sh',
    },
    {
      title: 'a byte order mark',
      dockerfile,
      files: { ...files, 'entrypoint.sh': `${byteOrderMark}#!/bin/sh\nexec "$@"\n` },
      saw,
      place: 'entrypoint.sh:1',
      fixed: '#!/bin/sh',
    },
    {
      title: 'an empty file',
      dockerfile,
      files: { ...files, 'entrypoint.sh': '' },
      saw,
      place: 'entrypoint.sh:1',
    },
  ],
  confusions: [
    {
      title: 'a program that was compiled for another machine',
      is: 'wrong-architecture-binary',
      dockerfile: startedBy('CMD ["/app/serve"]'),
      files: { ...files, serve: '\u007FELF\u0002\u0001\u0001\0\0\0\0\0\0\0\0\0\u0002\0\uFFFD\0' },
      saw: { exitCode: 255, log: ['exec /app/serve: exec format error'] },
    },
  ],
};

/** A RUN writes it by `echo … > /run.sh`: it is text, and the first word is not `#!`. */
function* writtenByStep(program: string, symptoms: Symptoms): Iterable<Recognised> {
  const { facts } = symptoms;
  const name = literal(program.slice(program.lastIndexOf('/') + 1));
  const writes = new RegExp(String.raw`\b(?:echo|printf|cat)\b[^>]*>>?\s*["']?\S*\b${name}\b`);
  const step = facts.imageInstructions.findLast(({ keyword, text }) => keyword === 'RUN' && writes.test(text));
  if (step === undefined || step.text.includes('#!')) return;
  yield {
    headline: 'the script that is started has no first line `#!`',
    title: fittingTitle(
      `\`${program}\` does not begin with \`#!\` and its interpreter`,
      'the script that is started does not begin with `#!`',
    ),
    why: 'The kernel does not know what it is, and says `exec format error`.',
    advice: 'Write `#!/bin/sh` as its first line; a heredoc, `COPY <<EOF`, holds a script of several lines.',
    location: locationOf(facts.dockerfile, step.span),
    evidence: endEvidence(symptoms),
  };
}

function fixOf(path: string, text: string, hasMark: boolean, shebang: string): Fix {
  const at = { path, line: 1, column: 1, endLine: 1 };
  const isRight = text.startsWith(`${byteOrderMark}#!`);
  return {
    title: hasMark ? 'Take the byte order mark away' : `Begin it with \`${shebang}\``,
    safety: 'safe',
    edits: [{ location: { ...at, endColumn: hasMark ? 2 : 1 }, text: isRight ? '' : `${shebang}\n` }],
  };
}
