import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Debian's chromium, or what stands in its place on this machine; without its sandbox, which neither root nor every runner can have. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), chromiumSandbox: false });
}

function browserPath(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const apple = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const found = [...names.flatMap((name) => folders.map((folder) => path.join(folder, name))), apple].find(isProgram);
  if (found === undefined)
    throw new Error(
      'report.html is tried in a real browser, and there is none on PATH: install chromium (script/setup does it on Debian)',
    );
  return found;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
