import { locationOf, positionOf } from '../dockerfile/location.ts';
import type { Copy } from '../facts/copies.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix, Location } from '../finding.ts';
import { isServerProgram } from '../servers/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { application, refusedByRunc, requirements, startedBy } from './example.ts';
import { refusedProgram } from '../symptoms/start/refused-program.ts';
import { startPlace } from '../symptoms/start.ts';
import { bringing, startedFile, wordNaming, type StartedFile } from '../symptoms/start/started-file.ts';

const files = {
  'requirements.txt': requirements,
  'app.py': application,
  'entrypoint.sh': '#!/bin/sh\nset -e\nexec "$@"\n',
};
const start = ['ENTRYPOINT ["/app/entrypoint.sh"]', 'CMD ["uvicorn", "app:app", "--host", "0.0.0.0"]'] as const;
const saw = refusedByRunc(126, 'exec: "/app/entrypoint.sh": permission denied');

export const entrypointNotExecutable: Diagnosis = {
  id: 'entrypoint-not-executable',
  blames: 'image',
  summary: 'the file that the container starts may not be executed',
  why: 'COPY keeps the mode that a file has in the repository. Git knows one bit of it, and on Windows, or after a download, it is not set: the script can be read, and not started.',
  references: ['https://docs.docker.com/reference/dockerfile/#copy---chmod'],
  moments: ['create', 'exit'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const refused = refusedProgram(symptoms);
    if (refused === undefined || (refused.kind !== 'locked' && refused.kind !== 'folder')) return;
    const { program, kind } = refused;
    // A server that a user may not reach, such as one below /root, is not a matter of this file's mode.
    if (isServerProgram(program) || program.startsWith('/root/')) return;
    const word = wordNaming(program, facts)?.location ?? startPlace(facts);
    if (kind === 'folder') {
      yield {
        headline: 'what it starts is a folder',
        title: `the start names \`${program}\`, which is a folder`,
        why: 'Only a file can be started.',
        advice: 'Write the program that is to be started before it, or the path of the file inside.',
        ...(word === undefined ? {} : { location: word }),
        evidence: endEvidence(symptoms),
      };
      return;
    }
    const file = startedFile(program, facts) ?? { imagePath: program };
    const copy = bringing(file, facts);
    const place = copy === undefined ? word : locationOf(facts.dockerfile, copy.instruction.span);
    const fix = copy === undefined ? undefined : fixOf(copy, file, facts);
    yield {
      headline: 'what it starts may not be executed',
      title: `\`${program}\` may not be executed: its mode lacks the x`,
      why:
        copy === undefined
          ? 'Whatever makes it in the image leaves it so.'
          : 'COPY keeps the mode that it has in the repository.',
      advice: `Copy it with \`--chmod=755\`, or set the bit in the repository: \`git update-index --chmod=+x ${'path' in file ? file.path : program}\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: endEvidence(symptoms),
      explains: ['command-not-found'],
      ...(fix === undefined ? {} : { fix }),
    };
  },
  examples: [
    {
      title: 'copied with everything else',
      dockerfile: startedBy(...start),
      files,
      saw,
      place: 'Dockerfile:5',
      fixed: 'COPY --chmod=755 entrypoint.sh /app/entrypoint.sh',
    },
    {
      title: 'copied alone',
      dockerfile: startedBy(
        'COPY entrypoint.sh /entrypoint.sh',
        'ENTRYPOINT ["/entrypoint.sh"]',
        'CMD ["uvicorn", "app:app"]',
      ),
      files,
      saw: refusedByRunc(126, 'exec: "/entrypoint.sh": permission denied'),
      place: 'Dockerfile:6',
      fixed: 'COPY --chmod=755 entrypoint.sh /entrypoint.sh',
    },
    {
      title: 'called by a shell',
      dockerfile: startedBy('CMD ["sh", "-c", "./entrypoint.sh uvicorn app:app"]'),
      files,
      saw: { exitCode: 126, log: ['sh: 1: ./entrypoint.sh: Permission denied'] },
      place: 'Dockerfile:5',
      fixed: 'COPY --chmod=755 entrypoint.sh /app/entrypoint.sh',
    },
    {
      title: 'the script is a heredoc of the Dockerfile',
      dockerfile: startedBy('COPY <<EOF /start.sh', '#!/bin/sh', 'exec uvicorn app:app', 'EOF', 'CMD ["/start.sh"]'),
      files,
      saw: refusedByRunc(126, 'exec: "/start.sh": permission denied'),
      place: 'Dockerfile:6',
      fixed: 'COPY --chmod=755 <<EOF /start.sh',
    },
  ],
  confusions: [
    {
      title: 'nothing lies at that path',
      is: 'entrypoint-not-found',
      dockerfile: startedBy('ENTRYPOINT ["/entrypoint.sh"]', 'CMD ["uvicorn", "app:app"]'),
      files,
      saw: refusedByRunc(127, 'exec: "/entrypoint.sh": stat /entrypoint.sh: no such file or directory'),
    },
    {
      title: 'another user may not come to the server itself',
      is: 'unknown',
      dockerfile: startedBy('USER 1000', 'CMD ["/root/.local/bin/uvicorn", "app:app"]'),
      files,
      saw: refusedByRunc(126, 'exec: "/root/.local/bin/uvicorn": permission denied'),
    },
  ],
};

/** The flag where the COPY brings nothing else; else a COPY of the file alone behind it, for the mode of the others is right. */
function fixOf(copy: Copy, file: Pick<StartedFile, 'imagePath'> & Partial<StartedFile>, facts: Facts): Fix | undefined {
  const { instruction } = copy;
  if (instruction.flags.some(({ name }) => name === 'chmod')) return undefined;
  const title = 'Copy it with the mode 755';
  const isAlone =
    (copy.heredocs.length === 1 && copy.sources.length === 0) ||
    (copy.sources.length === 1 && facts.context.kindOf(copy.sources[0]?.text ?? '') === 'file');
  const chmod = '--chmod=755';
  if (isAlone) {
    const end = instruction.keywordSpan.start + instruction.keyword.length;
    return { title, safety: 'safe', edits: [{ location: emptyAt(end, facts), text: ` ${chmod}` }] };
  }
  if (file.path === undefined || /\s/.test(file.path) || copy.from.kind !== 'context') return undefined;
  const text = `\nCOPY ${chmod} ${file.path} ${file.imagePath}`;
  return { title, safety: 'safe', edits: [{ location: emptyAt(instruction.span.end, facts), text }] };
}

function emptyAt(offset: number, { dockerfile }: Facts): Location {
  const { line, column } = positionOf(dockerfile, offset);
  return { path: dockerfile.path, line, column, endLine: line, endColumn: column };
}
