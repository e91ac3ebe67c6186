/** A line of a benchmark: `what: figure (aim: …)`. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
  readonly aim: string;
}

export interface Measurement {
  /** As it is typed. */
  readonly command: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly machine: string;
  readonly figures: readonly Figure[];
}

/** What a benchmark printed, without what only shows that it goes on. */
export function figuresIn(output: string): readonly Figure[] {
  return output.split('\n').flatMap((line) => {
    const [, what, figure, aim = ''] = /^([a-z][^:]*): (.+?)(?: \(aim: (.+)\))?$/.exec(line.trimEnd()) ?? [];
    return what === undefined || figure === undefined || isProgress(figure) ? [] : [{ what, figure, aim }];
  });
}

/** `soak: seed 7, …` begins, and `soak: 12 the terminal, SIGINT after 200 ms` is one trial of many. */
function isProgress(figure: string): boolean {
  return /^seed \d|^\d+ the (?:terminal|runner)|…$/.test(figure);
}

/** The page with the measurement in its place, which is between two marks and is kept otherwise. */
export function recorded(page: string, name: string, measurement: Measurement): string {
  const [before, after] = [`<!-- measured: ${name} -->\n`, `<!-- end of ${name} -->`];
  const start = page.indexOf(before);
  const end = page.indexOf(after, start);
  if (start < 0 || end < 0)
    throw new Error(`the page has no place for ${name}: it needs ${before.trim()} and ${after}`);
  return `${page.slice(0, start + before.length)}${sectionOf(measurement)}${page.slice(end)}`;
}

function sectionOf({ command, day, machine, figures }: Measurement): string {
  const rows = [
    ['', 'Measured', 'Aim'],
    [':--', ':--', ':--'],
    ...figures.map(({ what, figure, aim }) => [what, figure, aim].map((text) => text.replaceAll('|', '\\|'))),
  ];
  return `\`${command}\`, ${day}: ${machine}\n\n${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`;
}
