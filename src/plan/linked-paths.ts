import path from 'node:path';
import { withAbove } from './changed-paths.ts';

/** A link that leads to a link, and so on: more are a circle. */
const mostLinks = 40;

/**
 * The paths under which a path is found once the links on the way are followed: the path itself first, the end of the way last. An
 * absolute link counts from the top, and none leads out of it, as BuildKit reads them.
 */
export function wayThrough(start: string, links: ReadonlyMap<string, string>): readonly string[] {
  const way = [start];
  for (let at = start; links.size > 0 && way.length <= mostLinks;) {
    // The topmost one: what is below is then found elsewhere.
    const link = withAbove(at).findLast((each) => links.has(each));
    const target = link === undefined ? undefined : links.get(link);
    if (link === undefined || target === undefined) break;
    at = path.posix.resolve('/', path.posix.dirname(link), target, at.slice(link.length + 1)).slice(1);
    way.push(at);
  }
  return way;
}
