/** What a flag takes: a value, or true and false, or nothing; and whether it may be given more than once. */
export type FlagKind = 'value' | 'boolean' | 'values';

export type Flags = ReadonlyMap<string, FlagKind>;

const none: Flags = new Map();

/** The instructions that BuildKit knows, and their flags. */
export const keywords: ReadonlyMap<string, Flags> = new Map([
  [
    'ADD',
    flags({
      chown: 'value',
      chmod: 'value',
      link: 'boolean',
      'keep-git-dir': 'boolean',
      checksum: 'value',
      unpack: 'boolean',
      exclude: 'values',
    }),
  ],
  ['ARG', none],
  ['CMD', none],
  [
    'COPY',
    flags({ from: 'value', chown: 'value', chmod: 'value', link: 'boolean', parents: 'boolean', exclude: 'values' }),
  ],
  ['ENTRYPOINT', none],
  ['ENV', none],
  ['EXPOSE', none],
  ['FROM', flags({ platform: 'value' })],
  [
    'HEALTHCHECK',
    flags({
      interval: 'value',
      timeout: 'value',
      'start-period': 'value',
      'start-interval': 'value',
      retries: 'value',
    }),
  ],
  ['LABEL', none],
  ['MAINTAINER', none],
  ['ONBUILD', none],
  ['RUN', flags({ mount: 'values', network: 'value', security: 'value', device: 'values' })],
  ['SHELL', none],
  ['STOPSIGNAL', none],
  ['USER', none],
  ['VOLUME', none],
  ['WORKDIR', none],
]);

function flags(kinds: Readonly<Record<string, FlagKind>>): Flags {
  return new Map(Object.entries(kinds));
}
