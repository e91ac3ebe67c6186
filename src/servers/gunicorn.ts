import { importReference, onlyInforms } from './app-reference.ts';
import { bindAddress } from './bind.ts';
import { boundIn, filePieces, over, type Configuration } from './configuration.ts';
import { grammarOf, lastOption, readArguments } from './options.ts';
import { pieceOf } from './piece.ts';
import type { Address, CommandWord, GivenOption, Piece, Server, Surroundings } from './server.ts';
import {
  flagSetting,
  numberSetting,
  optionSource,
  sourceOf,
  textSetting,
  truth,
  wholeNumber,
  type Origin,
} from './settings.ts';

const grammar = grammarOf({
  values: [
    ['--access-logformat'],
    ['--access-logfile'],
    ['--asgi-disconnect-grace-period'],
    ['--asgi-lifespan'],
    ['--asgi-loop'],
    ['--backlog'],
    ['--bind', '-b'],
    ['--ca-certs'],
    ['--cert-reqs'],
    ['--certfile'],
    ['--chdir'],
    ['--ciphers'],
    ['--config', '-c'],
    ['--control-socket'],
    ['--control-socket-mode'],
    ['--dirty-app'],
    ['--dirty-graceful-timeout'],
    ['--dirty-threads'],
    ['--dirty-timeout'],
    ['--dirty-workers'],
    ['--dogstatsd-tags'],
    ['--error-logfile', '--log-file'],
    ['--forwarded-allow-ips'],
    ['--forwarder-headers'],
    ['--graceful-timeout'],
    ['--group', '-g'],
    ['--header-map'],
    ['--http2-cleartext'],
    ['--http2-initial-window-size'],
    ['--http2-max-concurrent-streams'],
    ['--http2-max-frame-size'],
    ['--http2-max-header-list-size'],
    ['--http-parser'],
    ['--http-protocols'],
    ['--keep-alive'],
    ['--keyfile'],
    ['--limit-request-field_size'],
    ['--limit-request-fields'],
    ['--limit-request-line'],
    ['--log-config'],
    ['--log-config-json'],
    ['--logger-class'],
    ['--log-level'],
    ['--max-requests'],
    ['--max-requests-jitter'],
    ['--paste', '--paster'],
    ['--pid', '-p'],
    ['--name', '-n'],
    ['--protocol'],
    ['--proxy-allow-from'],
    ['--pythonpath'],
    ['--env', '-e'],
    ['--paste-global'],
    ['--reload-engine'],
    ['--reload-extra-file'],
    ['--root-path'],
    ['--ssl-version'],
    ['--statsd-host'],
    ['--statsd-prefix'],
    ['--log-syslog-to'],
    ['--log-syslog-facility'],
    ['--log-syslog-prefix'],
    ['--threads'],
    ['--timeout', '-t'],
    ['--umask', '-m'],
    ['--user', '-u'],
    ['--uwsgi-allow-from'],
    ['--websocket-max-message-size'],
    ['--worker-class', '-k'],
    ['--worker-connections'],
    ['--worker-tmp-dir'],
    ['--workers', '-w'],
  ],
  flags: [
    ['--capture-output'],
    ['--casefold-http-method'],
    ['--check-config'],
    ['--no-control-socket'],
    ['--daemon', '-D'],
    ['--disable-redirect-access-to-syslog'],
    ['--do-handshake-on-connect'],
    ['--enable-backlog-metric'],
    ['--enable-stdio-inheritance', '-R'],
    ['--initgroups'],
    ['--permit-obsolete-folding'],
    ['--permit-unconventional-http-method'],
    ['--permit-unconventional-http-version'],
    ['--preload'],
    ['--print-config'],
    ['--proxy-protocol'],
    ['--reload'],
    ['--reuse-port'],
    ['--no-sendfile'],
    ['--spew'],
    ['--strip-header-spaces'],
    ['--suppress-ragged-eofs'],
    ['--log-syslog'],
    ['--version', '-v'],
    ['--help', '-h'],
  ],
  abbreviations: true,
});

