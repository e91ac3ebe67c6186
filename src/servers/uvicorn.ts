import { importReference, onlyInforms } from './app-reference.ts';
import { grammarOf, lastOption, readArguments } from './options.ts';
import type { Address, GivenOption, Server, Setting, Surroundings } from './server.ts';
import { flagSetting, numberSetting, sourceOf, textSetting, type Origin } from './settings.ts';

const grammar = grammarOf({
  values: [
    ['--host'],
    ['--port'],
    ['--uds'],
    ['--fd'],
    ['--reload-dir'],
    ['--reload-include'],
    ['--reload-exclude'],
    ['--reload-delay'],
    ['--workers'],
    ['--loop'],
    ['--http'],
    ['--ws'],
    ['--ws-max-size'],
    ['--ws-max-queue'],
    ['--ws-ping-interval'],
    ['--ws-ping-timeout'],
    ['--ws-per-message-deflate'],
    ['--lifespan'],
    ['--interface'],
    ['--env-file'],
    ['--log-config'],
    ['--log-level'],
    ['--forwarded-allow-ips'],
    ['--root-path'],
    ['--limit-concurrency'],
    ['--backlog'],
    ['--limit-max-requests'],
    ['--limit-max-requests-jitter'],
    ['--timeout-keep-alive'],
    ['--timeout-graceful-shutdown'],
    ['--timeout-worker-healthcheck'],
    ['--ssl-keyfile'],
    ['--ssl-certfile'],
    ['--ssl-keyfile-password'],
    ['--ssl-version'],
    ['--ssl-cert-reqs'],
    ['--ssl-ca-certs'],
    ['--ssl-ciphers'],
    ['--header'],
    ['--app-dir'],
    ['--h11-max-incomplete-event-size'],
  ],
  flags: [
    ['--reload'],
    ['--http2'],
    ['--access-log'],
    ['--no-access-log'],
    ['--use-colors'],
    ['--no-use-colors'],
    ['--proxy-headers'],
    ['--no-proxy-headers'],
    ['--server-header'],
    ['--no-server-header'],
    ['--date-header'],
    ['--no-date-header'],
    ['--reset-contextvars'],
    ['--factory'],
    ['--version'],
    ['--help'],
  ],
  abbreviations: false,
});

/** Every option is also read from a variable: click's prefix UVICORN_ and the option's name. */
export const uvicorn: Server = {
  name: 'uvicorn',
  programs: ['uvicorn'],
  read(program, words, surroundings) {
    const { options, positionals, open } = readArguments(words, grammar);
    if (onlyInforms(options)) return undefined;
    const from = (name: string, ...more: readonly string[]): Origin => ({
      option: lastOption(options, name),
      variables: [variableOf(name), ...more],
      surroundings,
      open,
    });
    const app = positionals[0] ?? surroundings.environment('UVICORN_APP');
    return {
      server: 'uvicorn',
      program,
      arguments: words,
      ...(app === undefined ? {} : { app: importReference(app) }),
      addresses: [socket(options, surroundings) ?? { kind: 'tcp', ...hostAndPort(from) }],
      workers: numberSetting(from('--workers', 'WEB_CONCURRENCY'), 1),
      reload: flagSetting(from('--reload'), false),
      factory: flagSetting(from('--factory'), false),
      appDirectory: textSetting(from('--app-dir'), ''),
      interface: textSetting(from('--interface'), 'auto'),
      options,
      open,
    };
  },
};

function hostAndPort(from: (name: string) => Origin): { host: Setting<string>; port: Setting<number> } {
  return { host: textSetting(from('--host'), '127.0.0.1'), port: numberSetting(from('--port'), 8000) };
}

function variableOf(option: string): string {
  return `UVICORN_${option.slice(2).replaceAll('-', '_').toUpperCase()}`;
}

/** `--uds` and `--fd` take the place of host and port, and uds goes before fd. */
function socket(options: readonly GivenOption[], surroundings: Surroundings): Address | undefined {
  for (const [name, kind] of [
    ['--uds', 'unix'],
    ['--fd', 'descriptor'],
  ] as const) {
    const option = lastOption(options, name)?.value;
    const variable = surroundings.environment(variableOf(name));
    if (option !== undefined) return { kind, name: option.text, source: sourceOf('option', name, option) };
    if (variable?.known === true && variable.text !== '')
      return { kind, name: variable.text, source: sourceOf('environment', variableOf(name), variable) };
  }
  return undefined;
}
