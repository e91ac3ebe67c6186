import type { ContainerObservation } from '../observation.ts';
import { settleBySize } from './left-in-image.ts';
import type { Probe } from './probe.ts';

export const packageCache: Probe = {
  id: 'package-cache',
  summary: "How many bytes of pip's, uv's and poetry's caches are in the image",
  why: 'The caches of root and of the user that the image names are measured where the tools keep them, or where PIP_CACHE_DIR and UV_CACHE_DIR point.',
  settles: ['pip-cache-kept'],
  measures: ({ container }) => cachePaths(container),
  settle: (asked) => settleBySize(cachePaths(asked.container), asked, 'caches of package managers in the image'),
};

function cachePaths({ image }: ContainerObservation): readonly string[] {
  const environment = new Map(
    image.environment.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
  const homes = new Set(['/root', environment.get('HOME') ?? '/root']);
  const kept = [environment.get('PIP_CACHE_DIR'), environment.get('UV_CACHE_DIR'), environment.get('POETRY_CACHE_DIR')];
  return [
    ...[...homes].flatMap((home) => ['pip', 'uv', 'pypoetry'].map((tool) => `${home}/.cache/${tool}`)),
    ...kept.filter((path) => path !== undefined && path.startsWith('/')).map((path) => `${path}`),
  ];
}
