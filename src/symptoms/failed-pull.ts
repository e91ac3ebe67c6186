import type { Symptoms } from './symptoms.ts';

/** An image that the build or the start could not get. */
export interface FailedPull {
  /** `absent`: the registry answered that it has none. `unreachable`: nobody answered. `refused`: it wants a login, or says too many came. */
  readonly kind: 'absent' | 'unreachable' | 'refused';
  readonly image: string;
  /** The registry's host, where it is said. */
  readonly host?: string;
  readonly line: string;
}

const unreachable =
  /failed to do request|dial tcp|no such host|i\/o timeout|TLS handshake timeout|connection refused|x509:|server misbehaving|context deadline exceeded|unexpected EOF|received unexpected HTTP status: 5\d\d/;
const refused =
  /toomanyrequests|authorization failed|authentication required|unauthorized|access denied|denied:|may require 'docker login'/i;
const absent = /: not found\s*$|manifest unknown|name unknown|not found: manifest|no such image/i;

export function failedPull({ build, container }: Symptoms): FailedPull | undefined {
  const message = build?.failure.message ?? container?.create.stderr ?? '';
  const image = imageIn(message);
  if (image === undefined) return undefined;
  const host = /https?:\/\/([\w.:-]+)\//.exec(message)?.[1] ?? /lookup ([\w.-]+)/.exec(message)?.[1];
  const kind = unreachable.test(message)
    ? 'unreachable'
    : refused.test(message)
      ? 'refused'
      : absent.test(message)
        ? 'absent'
        : undefined;
  return kind === undefined
    ? undefined
    : { kind, image, line: message.trim(), ...(host === undefined ? {} : { host }) };
}

/** BuildKit names it before it says what is wrong; `docker run` says `Unable to find image`. */
function imageIn(message: string): string | undefined {
  return (
    /(?:failed to resolve source metadata for|resolve image config for docker-image:\/\/|load metadata for) (\S+?):? (?:failed|docker|\S+: |pull|unexpected)/
      .exec(message)?.[1]
      ?.replace(/:$/, '') ??
    /failed to resolve source metadata for (\S+?): /.exec(message)?.[1] ??
    /Unable to find image '([^']+)' locally/.exec(message)?.[1]
  );
}
