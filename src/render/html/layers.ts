import type { TrialReport } from '../../report.ts';
import { count, megabytes } from '../numbers.ts';
import { shortened } from '../prose.ts';
import { instructionWords } from '../stage-words.ts';
import { type BarRow, type BarPart, barTable, share } from './bar.ts';
import { html, nothing } from './html.ts';
import type { Section } from './section.ts';
import { lineLink } from './place.ts';
import type { HtmlSetting } from './setting.ts';

const mostRows = 30;

/** What the image is made of, the largest first; and of that, what the findings would save. */
export function layersSection(trial: TrialReport, setting: HtmlSetting): Section | undefined {
  const { image, layerLines } = trial;
  if (image === undefined) return undefined;
  const layers = image.layers
    .map((layer, index) => ({
      ...layer,
      line: layerLines?.[index],
      isBase: layerLines !== undefined && layerLines[index] === undefined,
    }))
    .filter(({ bytes }) => bytes >= 500)
    .toSorted((a, b) => b.bytes - a.bytes);
  const largest = layers[0]?.bytes ?? 0;
  const savings = savingsByLine(trial);
  const rows = layers.slice(0, mostRows).map(({ bytes, instruction, line, isBase }): BarRow => {
    const saved = Math.min(bytes, line === undefined ? 0 : (savings.get(line) ?? 0));
    return {
      name: html`${lineLink(line, trial, setting)}<code>${layerWords(instruction)}</code>${isBase ? html` <span class="dim">base image</span>` : nothing}${saved === 0 ? nothing : html` <span class="dim">of it ${megabytes(saved)} to save</span>`}`,
      number: megabytes(bytes),
      parts: parts(bytes, saved, largest, line),
    };
  });
  const rest = layers.slice(mostRows);
  const more =
    rest.length === 0
      ? ''
      : ` ${count(rest.length, 'smaller layer')} more: ${megabytes(rest.reduce((sum, { bytes }) => sum + bytes, 0))}.`;
  const red = rows.some(({ parts: own }) => own.some(({ look }) => look === 'bad'))
    ? ' Red: what the findings above would save.'
    : '';
  return {
    id: 'layers',
    label: 'Layers',
    title: `Layers, ${megabytes(image.bytes)}`,
    body: html`${rows.length === 0 ? nothing : barTable(html`By size`, ['From', 'Size', 'Share'], rows)}
<p class="dim">Unpacked sizes in the ${image.store} store.${more}${red}</p>`,
  };
}

/** What of the layer would go stands at the end of its bar. */
function parts(bytes: number, saved: number, largest: number, line: number | undefined): readonly BarPart[] {
  const own = {
    from: 0,
    width: share(bytes - saved, largest),
    look: line === undefined ? ('quiet' as const) : ('plain' as const),
  };
  return saved === 0 ? [own] : [own, { from: own.width, width: share(saved, largest), look: 'bad' }];
}

/** As the history has it, without the shell and the build arguments before what was run. */
function layerWords(instruction: string): string {
  const bare = instruction.replace(/^(RUN )?(?:\|\d+ (?:\S+=\S* )*)?\/bin\/sh -c (?:#\(nop\)\s*)?/, '$1');
  return shortened(instructionWords(bare), 60);
}

function savingsByLine({ findings, file }: TrialReport): ReadonlyMap<number, number> {
  const savings = new Map<number, number>();
  for (const { status, cost, location } of findings) {
    if (status === 'refuted' || cost?.bytes === undefined || location?.path !== file) continue;
    savings.set(location.line, (savings.get(location.line) ?? 0) + cost.bytes);
  }
  return savings;
}
