import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

const manifestSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.optional(v.string(), 'unknown licence'),
});

/**
 * The licences of all packages of which a module is in a bundle, from webpack's account of it. ncc's own list leaves out what
 * webpack has merged into one module, undici and octokit among it.
 */
export function licensesOf(statistics: readonly string[]): string {
  const folders = new Set(statistics.flatMap(packageFolders));
  const entries = [...folders].map((folder) => {
    const { name, version, license } = v.parse(
      manifestSchema,
      JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
    );
    const texts = readdirSync(folder)
      .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file))
      .toSorted()
      .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
    return [`${name} ${version}`, license, ...texts].join('\n\n');
  });
  return `${[...new Set(entries)].toSorted().join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** The folders of the packages whose modules webpack read; a package may lie inside another one. */
function packageFolders(statistics: string): readonly string[] {
  return [...statistics.matchAll(/"nameForCondition":"([^"]+)"/g)].flatMap(
    ([, file = '']) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? [],
  );
}
