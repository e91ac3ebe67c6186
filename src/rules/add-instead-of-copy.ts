import type { Instruction } from '../dockerfile/model.ts';
import type { Copy, CopySource } from '../facts/copies.ts';
import { hasArchiveName } from './archive-name.ts';
import { defineRule, dockerfile, type ClaimFix } from './rule.ts';

export const addInsteadOfCopy = defineRule({
  id: 'add-instead-of-copy',
  aliases: ['DL3020'],
  severity: 'warning',
  summary: 'ADD copies plain files, which is what COPY is for',
  why: '`ADD` also unpacks archives and fetches addresses, so what arrives depends on what a file holds. `COPY` copies and does nothing else.',
  references: [
    'https://docs.docker.com/build/building/best-practices/#add-or-copy',
    'https://docs.docker.com/reference/dockerfile/#add',
  ],
  bad: [
    {
      title: 'a folder',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        ADD . /srv
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        WORKDIR /srv
        COPY . /srv
        `,
    },
    {
      title: 'an archive that ADD does not unpack',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ADD --chown=1000:1000 ["data.zip", "/srv/"]
        `,
      fixed: dockerfile`
        FROM python:3.12-slim
        COPY --chown=1000:1000 ["data.zip", "/srv/"]
        `,
    },
    {
      title: 'a file beside an address',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ADD app.py https://example.com/data.json /srv/
        `,
    },
  ],
  good: [
    {
      title: 'an archive',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ADD rootfs.tar.gz /
        `,
    },
    {
      title: 'an address, and a repository',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ADD https://example.com/data.json /srv/
        ADD git@github.com:example/project.git /srv/project
        `,
    },
    {
      title: 'a name that only the build knows',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        ARG ROOT
        ADD $ROOT /
        `,
    },
  ],
  on: ['ADD'],
  *check(instruction, { dockerfile: file, facts }) {
    const copy = facts.copyOf(instruction);
    if (copy === undefined || instruction.flags.some(({ name }) => name === 'unpack')) return;
    const plain = copy.sources.filter(isPlain);
    if (plain.length === 0 && copy.heredocs.length === 0) return;
    const { keywordSpan } = instruction;
    const written = file.text.slice(keywordSpan.start, keywordSpan.end);
    const fix = plain.length === copy.sources.length ? toCopy(instruction, copy, written) : undefined;
    const [first] = plain;
    yield {
      at: keywordSpan,
      title: `\`ADD\` copies ${first === undefined ? 'a heredoc' : `\`${first.text}\``}, which needs nothing of it`,
      advice: fix === undefined ? 'Copy the plain files by a `COPY` of their own.' : 'Write `COPY`.',
      ...(fix === undefined ? {} : { fix }),
    };
  },
});

/** What only the build knows may be an archive. */
function isPlain({ text, known, remote }: CopySource): boolean {
  return known && !remote && !/^(?:https?|ssh):\/\//i.test(text) && !hasArchiveName(text);
}

const flagsOfCopy = new Set(['chown', 'chmod', 'link', 'exclude']);

function toCopy({ flags, keywordSpan }: Instruction, { sources }: Copy, written: string): ClaimFix | undefined {
  if (flags.some(({ name }) => !flagsOfCopy.has(name))) return undefined;
  // A pattern may reach an archive, which COPY leaves packed.
  const surely = sources.every(({ text }) => !/[*?[]/.test(text));
  const text = written === written.toLowerCase() ? 'copy' : 'COPY';
  return { title: 'Write COPY', safety: surely ? 'safe' : 'unsafe', edits: [{ at: keywordSpan, text }] };
}
