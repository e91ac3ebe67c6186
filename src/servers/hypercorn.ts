import { importReference, onlyInforms } from './app-reference.ts';
import { bindAddress } from './bind.ts';
import { grammarOf, lastOption, readArguments } from './options.ts';
import type { Address, GivenOption, Server, Setting } from './server.ts';
import { flagSetting, numberSetting, textSetting, type Origin } from './settings.ts';

const grammar = grammarOf({
  values: [
    ['--access-log'],
    ['--access-logfile'],
    ['--access-logformat'],
    ['--backlog'],
    ['--bind', '-b'],
    ['--ca-certs'],
    ['--certfile'],
    ['--cert-reqs'],
    ['--ciphers'],
    ['--config', '-c'],
    ['--error-log'],
    ['--error-logfile', '--log-file'],
    ['--graceful-timeout'],
    ['--read-timeout'],
    ['--max-requests'],
    ['--max-requests-jitter'],
    ['--group', '-g'],
    ['--worker-class', '-k'],
    ['--keep-alive'],
    ['--keyfile'],
    ['--keyfile-password'],
    ['--insecure-bind'],
    ['--log-config'],
    ['--log-level'],
    ['--pid', '-p'],
    ['--quic-bind'],
    ['--root-path'],
    ['--server-name'],
    ['--statsd-host'],
    ['--statsd-prefix'],
    ['--umask', '-m'],
    ['--user', '-u'],
    ['--verify-mode'],
    ['--websocket-ping-interval'],
    ['--workers', '-w'],
  ],
  flags: [['--daemon', '-D'], ['--debug'], ['--reload'], ['--version'], ['--help', '-h']],
  abbreviations: true,
});

/** It reads no variables; a configuration file that is named may set anything that the command line does not. */
export const hypercorn: Server = {
  name: 'hypercorn',
  programs: ['hypercorn'],
  read(program, words, surroundings) {
    const { options, positionals, open: openWord } = readArguments(words, grammar);
    if (onlyInforms(options)) return undefined;
    const open = openWord || lastOption(options, '--config') !== undefined;
    const from = (name: string): Origin => ({ option: lastOption(options, name), variables: [], surroundings, open });
    const app = positionals[0];
    const notSet: Setting<boolean> = { kind: 'default', value: false };
    return {
      server: 'hypercorn',
      program,
      arguments: words,
      ...(app === undefined ? {} : { app: withoutMode(importReference(app)) }),
      addresses: addressesOf(options, open),
      workers: numberSetting(from('--workers'), 1),
      reload: flagSetting(from('--reload'), false),
      factory: notSet,
      appDirectory: { kind: 'default', value: '' },
      workerClass: textSetting(from('--worker-class'), 'asyncio'),
      options,
      open,
    };
  },
};

/** `asgi:package.module:app` and `wsgi:…` say how the application is called. */
function withoutMode(app: ReturnType<typeof importReference>): ReturnType<typeof importReference> {
  if (app.module !== 'asgi' && app.module !== 'wsgi') return app;
  const start = app.module.length + 1;
  const rest = importReference({ ...app, text: app.text.slice(start) });
  return app.literal && app.location.line === app.location.endLine
    ? { ...rest, location: { ...app.location, column: app.location.column + start } }
    : { ...rest, literal: false };
}

/** With certificates `--bind` is TLS, and `--insecure-bind` adds plain addresses; QUIC is UDP. */
function addressesOf(options: readonly GivenOption[], open: boolean): readonly Address[] {
  const given = options.filter((option) => option.name === '--bind' || option.name === '--insecure-bind');
  if (!given.some((option) => option.name === '--bind')) {
    if (open) return [{ kind: 'unknown' }];
    if (given.length === 0)
      return [{ kind: 'tcp', host: { kind: 'default', value: '127.0.0.1' }, port: { kind: 'default', value: 8000 } }];
  }
  return given.map((option) =>
    option.value === undefined ? { kind: 'unknown' } : bindAddress(option.value, 'option', option.name, 8000),
  );
}
