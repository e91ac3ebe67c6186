import { importReference, onlyInforms } from './app-reference.ts';
import { grammarOf, lastOption, readArguments } from './options.ts';
import type { Address, Server } from './server.ts';
import { flagSetting, numberSetting, sourceOf, textSetting, type Origin } from './settings.ts';

const switches = [
  'ws',
  'http1-keep-alive',
  'http1-pipeline-flush',
  'http2-adaptive-window',
  'log',
  'access-log',
  'ssl-client-verify',
  'respawn-failed-workers',
  'factory',
  'metrics',
  'reload',
  'reload-ignore-worker-failure',
];

const grammar = grammarOf({
  values: [
    ['--host'],
    ['--port'],
    ['--uds'],
    ['--uds-permissions'],
    ['--interface'],
    ['--http'],
    ['--workers'],
    ['--blocking-threads'],
    ['--blocking-threads-idle-timeout'],
    ['--runtime-threads'],
    ['--runtime-blocking-threads'],
    ['--runtime-mode'],
    ['--loop'],
    ['--task-impl'],
    ['--backlog'],
    ['--backpressure'],
    ['--http1-buffer-size'],
    ['--http1-header-read-timeout'],
    ['--http2-initial-connection-window-size'],
    ['--http2-initial-stream-window-size'],
    ['--http2-keep-alive-interval'],
    ['--http2-keep-alive-timeout'],
    ['--http2-max-concurrent-streams'],
    ['--http2-max-frame-size'],
    ['--http2-max-headers-size'],
    ['--http2-max-send-buffer-size'],
    ['--log-level'],
    ['--log-config'],
    ['--access-log-fmt'],
    ['--ssl-certificate'],
    ['--ssl-keyfile'],
    ['--ssl-keyfile-password'],
    ['--ssl-protocol-min'],
    ['--ssl-ca'],
    ['--ssl-crl'],
    ['--url-path-prefix'],
    ['--respawn-interval'],
    ['--rss-sample-interval'],
    ['--rss-samples'],
    ['--workers-lifetime'],
    ['--workers-max-rss'],
    ['--workers-kill-timeout'],
    ['--working-dir'],
    ['--env-files'],
    ['--static-path-route'],
    ['--static-path-mount'],
    ['--static-path-dir-to-file'],
    ['--static-path-expires'],
    ['--metrics-scrape-interval'],
    ['--metrics-address'],
    ['--metrics-port'],
    ['--reload-paths'],
    ['--reload-ignore-dirs'],
    ['--reload-ignore-patterns'],
    ['--reload-ignore-paths'],
    ['--reload-tick'],
    ['--process-name'],
    ['--pid-file'],
  ],
  flags: [...switches.flatMap((name) => [[`--${name}`], [`--no-${name}`]]), ['--version'], ['--help']],
  abbreviations: false,
});

/** Every option is also read from a variable: the prefix GRANIAN_ and the option's name. */
export const granian: Server = {
  name: 'granian',
  programs: ['granian'],
  read(program, words, surroundings) {
    const { options, positionals, open } = readArguments(words, grammar);
    if (onlyInforms(options)) return undefined;
    const from = (name: string, opposite?: string): Origin => ({
      option: lastOption(options, name, ...(opposite === undefined ? [] : [opposite])),
      variables: [`GRANIAN_${name.slice(2).replaceAll('-', '_').toUpperCase()}`],
      surroundings,
      open,
    });
    const app = positionals[0] ?? surroundings.environment('GRANIAN_APP');
    const uds = lastOption(options, '--uds')?.value;
    const address: Address =
      uds === undefined
        ? { kind: 'tcp', host: textSetting(from('--host'), '127.0.0.1'), port: numberSetting(from('--port'), 8000) }
        : { kind: 'unix', name: uds.text, source: sourceOf('option', '--uds', uds) };
    return {
      server: 'granian',
      program,
      arguments: words,
      ...(app === undefined ? {} : { app: importReference(app) }),
      addresses: [address],
      workers: numberSetting(from('--workers'), 1),
      reload: flagSetting(from('--reload', '--no-reload'), false),
      factory: flagSetting(from('--factory', '--no-factory'), false),
      appDirectory: textSetting(from('--working-dir'), ''),
      interface: textSetting(from('--interface'), 'rsgi'),
      options,
      open,
    };
  },
};
