import type { Comparison, TrialReport } from '../report.ts';
import { baseName, findingChange, sizeChange, timeChange } from './comparison-words.ts';
import type { Links } from './links.ts';
import { type Markdown, bullets, joined, link, markup, nothing, paragraphs, prose, table, text } from './markdown.ts';
import { count, duration, megabytes } from './numbers.ts';
import { continued, stopped } from './prose.ts';

const mostFixed = 5;

/** What the base had and this has not: claims that are no longer true. */
export function fixedMarkdown({ fixed }: Comparison, links: Links): Markdown {
  const lines = fixed
    .slice(0, mostFixed)
    .map(({ check, title }) => markup`${prose(stopped(continued(title)))} ${link(text(check), links.check(check))}`);
  const left = fixed.length - lines.length;
  if (fixed.length === 0) return nothing;
  if (fixed.length === 1) return markup`**Fixed**, no longer so: ${joined(lines, ' ')}`;
  return paragraphs(
    markup`**Fixed**, no longer so:`,
    bullets([...lines, ...(left === 0 ? [] : [text(`${left} more`)])]),
  );
}

/** The numbers beside those of the base's last report; nothing where there is none, for then there is nothing to hold them against. */
export function measuresTable(trial: TrialReport, comparison: Comparison, branch: string | undefined): Markdown {
  const { bytes, otherStore, startupMs, stopMs } = comparison;
  if (bytes === undefined && otherStore === undefined && startupMs === undefined && stopMs === undefined)
    return nothing;
  const standing = trial.findings.filter(({ status }) => status !== 'refuted').length;
  const { image, stopped: stop } = trial;
  const size = bytes === undefined ? otherStoreWords(otherStore) : sizeChange(bytes);
  return table(
    [
      { title: 'Measure', align: 'left' },
      { title: 'Here', align: 'right' },
      { title: `Against ${baseName(branch)}`, align: 'left' },
    ],
    [
      ...(image === undefined ? [] : [[text('Image, unpacked'), text(megabytes(image.bytes)), text(size)]]),
      ...(trial.startupMs === undefined
        ? []
        : [[text('First answer'), text(duration(trial.startupMs)), text(changeWords(startupMs))]]),
      ...(stop === undefined
        ? []
        : [[text(stop.exitCode === 0 ? 'Clean stop' : 'Stop'), text(duration(stop.ms)), text(changeWords(stopMs))]]),
      [text('Findings'), text(`${standing}`), text(findingChange(comparison))],
    ],
  );
}

/** `5 findings: 2 new, 1 fixed, 3 remain.` Where there are no numbers to compare. */
export function findingsSentence(trial: TrialReport, comparison: Comparison): string {
  const standing = trial.findings.filter(({ status }) => status !== 'refuted').length;
  const { fixed } = comparison;
  if (standing === 0 && fixed.length === 0) return '';
  return `${count(standing, 'finding')}: ${findingChange(comparison)}.`;
}

function otherStoreWords(store: string | undefined): string {
  return store === undefined ? '' : `not compared, ${store} there`;
}

function changeWords(change: Comparison['startupMs']): string {
  return change === undefined ? '' : timeChange(change);
}
