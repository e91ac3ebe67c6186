import type { Message } from './messages.ts';
import { withBlock } from './blocks.ts';

/** When people meet a message, by the source that makes it: the first group that fits. Each is a block of the page. */
const groups: readonly { readonly name: string; readonly of: RegExp }[] = [
  { name: 'push', of: /^(?:plan\/push-plan|trial\/push-|stages\/push|docker\/push)/ },
  { name: 'compose', of: /^(?:docker\/compose|plan\/compose|commands\/strangers-compose)/ },
  { name: 'configuration', of: /^settings\/(?:config|yaml-file|named-trials|sea-trial-file|hadolint)/ },
  { name: 'options', of: /^(?:settings|probes)\/|^docker\/build-command\.ts$/ },
  { name: 'start', of: /^(?:docker\/(?:cli|container|exec|image|log|pull|run|socket)|stages\/)/ },
  { name: 'engine', of: /^(?:docker|trial)\// },
  { name: 'checkout', of: /^(?:plan\/make-plan|commands\/(?:plans|targets|trial-requests))/ },
  { name: 'affected', of: /^(?:plan\/|commands\/(?:change-since|unchanged|affected))/ },
  { name: 'reports', of: /^commands\/(?:read-reports|relay|report|observations)/ },
  { name: 'commands', of: /^/ },
];

/** docs/troubleshooting.md: the prose as it is written, and in each block the messages that the sources make. */
export function troubleshootingPage(page: string, messages: readonly Message[]): string {
  return groups.reduce((text, { name }) => {
    const own = messages.filter(({ file }) => groups.find(({ of }) => of.test(file))?.name === name);
    return withBlock(text, 'markdown', `messages of ${name}`, `\n${entries(own)}\n`);
  }, page);
}

/** Where several have the same remedy, it is written once. */
function entries(messages: readonly Message[]): string {
  const byRemedy = Map.groupBy(messages, ({ remedy, file, text }) => (remedy === '' ? `${file} ${text}` : remedy));
  return [...byRemedy].flatMap(([, alike]) => lines(alike)).join('\n');
}

function lines(alike: readonly Message[]): readonly string[] {
  const remedy = literal(alike[0]?.remedy ?? '');
  const texts = [...new Set(alike.map(({ text }) => `**${literal(text)}**`))];
  if (texts.length > 2) return [`- ${remedy}`, ...texts.map((text) => `  - ${text}`)];
  return texts.map((text) => `- ${text} ${remedy}`.trimEnd());
}

/** What stands in a code span is literal already; outside of one no sign may become Markdown. */
function literal(text: string): string {
  return text.replaceAll(/`[^`]*`|[*_<>[\]]/g, (found) => (found.startsWith('`') ? found : `\\${found}`));
}
