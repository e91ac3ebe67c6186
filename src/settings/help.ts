import { commands, presentationFlags, type Command } from './commands.ts';
import { options, type Option } from './options.ts';

const width = 80;
const indent = 30;

/** What `--help` prints: of one command, or of all. */
export function helpText(command?: Command): string {
  const about =
    command === undefined
      ? [
          'Sea Trial lints a Dockerfile, builds the image, starts it, asks it over HTTP and says why it does not serve.',
          '',
          ...commands.flatMap((each) => entry(`sea-trial ${usage(each)}`.trimEnd(), each.sentence)),
          '',
          'Without a command it is a trial. Exit code: 0 passed, 1 failed, 2 could not run.',
        ]
      : [
          `sea-trial ${usage(command)}`.trimEnd(),
          '',
          ...wrap(command.sentence, 0),
          `Formats: ${command.formats.join(', ')}.`,
        ];
  const taken = options.filter((option) => option.flag !== undefined && takes(command, option));
  const groups = [...new Set(taken.map(({ group }) => group))].flatMap((group) => [
    '',
    `${group}:`,
    ...taken.filter((option) => option.group === group).flatMap((option) => entry(flagWords(option), sentence(option))),
  ]);
  return `${[
    ...about.flatMap((line) => wrap(line, 0)),
    ...groups,
    '',
    'How the result is shown:',
    ...presentationFlags
      .filter(({ only }) => command === undefined || only === undefined || only === command.name)
      .flatMap((flag) => entry(flagWords(flag), flag.sentence)),
  ].join('\n')}\n`;
}

function usage(command: Command): string {
  return `${command.name} ${command.operands}`;
}

function takes(command: Command | undefined, option: Option): boolean {
  if (command === undefined) return option.kind !== 'ignored';
  if (command.settings === 'none' || option.kind === 'ignored') return false;
  return command.settings === 'all' || option.lint === true;
}

function flagWords(flag: { readonly flag?: string; readonly short?: string; readonly takes?: string }): string {
  const short = flag.short === undefined ? '    ' : `-${flag.short}, `;
  return `${short}--${flag.flag ?? ''}${flag.takes === undefined ? '' : ` ${flag.takes}`}`;
}

function sentence(option: Option): string {
  const otherwise = option.default ?? option.otherwise;
  const ending = otherwise === undefined || otherwise === 'false' ? '' : ` Default: ${otherwise}.`;
  // A flag is repeated where the input has lines, and a terminal shows Markdown's backticks as they are.
  return `${option.sentence}${ending}`.replace(', one a line', '').replaceAll('`', '').replace(/\.\.$/, '.');
}

/** The words at the left, the sentence at the right, below them where they are too long. */
function entry(words: string, text: string): readonly string[] {
  const [first = '', ...rest] = wrap(text, indent);
  const left = `  ${words}`;
  return left.length < indent - 1 ? [`${left.padEnd(indent)}${first.trimStart()}`, ...rest] : [left, first, ...rest];
}

function wrap(text: string, margin: number): readonly string[] {
  if (margin === 0 && text.startsWith(' ')) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && margin + line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `${' '.repeat(margin)}${each}`);
}
