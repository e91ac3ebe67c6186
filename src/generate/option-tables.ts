import type { Option, OptionKind } from '../settings/options.ts';
import type { Output } from '../settings/outputs.ts';

/** The README's tables: the inputs by group, and the outputs. */
export function inputTables(options: readonly Option[]): string {
  return groupsOf(options)
    .map(({ group, members }) =>
      table(
        [group, 'What it does', 'Default'],
        members.map((option) => [`\`${option.name}\``, option.sentence, defaultOf(option)]),
      ),
    )
    .join('\n');
}

export function outputTable(outputs: readonly Output[]): string {
  return table(
    ['Output', 'What it holds'],
    outputs.map(({ name, sentence }) => [`\`${name}\``, sentence]),
  );
}

/** docs/options.md: every option with its flag and the form of its value. */
export function optionsPage(options: readonly Option[]): string {
  const sections = groupsOf(options).flatMap(({ group, members }) => [
    `## ${group}`,
    ...members.flatMap((option) => [`### ${option.name}`, option.sentence, facts(option).join('\n')]),
  ]);
  return `${[
    '# Settings',
    'Every setting is an input of the action and, in the same words, a flag of the command; one that takes lines is a repeatable flag in the singular. Times read `90`, `90s`, `2m`, `1h30m`. No input is required.',
    ...sections,
  ].join('\n\n')}\n`;
}

const forms: Readonly<Record<OptionKind, string>> = {
  text: 'one value',
  lines: 'one value a line',
  'csv-lines': 'one value a line; a value in double quotes may span lines',
  csv: 'one value a line or a comma',
  boolean: '`true` or `false`',
  duration: 'a time',
  words: 'words as in a shell',
  ignored: 'anything; it is answered by a sentence',
};

function facts(option: Option): readonly string[] {
  const short = option.short === undefined ? '' : `, \`-${option.short}\``;
  const takes = option.takes === undefined ? '' : ` ${option.takes}`;
  const fallback = defaultOf(option);
  return [
    `- Form: ${option.choices === undefined ? forms[option.kind] : option.choices.map((choice) => `\`${choice}\``).join(', ')}`,
    option.flag === undefined ? '- Flag: none' : `- Flag: \`--${option.flag}${takes}\`${short}`,
    ...(fallback === '' ? [] : [`- Default: ${fallback}`]),
  ];
}

function defaultOf(option: Option): string {
  const literal = option.default ?? option.inputDefault;
  return literal === undefined ? (option.otherwise ?? '') : `\`${literal}\``;
}

function groupsOf(
  options: readonly Option[],
): readonly { readonly group: string; readonly members: readonly Option[] }[] {
  return [...Map.groupBy(options, ({ group }) => group)].map(([group, members]) => ({ group, members }));
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${[row(header), `|${header.map(() => ':--').join('|')}|`, ...rows.map(row)].join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((each) => each.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
