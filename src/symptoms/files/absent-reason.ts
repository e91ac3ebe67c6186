import type { Facts } from '../../facts/facts.ts';
import { imagePathOf } from './file-trouble.ts';

/**
 * Why a file that the program looks for is not in the image, as far as the repository tells. `ignored`, `not-copied`: it is in the
 * repository. `elsewhere`: the image has it in another place. `case`: it is there in other letter case. `nowhere`: nobody has it.
 */
export interface AbsentReason {
  readonly kind: 'ignored' | 'not-copied' | 'elsewhere' | 'case' | 'nowhere';
  /** Of the repository, relative to the context. */
  readonly file?: string;
  /** Where it is in the image. */
  readonly imagePath?: string;
}

export function absentReason(path: string, facts: Facts): AbsentReason {
  const { context } = facts;
  const found = candidates(path, facts);
  const [file] = found;
  if (file === undefined) return { kind: 'nowhere' };
  const wanted = imagePathOf(path, facts);
  const name = path.split('/').at(-1) ?? path;
  const inImage = found
    .map((each) => ({ file: each, imagePath: facts.imageFiles?.imagePath(each) }))
    .find(({ imagePath }) => imagePath !== undefined);
  if (inImage?.imagePath !== undefined) {
    if (inImage.imagePath === wanted) return { kind: 'nowhere' };
    const isCase = inImage.imagePath.toLowerCase() === wanted?.toLowerCase() || !inImage.imagePath.endsWith(name);
    return { ...inImage, imagePath: inImage.imagePath, kind: isCase ? 'case' : 'elsewhere' };
  }
  return { kind: context.isIgnored(file) ? 'ignored' : 'not-copied', file };
}

/** Files of the repository, or of a folder of it, that may be meant: of the same path, or at least of the same name; the likeliest first. */
function candidates(path: string, facts: Facts): readonly string[] {
  const wanted = path.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  const parts = wanted.split('/');
  const files = facts.context.listing.files.filter(
    (file) => !/(?:^|\/)(?:\.?venv|node_modules|site-packages)\//.test(file),
  );
  for (let from = 0; from < parts.length; from += 1) {
    const end = parts.slice(from).join('/').toLowerCase();
    if (end === '') continue;
    const found = files.filter((file) => {
      const each = file.toLowerCase();
      return each === end || each.endsWith(`/${end}`) || each.startsWith(`${end}/`) || each.includes(`/${end}/`);
    });
    if (found.length > 0) return found;
  }
  return [];
}
