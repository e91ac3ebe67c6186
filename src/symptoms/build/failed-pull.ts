import { officialName } from '../../facts/base-image.ts';
import { parseImageReference } from '../../dockerfile/image-reference.ts';
import type { Symptoms } from '../symptoms.ts';

/** An image that the build or the start could not get. */
export interface FailedPull {
  /**
   * `absent`: the registry answered that it has none. `unreachable`: nobody answered. `limited`: too many were asked for.
   * `refused`: it wants a login. `platform`: it has the image, for other platforms only.
   */
  readonly kind: 'absent' | 'unreachable' | 'limited' | 'refused' | 'platform';
  readonly image: string;
  /** It is the `# syntax=` image, which reads the Dockerfile. */
  readonly isSyntax: boolean;
  /** The registry's host, where it is said. */
  readonly host?: string;
  readonly line: string;
}

/** In the order in which they decide: the first that is said is the reason. */
const kinds: readonly { readonly kind: FailedPull['kind']; readonly said: RegExp }[] = [
  { kind: 'platform', said: /no match(?:ing)? (?:for platform in manifest|manifest for \S+)/ },
  { kind: 'limited', said: /toomanyrequests|429 Too Many Requests|pull rate limit/i },
  {
    kind: 'unreachable',
    said: /failed to do request|dial tcp|no such host|i\/o timeout|TLS handshake timeout|connection refused|connection reset|x509:|server misbehaving|context deadline exceeded|unexpected EOF|(?:unexpected|received unexpected HTTP) status(?: from \w+ request to \S+)?:? 5\d\d/,
  },
  {
    kind: 'refused',
    said: /authorization failed|authentication required|unauthorized|access denied|\bdenied\b|no basic auth credentials|403 Forbidden|may require (?:authorization|'docker login')/i,
  },
  { kind: 'absent', said: /: not found(?:\s|$)|(?:manifest|name) unknown|no such image/i },
];

/** Docker Hub's words for a name that it does not have; those for a wrong login are others. */
const saysAbsent = /repository does not exist|insufficient_scope/;

export function failedPull({ build, container }: Symptoms): FailedPull | undefined {
  const message = build?.failure.message ?? container?.create.stderr ?? '';
  const image = imageIn(message);
  if (image === undefined) return undefined;
  const told = kinds.find(({ said }) => said.test(message))?.kind;
  if (told === undefined) return undefined;
  const host = /https?:\/\/([\w.:-]+)\//.exec(message)?.[1] ?? /lookup ([\w.-]+)/.exec(message)?.[1];
  return {
    kind: told === 'refused' && isPublic(image) && saysAbsent.test(message) ? 'absent' : told,
    image,
    isSyntax: build?.failure.step?.startsWith('resolve image config for docker-image://') === true,
    line: message.trim(),
    ...(host === undefined ? {} : { host }),
  };
}

/** Docker Hub denies access to names that it does not have; of its official images everyone may read, so there it means that. */
function isPublic(image: string): boolean {
  const reference = parseImageReference(image);
  return reference !== undefined && officialName(reference) !== undefined;
}

/** BuildKit names it before it says what is wrong; `docker run` says `Unable to find image`. */
function imageIn(message: string): string | undefined {
  return (
    /failed to resolve source metadata for (\S+?): /.exec(message)?.[1] ??
    /(?:resolve image config for docker-image:\/\/|load metadata for )(\S+?):? (?:failed|docker|\S+: |pull|unexpected)/.exec(
      message,
    )?.[1] ??
    /Unable to find image '([^']+)' locally/.exec(message)?.[1] ??
    /manifest for (\S+) not found/.exec(message)?.[1]
  );
}