/** Read in rising order: the configuration file (a Python program), GUNICORN_CMD_ARGS, the command line. */
export const gunicorn: Server = {
  name: 'gunicorn',
  programs: ['gunicorn'],
  read(program, words, surroundings) {
    const extra = wordsOf(surroundings.environment('GUNICORN_CMD_ARGS'));
    const ofEnvironment = readArguments(extra.words, grammar);
    const ofCommand = readArguments(words, grammar);
    const options = [...ofEnvironment.options, ...ofCommand.options];
    if (onlyInforms(options, '--check-config', '--print-config')) return undefined;
    const file = configurationFile(lastOption(options, '--config')?.value, surroundings);
    const open = ofCommand.open || ofEnvironment.open || extra.open;
    const from = (name: string, ...variables: readonly string[]): Origin => ({
      option: lastOption(options, name),
      variables,
      surroundings,
      open,
    });
    const app = ofCommand.positionals[0] ?? filePieces(file, 'wsgi_app')?.[0];
    return {
      server: 'gunicorn',
      program,
      arguments: words,
      ...(app === undefined ? {} : { app: importReference(app) }),
      addresses: addressesOf(
        options.filter((option) => option.name === '--bind'),
        file,
        open,
        surroundings,
      ),
      workers: over(numberSetting(from('--workers', 'WEB_CONCURRENCY'), 1), file, 'workers', wholeNumber),
      reload: over(flagSetting(from('--reload'), false), file, 'reload', truth),
      factory: { kind: 'default', value: false },
      appDirectory: over(textSetting(from('--chdir'), ''), file, 'chdir', (text) => text),
      workerClass: over(textSetting(from('--worker-class'), 'sync'), file, 'worker_class', (text) => text),
      options: ofCommand.options,
      open,
    };
  },
};

function configurationFile(named: Piece | undefined, surroundings: Surroundings): Configuration {
  if (named === undefined) return surroundings.file('gunicorn.conf.py') ?? 'none';
  if (!named.known || named.text.startsWith('python:')) return 'unknown';
  return surroundings.file(named.text.replace(/^file:/, '')) ?? 'unknown';
}

function addressesOf(
  binds: readonly GivenOption[],
  file: Configuration,
  open: boolean,
  surroundings: Surroundings,
): readonly Address[] {
  if (binds.length > 0) {
    return binds.map((bind) =>
      bind.value === undefined
        ? { kind: 'tcp', host: { kind: 'unknown', source: optionSource(bind) }, port: { kind: 'unknown' } }
        : bindAddress(bind.value, 'option', '--bind', 8000),
    );
  }
  if (open || file === 'unknown') return [{ kind: 'unknown' }];
  if (file !== 'none') {
    const bound = boundIn(file, 'bind');
    if (bound !== undefined) return bound;
  }
  const port = surroundings.environment('PORT');
  if (port === undefined) {
    return [{ kind: 'tcp', host: { kind: 'default', value: '127.0.0.1' }, port: { kind: 'default', value: 8000 } }];
  }
  const number = port.known ? wholeNumber(port.text) : undefined;
  const source = sourceOf('environment', 'PORT', port);
  return [
    {
      kind: 'tcp',
      host: { kind: 'default', value: '0.0.0.0' },
      port: number === undefined ? { kind: 'unknown', source } : { kind: 'given', value: number, source },
    },
  ];
}

/** The words of a variable; quotes in it are for a shell's eyes, so then only the run can tell. */
function wordsOf(value: Piece | undefined): { readonly words: readonly CommandWord[]; readonly open: boolean } {
  if (value === undefined) return { words: [], open: false };
  if (!value.known || /["'\\]/.test(value.text)) return { words: [], open: true };
  const words = [...value.text.matchAll(/\S+/g)].map((match) => {
    const piece = pieceOf(value, match.index, match.index + match[0].length);
    return { ...piece, whole: piece.location, form: 'shell' as const };
  });
  return { words, open: false };
}
