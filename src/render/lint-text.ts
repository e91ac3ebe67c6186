import type { Severity } from '../finding.ts';
import { findingText } from './finding-text.ts';
import type { LintedFile } from './lint-json.ts';
import { count } from './numbers.ts';
import { printable } from './printing.ts';
import { plain } from './prose.ts';
import { countedSeverities } from './stage-words.ts';
import { type TerminalOptions, finished, labelled, painted } from './terminal-style.ts';

interface LintTextOptions extends TerminalOptions {
  /** The text of a file that was linted. */
  readonly sourceOf: (path: string) => string | undefined;
}

/** `sea-trial lint` for a terminal: every finding with its source line, file by file, then how many there are. */
export function lintTextForm(options: TerminalOptions): {
  readonly file: (file: LintedFile, text: string | undefined) => string;
  readonly end: () => string;
} {
  const tally: Tally = { severities: new Map(), linted: 0, unread: 0, ignored: 0, fixed: 0 };
  return {
    file(file, text) {
      addTo(tally, file);
      const sourceOf = (path: string): string | undefined => (path === file.path ? text : undefined);
      return fileBlocks(file, { ...options, sourceOf })
        .map((block) => `${block.join('\n')}\n\n`)
        .join('');
    },
    end: () => `${summary(tally, options)}\n`,
  };
}

function fileBlocks(file: LintedFile, options: LintTextOptions): string[][] {
  if ('error' in file) {
    const sentence = printable(`${file.path} ${plain(file.error)}`);
    return [labelled('error', ['bold', 'red'], sentence, options).map((line) => finished(line, options))];
  }
  return file.findings.map((finding) => findingText({ finding, below: [] }, { ...options, whole: false }));
}

interface Tally {
  readonly severities: Map<Severity, number>;
  linted: number;
  unread: number;
  ignored: number;
  fixed: number;
}

function addTo(tally: Tally, file: LintedFile): void {
  if ('error' in file) {
    tally.unread += 1;
    return;
  }
  tally.linted += 1;
  tally.ignored += file.ignored.length;
  tally.fixed += file.fixed?.length ?? 0;
  for (const { severity } of file.findings) tally.severities.set(severity, (tally.severities.get(severity) ?? 0) + 1);
}

/** `1 error, 1 warning, 4 notices in 2 files; 3 ignored, 2 fixed` */
function summary({ severities, linted, unread, ignored, fixed }: Tally, options: TerminalOptions): string {
  const more = [
    ...(ignored === 0 ? [] : [`${ignored} ignored`]),
    ...(fixed === 0 ? [] : [`${fixed} fixed`]),
    ...(unread === 0 ? [] : [`${count(unread, 'file')} not read`]),
  ];
  const line = `${countedSeverities(severities)} in ${count(linted, 'file')}${more.length === 0 ? '' : `; ${more.join(', ')}`}`;
  const worst = severities.has('error') || unread > 0;
  return finished(painted(line, worst ? ['bold', 'red'] : ['bold'], options), options);
}
