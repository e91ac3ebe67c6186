import { fileReference, importReference, onlyInforms } from './app-reference.ts';
import { grammarOf, lastOption, readArguments } from './options.ts';
import type { AppReference, CommandWord, GivenOption, Server } from './server.ts';
import { flagSetting, numberSetting, textSetting, type Origin } from './settings.ts';

const grammar = grammarOf({
  values: [
    ['--host'],
    ['--port'],
    ['--reload-dir'],
    ['--workers'],
    ['--root-path'],
    ['--app'],
    ['--entrypoint', '-e'],
    ['--forwarded-allow-ips'],
  ],
  flags: [
    ['--reload'],
    ['--no-reload'],
    ['--proxy-headers'],
    ['--no-proxy-headers'],
    ['--verbose', '-v'],
    ['--help', '-h'],
    ['--version'],
  ],
  abbreviations: false,
});

/** `fastapi run` is for production: all addresses, no reload. `fastapi dev` is the opposite. PORT is read by both. */
export const fastapi: Server = {
  name: 'fastapi',
  programs: ['fastapi', 'fastapi_cli'],
  read(program, words, surroundings) {
    const at = words.findIndex((word) => !word.text.startsWith('-'));
    const mode = words[at];
    if (mode === undefined || (mode.text !== 'run' && mode.text !== 'dev')) return undefined;
    const { options, positionals, open } = readArguments(words.slice(at + 1), grammar);
    if (onlyInforms(options)) return undefined;
    const development = mode.text === 'dev';
    const from = (name: string, ...variables: readonly string[]): Origin => ({
      option: lastOption(options, name),
      variables,
      surroundings,
      open,
    });
    const app = appOf(positionals[0], options);
    const reload = flagSetting(
      { option: lastOption(options, '--reload', '--no-reload'), variables: [], surroundings, open },
      development,
    );
    return {
      server: 'fastapi',
      program,
      arguments: words,
      ...(app === undefined ? {} : { app }),
      addresses: [
        {
          kind: 'tcp',
          host: textSetting(from('--host'), development ? '127.0.0.1' : '0.0.0.0'),
          port: numberSetting(from('--port', 'PORT'), 8000),
        },
      ],
      workers: numberSetting(from('--workers', 'WEB_CONCURRENCY'), 1),
      reload,
      factory: { kind: 'default', value: false },
      appDirectory: { kind: 'default', value: '' },
      options,
      open,
    };
  },
};

function appOf(path: CommandWord | undefined, options: readonly GivenOption[]): AppReference | undefined {
  const entrypoint = lastOption(options, '--entrypoint')?.value;
  if (entrypoint !== undefined) return importReference(entrypoint);
  return path === undefined ? undefined : fileReference(path, lastOption(options, '--app')?.value);
}
