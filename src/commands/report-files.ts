import path from 'node:path';
import { nameForDocker } from '../plan/name-for-docker.ts';
import type { Ports } from '../ports.ts';
import { reportJson } from '../render/json.ts';
import { localLinks, type Links } from '../render/links.ts';
import type { Report } from '../report.ts';
import type { Settings } from '../settings/settings.ts';
import { sarifOf } from './sarif.ts';

/** Where a report goes, in each of its forms. */
export interface FilePlaces {
  readonly report?: string;
  readonly html?: string;
  readonly sarif?: string;
}

type Wanted = Pick<Settings, 'reportFile' | 'htmlFile' | 'sarifFile'>;

/** Those that the user wants, and no others. */
export function wantedFiles(
  { reportFile, htmlFile, sarifFile }: Wanted,
  { workingDirectory }: Pick<Ports, 'workingDirectory'>,
): FilePlaces {
  const place = (file: string): string => path.resolve(workingDirectory, file);
  return {
    ...(reportFile === undefined ? {} : { report: place(reportFile) }),
    ...(htmlFile === undefined ? {} : { html: place(htmlFile) }),
    ...(sarifFile === undefined ? {} : { sarif: place(sarifFile) }),
  };
}

/** The same, and what nobody has named in this folder: an uploaded page bears the name of its file, so that is the trial's. */
export function allFiles(report: Report, wanted: FilePlaces, folder: string): Required<FilePlaces> {
  const name = fileName(report);
  return {
    report: path.join(folder, 'report.json'),
    html: path.join(folder, `${name}.html`),
    sarif: path.join(folder, `${name}.sarif`),
    ...wanted,
  };
}

export function fileName({ trials }: Report): string {
  const [only] = trials;
  return trials.length === 1 && only !== undefined ? `sea-trial-${nameForDocker(only.name)}` : 'sea-trial';
}

/** What makes the page and the SARIF is loaded where they are wanted. */
export async function writeReport(
  report: Report,
  places: FilePlaces,
  ports: Pick<Ports, 'files' | 'environment' | 'workingDirectory'> & { readonly links?: Links },
): Promise<void> {
  const { files, links = localLinks } = ports;
  if (places.report !== undefined) files.writeText(places.report, reportJson(report));
  if (places.html !== undefined) {
    const { renderHtml } = await import('../render/html/page.ts');
    files.writeText(places.html, renderHtml(report, { links }));
  }
  // It is for code scanning, which knows nothing of what is ignored.
  if (places.sarif !== undefined)
    files.writeText(places.sarif, (await sarifOf(report.tool.version, ports, { ignored: false })).ofReport(report));
}
