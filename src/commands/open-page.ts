import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Ports } from '../ports.ts';
import { startDetached } from '../process.ts';
import type { Report } from '../report.ts';
import { fileName } from './report-files.ts';

/** Where a page lies that nobody has given a place: in a folder of its own, which stays, for the browser reads it later. */
export function temporaryPage(report: Report, runId: string): string {
  return path.join(tmpdir(), `sea-trial-page.${runId}`, `${fileName(report)}.html`);
}

/** Opens a page in the browser, and says where it lies: there may be no browser. */
export async function openPage(
  file: string,
  { environment, print }: Pick<Ports, 'environment' | 'print'>,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  const argv = opener(platform, environment);
  const isOpened = argv !== undefined && (await startDetached([...argv, file], environment));
  print.note(
    isOpened ? `The report is opened in the browser: ${file}` : `No browser was found here. The report lies in ${file}`,
  );
}

/** Undefined where nothing would show it: without a display, xdg-open might start a browser in this very terminal. */
function opener(
  platform: NodeJS.Platform,
  environment: Ports['environment'],
): readonly [string, ...string[]] | undefined {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['explorer.exe'];
  const display = environment['WAYLAND_DISPLAY'] ?? environment['DISPLAY'] ?? '';
  return display === '' ? undefined : ['xdg-open'];
}
