import { importReference, onlyInforms } from './app-reference.ts';
import { bindAddress } from './bind.ts';
import { boundIn, filePieces, over, type Configuration } from './configuration.ts';
import { grammarOf, lastOption, readArguments } from './options.ts';
import type { Address, GivenOption, Server, Setting, Surroundings } from './server.ts';
import { flagSetting, numberSetting, textSetting, truth, wholeNumber, type Origin } from './settings.ts';

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

/** It reads no variables. A configuration file that is named, in TOML or Python, counts where the command line says nothing. */
export const hypercorn: Server = {
  name: 'hypercorn',
  programs: ['hypercorn'],
  read(program, words, surroundings) {
    const { options, positionals, open } = readArguments(words, grammar);
    if (onlyInforms(options)) return undefined;
    const file = configurationFile(lastOption(options, '--config'), surroundings);
    const from = (name: string): Origin => ({ option: lastOption(options, name), variables: [], surroundings, open });
    const app = positionals[0] ?? filePieces(file, 'application_path')?.[0];
    const notSet: Setting<boolean> = { kind: 'default', value: false };
    return {
      server: 'hypercorn',
      program,
      arguments: words,
      ...(app === undefined ? {} : { app: withoutMode(importReference(app)) }),
      addresses: addressesOf(options, file, open),
      workers: over(numberSetting(from('--workers'), 1), file, 'workers', wholeNumber),
      reload: over(flagSetting(from('--reload'), false), file, 'use_reloader', truth),
      factory: notSet,
      appDirectory: { kind: 'default', value: '' },
      workerClass: over(textSetting(from('--worker-class'), 'asyncio'), file, 'worker_class', (text) => text),
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

/** `hypercorn.toml`, `file:settings.py`; only the run can tell what a module behind `python:` says. */
function configurationFile(option: GivenOption | undefined, surroundings: Surroundings): Configuration {
  if (option === undefined) return 'none';
  const { value } = option;
  if (value?.known !== true || value.text.startsWith('python:')) return 'unknown';
  return surroundings.file(value.text.replace(/^file:/, '')) ?? 'unknown';
}

/** With certificates `--bind` is TLS, and `--insecure-bind` adds plain addresses; QUIC is UDP. */
function addressesOf(options: readonly GivenOption[], file: Configuration, open: boolean): readonly Address[] {
  const given = options.filter((option) => option.name === '--bind' || option.name === '--insecure-bind');
  if (!given.some((option) => option.name === '--bind')) {
    if (open || file === 'unknown') return [{ kind: 'unknown' }];
    const bound = file === 'none' ? undefined : boundIn(file, 'bind');
    if (bound !== undefined) return bound;
    if (given.length === 0)
      return [{ kind: 'tcp', host: { kind: 'default', value: '127.0.0.1' }, port: { kind: 'default', value: 8000 } }];
  }
  return given.map((option) =>
    option.value === undefined ? { kind: 'unknown' } : bindAddress(option.value, 'option', option.name, 8000),
  );
}
