import path from 'node:path';
import type { Given, Placed } from './given.ts';
import type { OptionName } from './options.ts';

/** Where a path was written, and from where it is to be seen: absolute folders. */
interface Way {
  readonly from: string;
  readonly to: string;
}

type Rebase = (text: string, way: Way) => string;

const asPath: Rebase = (text, { from, to }) =>
  path.isAbsolute(text) ? text : path.relative(to, path.resolve(from, text)) || '.';
/** `ID=PATH`. */
const behindEquals: Rebase = (text, way) => {
  const at = text.indexOf('=');
  return at === -1 ? text : `${text.slice(0, at)}=${asPath(text.slice(at + 1), way)}`;
};
/** A named context is a folder only where it is no address, and no image. */
const asContext: Rebase = (text, way) => (/^[^=]*=(?:[\w+-]+:|git@)/.test(text) ? text : behindEquals(text, way));

const paths: ReadonlyMap<OptionName, Rebase> = new Map([
  ['context', asPath],
  ['file', asPath],
  ['env-file', asPath],
  ['compose-file', asPath],
  ['report-file', asPath],
  ['html-file', asPath],
  ['sarif-file', asPath],
  ['observation-file', asPath],
  ['secret-files', behindEquals],
  ['build-contexts', asContext],
]);

/** Paths that are written as seen from one folder, made such as are seen from another. */
export function rebased(given: Given, way: Way): Given {
  if (path.relative(way.to, way.from) === '') return given;
  const entries = [...given].map(([name, values]): [OptionName, readonly Placed[]] => {
    const rebase = paths.get(name);
    return [name, rebase === undefined ? values : values.map((each) => ({ ...each, text: rebase(each.text, way) }))];
  });
  return new Map(entries);
}
