import type { ImageReference } from '../dockerfile/image-reference.ts';
import type { Base } from './stages.ts';
import type { Value } from './state.ts';

const unknown: Value = { known: false };
const root: Value = { known: true, text: 'root' };

/**
 * Docker's official images that do not begin as root, or do not begin in `/`: of all others in the library that a Python
 * server is built on, both are certain.
 */
const notPlain = new Set([
  'elasticsearch',
  'golang',
  'haproxy',
  'jenkins',
  'kibana',
  'logstash',
  'memcached',
  'neo4j',
  'solr',
  'sonarqube',
  'varnish',
]);

/** Images of others that are known to begin as root; their tags do not change it. */
const beginAsRoot: readonly RegExp[] = [
  /^ghcr\.io\/astral-sh\/uv$/,
  /^ghcr\.io\/(?:prefix-dev\/pixi|opencv\/.+)$/,
  /^docker\.io\/(?:tiangolo|nvidia|pytorch|tensorflow|continuumio|condaforge|huggingface|snakepacker)\/.+$/,
  /^nvcr\.io\/nvidia\/.+$/,
  /^public\.ecr\.aws\/(?:docker\/library\/.+|amazonlinux\/amazonlinux|lambda\/python)$/,
  /^mcr\.microsoft\.com\/(?:playwright\/python|playwright|cbl-mariner\/base\/python|azurelinux\/base\/python)$/,
  /^registry\.access\.redhat\.com\/ubi\d+(?:\/ubi(?:-minimal|-micro)?)?$/,
  /^quay\.io\/(?:centos|fedora)\/.+$/,
];

/** The user that a stage begins as. */
export function baseUser(base: Base): Value {
  if (base.kind === 'scratch') return root;
  if (base.kind !== 'image') return unknown;
  const { reference } = base;
  const library = officialName(reference);
  if (library !== undefined) return notPlain.has(library) ? unknown : root;
  const name = `${reference.registry}/${reference.repository}`;
  if (name.startsWith('gcr.io/distroless/'))
    return reference.tag?.includes('nonroot') === true ? { known: true, text: 'nonroot' } : root;
  return beginAsRoot.some((pattern) => pattern.test(name)) ? root : unknown;
}

/** The folder that a stage begins in. */
export function baseWorkdir(base: Base): Value {
  if (base.kind === 'scratch') return { known: true, text: '/' };
  if (base.kind !== 'image') return unknown;
  const library = officialName(base.reference);
  return library !== undefined && !notPlain.has(library) && library !== 'php' && library !== 'ruby'
    ? { known: true, text: '/' }
    : unknown;
}

/** `python`, `debian`: the name of one of Docker's official images, also through Amazon's mirror of them. */
export function officialName(reference: ImageReference): string | undefined {
  const [, name] =
    /^(?:docker\.io\/library|public\.ecr\.aws\/docker\/library)\/([^/]+)$/.exec(
      `${reference.registry}/${reference.repository}`,
    ) ?? [];
  return name;
}

/** An image that is known to bring neither ports nor a command line of its own that matter to a server. */
export function isPlainBase(base: Base): boolean {
  return base.kind === 'scratch' || baseUser(base).known;
}
