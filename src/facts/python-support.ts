import type { ImageReference } from '../dockerfile/image-reference.ts';
import { officialName } from './base-image.ts';

/** The month in which Python's core team ends the security fixes of a version: https://devguide.python.org/versions/ */
const endsOfLife: Readonly<Record<string, string>> = {
  '2.7': '2020-01',
  '3.0': '2009-06',
  '3.1': '2012-04',
  '3.2': '2016-02',
  '3.3': '2017-09',
  '3.4': '2019-03',
  '3.5': '2020-09',
  '3.6': '2021-12',
  '3.7': '2023-06',
  '3.8': '2024-10',
  '3.9': '2025-10',
  '3.10': '2026-10',
  '3.11': '2027-10',
  '3.12': '2028-10',
  '3.13': '2029-10',
  '3.14': '2030-10',
};

/** The month in which the table was read last. */
const readIn = '2025-12';

/** `2025-10`; undefined for a version that the table does not know. */
export function endOfLife(version: string): string | undefined {
  return Object.hasOwn(endsOfLife, version) ? endsOfLife[version] : undefined;
}

/**
 * Whether a version had reached its end of life on that day. Without a day only what had when the table was read: that stays
 * true for ever.
 */
export function isPastEndOfLife(version: string, today: string | undefined): boolean {
  const end = endOfLife(version);
  return end !== undefined && end <= (today?.slice(0, 7) ?? readIn);
}

/** The version that is supported for longest, by the table. */
export const newestPython = '3.14';

/** The version of Python that an image's name tells: `python:3.8-slim`, `…:python3.8`, `…/python-38`. */
export function pythonVersionOf({ tag = '', ...reference }: ImageReference): string | undefined {
  const name = `${reference.registry}/${reference.repository}`;
  const inTag = /(?:^|[-_.])(?:python|py)-?(?<version>\d\.\d+)(?![\d])/.exec(tag)?.groups?.['version'];
  if (inTag !== undefined) return inTag;
  const compact = /\/python-(?<major>\d)(?<minor>\d{1,2})(?:-minimal)?$/.exec(name)?.groups;
  if (compact !== undefined) return `${compact['major'] ?? ''}.${compact['minor'] ?? ''}`;
  const isPython = officialName({ tag, ...reference }) === 'python' || /(?:^|\/)python$/.test(reference.repository);
  return isPython ? /^v?(?:\d+-)?(?<version>\d\.\d+)(?![\d])/.exec(tag)?.groups?.['version'] : undefined;
}
