const lengths: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** What BuildKit says of a text that is to be a digest such as `sha256:…`; undefined where it is one. */
export function digestProblem(text: string): string | undefined {
  const [, algorithm, encoded = ''] = /^([a-z0-9]+(?:[.+_-][a-z0-9]+)*):([a-zA-Z0-9=_-]+)$/.exec(text) ?? [];
  if (algorithm === undefined) return 'invalid checksum digest format';
  const length = lengths.get(algorithm);
  if (length === undefined) return 'unsupported digest algorithm';
  if (encoded.length !== length) return 'invalid checksum digest length';
  return /^[a-f0-9]+$/.test(encoded) ? undefined : 'invalid checksum digest format';
}
