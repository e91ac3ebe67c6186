import { expect, test } from 'vitest';
import { contextInFolder, sharedListings } from '../../src/facts/context-files.ts';
import { filesNamed } from '../../src/facts/context.ts';
import { systemFiles, type Files } from '../../src/ports.ts';

/** A disk on which every folder holds the same two files. */
function disk(): { readonly files: Files; readonly listed: readonly string[] } {
  const listed: string[] = [];
  const files: Files = {
    ...systemFiles,
    realPath: (file) => file,
    list(folder) {
      listed.push(folder);
      return ['a.Dockerfile', 'b.Dockerfile'].map((name) => ({ name, kind: 'file' as const }));
    },
  };
  return { files, listed };
}

function place(folder: string, name: string): Parameters<typeof contextInFolder>[1] {
  return { folder, reportFolder: '', dockerfile: `${folder}/${name}` };
}

test('Dockerfiles of one folder share its listing', () => {
  const { files, listed } = disk();
  const list = sharedListings(files);
  const [one, other] = ['a.Dockerfile', 'b.Dockerfile'].map((name) => contextInFolder(files, place('/x', name), list));
  expect(one?.listing.files).toEqual(['a.Dockerfile', 'b.Dockerfile']);
  expect(other?.listing).toBe(one?.listing);
  expect(listed).toEqual(['/x']);
});

test('no more than eight folders are remembered, and the one asked last is the last to be forgotten', () => {
  const { files, listed } = disk();
  const list = sharedListings(files);
  for (const folder of ['0', '1', '2', '3', '4', '5', '6', '7', '0', '8', '0', '1']) list(`/${folder}`);
  expect(listed).toEqual(['/0', '/1', '/2', '/3', '/4', '/5', '/6', '/7', '/8', '/1']);
});

test('files are found by name in whatever folder they are', () => {
  const listing = { files: ['a/uv.lock', 'my-uv.lock', 'uv.lock'], unvisited: [], truncated: false };
  expect(filesNamed('uv.lock', listing)).toEqual(['a/uv.lock', 'uv.lock']);
  expect(filesNamed('lock', listing)).toEqual([]);
});
