/** An image's name with Docker's defaults filled in: `python:3.11-slim` is `docker.io/library/python`, tag `3.11-slim`. */
export interface ImageReference {
  /** `docker.io` where none is written; with its port. */
  readonly registry: string;
  /** `library/python`. */
  readonly repository: string;
  /** As written; Docker takes `latest` where there is neither tag nor digest. */
  readonly tag?: string;
  /** `sha256:…`. */
  readonly digest?: string;
}

// The grammar of github.com/distribution/reference: reference.go.
const domain = String.raw`(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?`;
const component = String.raw`[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*`;
const whole = new RegExp(
  String.raw`^(?:(?<registry>${domain})/)?(?<repository>${component}(?:/${component})*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$`,
);

/** Docker takes 255 characters of name, 128 of tag and a digest; a longer text need not be tried. */
const longest = 1000;

/** Undefined where the text is no reference that Docker would take. */
export function parseImageReference(text: string): ImageReference | undefined {
  const groups = text.length > longest ? undefined : whole.exec(text)?.groups;
  if (groups?.['repository'] === undefined) return undefined;
  const { registry: written, repository, tag, digest } = groups;
  // Without a dot or a port, and not localhost, the first part is no registry but a user of Docker Hub.
  const isRegistry =
    written !== undefined && (/[.:]/.test(written) || written === 'localhost' || written !== written.toLowerCase());
  const path = written === undefined || isRegistry ? repository : `${written}/${repository}`;
  const registry = isRegistry && written !== 'index.docker.io' ? written : 'docker.io';
  return {
    registry,
    repository: registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}
