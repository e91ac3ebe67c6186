import type { Asked, Probe } from './probe.ts';
import { settleBySize } from './left-in-image.ts';

export const packageCache: Probe = {
  id: 'package-cache',
  summary: 'How many bytes of the caches of package managers are in the image',
  why: 'The caches are measured where the tools keep them, for root and for the user that the image names, or where a variable such as PIP_CACHE_DIR points.',
  settles: ['pip-cache-kept', 'yarn-cache-kept', 'apk-cache-kept', 'package-cache-kept'],
  measures: cachePaths,
  settle: (asked) => settleBySize(cachePaths(asked), asked, 'caches of package managers in the image'),
};

/** Where each keeps it: below the folder of a user, where a variable says, and for the whole system. */
const caches: Readonly<Record<string, Readonly<Record<'home' | 'variables' | 'system', readonly string[]>>>> = {
  'pip-cache-kept': {
    home: ['.cache/pip', '.cache/uv', '.cache/pypoetry'],
    variables: ['PIP_CACHE_DIR', 'UV_CACHE_DIR', 'POETRY_CACHE_DIR'],
    system: [],
  },
  'yarn-cache-kept': {
    home: ['.cache/yarn'],
    variables: ['YARN_CACHE_FOLDER'],
    system: ['/usr/local/share/.cache/yarn'],
  },
  'apk-cache-kept': { home: [], variables: [], system: ['/var/cache/apk', '/etc/apk/cache'] },
  'package-cache-kept': {
    home: [],
    variables: [],
    system: ['/var/cache/yum', '/var/cache/dnf', '/var/cache/libdnf5', '/var/cache/zypp'],
  },
};

function cachePaths({ finding, container: { image } }: Asked): readonly string[] {
  const { home, variables, system } = caches[finding.check] ?? { home: [], variables: [], system: [] };
  const environment = new Map(
    image.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const [user = ''] = image.user.split(':');
  const homes = new Set(['/root', environment.get('HOME') ?? '/root']);
  if (/^[a-z_][\w-]*$/i.test(user) && user !== 'root') homes.add(`/home/${user}`);
  return [
    ...[...homes].flatMap((folder) => home.map((cache) => `${folder}/${cache}`)),
    ...variables.flatMap((name) => {
      const path = environment.get(name);
      return path?.startsWith('/') === true ? [path] : [];
    }),
    ...system,
  ];
}
