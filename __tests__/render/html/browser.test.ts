import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/render/html/page.ts';
import type { Report } from '../../../src/report.ts';
import { replay } from '../../../src/trial/replay.ts';
import { openBrowser } from '../../support/browser.ts';
import { hostileReport } from '../../support/hostile-report.ts';
import { observe } from '../../support/observation.ts';
import { buildFailed, example, linksFor, loopback, noEngine, reportOf, several } from '../../support/reports.ts';

/** Everything that a run can tell, as a replayed observation has it. */
const { observation } = observe({
  dockerfile: 'FROM python:3.11-slim\nWORKDIR /app\nCOPY . .\nCMD ["uvicorn", "app:app"]\n',
  files: { 'app.py': 'app = 1\n' },
  saw: {
    listening: ['127.0.0.1:8000'],
    answers: ['reset'],
    ended: 'decided',
    waitedMs: 1_500,
    log: ['INFO:     Started server process [1]', 'INFO:     Application startup complete.'],
  },
});

const reports: Readonly<Record<string, Report>> = {
  'a cause': loopback,
  'a failed build': buildFailed,
  'findings alone': example,
  'no engine': noEngine,
  'several images': several,
  'a replayed observation': reportOf([replay(observation)]),
  attacks: hostileReport(),
};
const names = Object.keys(reports);
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sea-trial-html-'));
  for (const [name, report] of Object.entries(reports))
    writeFileSync(fileOf(name), renderHtml(report, { links: linksFor() }));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

function fileOf(name: string): string {
  return path.join(folder, `${name.replaceAll(' ', '-')}.html`);
}

interface Seen {
  readonly page: Page;
  /** Every request that was made, and every word to the console: errors, and what the policy has stopped. */
  readonly requests: string[];
  readonly complaints: string[];
}

async function look(
  file: string,
  options: Parameters<Browser['newPage']>[0],
  see: (seen: Seen) => Promise<void>,
): Promise<void> {
  const page = await browser.newPage(options);
  try {
    const seen: Seen = { page, requests: [], complaints: [] };
    page.on('request', (request) => seen.requests.push(request.url()));
    page.on('console', (message) => seen.complaints.push(message.text()));
    page.on('pageerror', (error) => seen.complaints.push(error.message));
    page.on('dialog', (dialog) => seen.complaints.push(dialog.message()));
    await page.goto(pathToFileURL(file).href);
    await see(seen);
  } finally {
    await page.close();
  }
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate('for (const fold of document.querySelectorAll("details")) fold.open = true');
}

it.each(names)('fits a desktop and a phone without scrolling sideways: %s', async (name) => {
  await look(fileOf(name), {}, async ({ page }) => {
    await unfold(page);
    for (const size of [desktop, phone]) {
      await page.setViewportSize(size);
      expect(await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')).toEqual([
        size.width,
        size.width,
      ]);
    }
  });
});

describe('accessibility, as axe sees it', () => {
  it.each(['a cause', 'several images', 'a replayed observation', 'attacks'])(
    'finds no violation: %s',
    async (name) => {
      await look(fileOf(name), { viewport: phone, colorScheme: 'dark' }, async ({ page }) => {
        await unfold(page);
        expect(await violations(page)).toEqual([]);
      });
    },
  );

  it('finds none in the light of a desktop either', async () => {
    await look(fileOf('a cause'), { viewport: desktop, colorScheme: 'light' }, async ({ page }) => {
      await unfold(page);
      expect(await violations(page)).toEqual([]);
    });
  });

  it('would find a planted one', async () => {
    const file = path.join(folder, 'planted.html');
    writeFileSync(
      file,
      renderHtml(loopback).replace('<main id="main">', '<main id="main"><input><p class="planted">x</p>'),
    );
    await look(file, {}, async ({ page }) => {
      expect(await violations(page)).toEqual([expect.stringContaining('label: ')]);
    });
  });
});

async function violations(page: Page): Promise<readonly string[]> {
  // As an expression of the debugger: a script element is what the page's own policy stops.
  await page.evaluate(axe.source);
  const result: AxeResults = await page.evaluate('axe.run()');
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}

describe('text that others wrote', () => {
  it('does nothing: no script, no request, no element of its own', async () => {
    await look(fileOf('attacks'), {}, async ({ page, requests, complaints }) => {
      await unfold(page);
      await page.mouse.move(300, 300);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate('String(window.hit)')).toBe('undefined');
      expect(requests).toEqual([pathToFileURL(fileOf('attacks')).href]);
      expect(complaints).toEqual([]);
      const foreign =
        'img, iframe, base, form, link, object, embed, body style, [onload], [onerror], [onmouseover], [style], script + script';
      expect(await page.locator(foreign).count()).toBe(0);
      expect(await page.locator('a:not([href^="#"]):not([href^="https://"])').count()).toBe(0);
      expect(
        await page
          .locator(
            'a[href*="evil.example"]:not([href^="https://github.com/"]):not([href^="https://www.shellcheck.net/"])',
          )
          .count(),
      ).toBe(0);
    });
  });

  it('is read as it was written, without what would hide or reorder it', async () => {
    await look(fileOf('attacks'), {}, async ({ page }) => {
      const lines = await page.locator('#t1-container-log li > span').allTextContents();
      expect(lines[0]).toBe('<script>window.hit = 1</script>');
      expect(lines[8]).toBe('red  gnp.exe x  ');
      expect(lines[10]?.length).toBeLessThan(2_100);
      expect(lines[10]).toMatch(/^<b>x+… \[\d+ more characters\]$/);
      expect(lines[11]).toBe('ready');
    });
  });

  it('could not run even where an escape had failed', async () => {
    const file = path.join(folder, 'broken-out.html');
    const planted = '<script>window.hit = 1</script><img src="https://evil.example/" onerror="window.hit = 2">';
    writeFileSync(file, renderHtml(loopback).replace('<main id="main">', `<main id="main">${planted}`));
    await look(file, {}, async ({ page, complaints }) => {
      expect(await page.evaluate('String(window.hit)')).toBe('undefined');
      expect(
        complaints.filter((complaint) => /Content Security Policy/i.test(complaint)).length,
      ).toBeGreaterThanOrEqual(2);
    });
  });
});

describe('the keyboard', () => {
  it('reaches everything that can be used, in order, and the first is the way past the head', async () => {
    await look(fileOf('a cause'), {}, async ({ page }) => {
      const usable = await page.evaluate<number>(
        `[...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')].filter((element) => element.checkVisibility()).length`,
      );
      const reached: string[] = [];
      for (let step = 0; step < usable; step += 1) {
        await page.keyboard.press('Tab');
        reached.push(
          await page.evaluate(
            'document.activeElement.setAttribute("data-reached", ""), document.activeElement.textContent',
          ),
        );
      }
      expect(await page.locator('[data-reached]').count()).toBe(usable);
      expect(reached[0]).toBe('Skip to the report');
    });
  });

  it('searches the log: / begins, Enter goes on, Escape ends', async () => {
    await look(fileOf('a cause'), {}, async ({ page, complaints }) => {
      const told = page.locator('#log output');
      await page.keyboard.press('/');
      await page.keyboard.type('info:');
      expect(await told.textContent()).toBe('1 of 2');
      expect(await page.locator('#log mark').allTextContents()).toEqual(['INFO:', 'INFO:']);
      await page.keyboard.press('Enter');
      expect(await told.textContent()).toBe('2 of 2');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Shift+Enter');
      expect(await page.locator('#log li:has(mark.now)').textContent()).toContain('Application startup complete');
      await page.keyboard.type(' nowhere');
      expect(await told.textContent()).toBe('not found');
      await page.keyboard.press('Escape');
      expect({ told: await told.textContent(), marks: await page.locator('mark').count() }).toEqual({
        told: '',
        marks: 0,
      });
      expect(complaints).toEqual([]);
    });
  });

  it('searches hostile lines without making anything of them', async () => {
    await look(fileOf('attacks'), {}, async ({ page, complaints }) => {
      await page.locator('#t1-log input').fill('<script>');
      expect(await page.locator('#t1-log output').textContent()).toMatch(/^1 of \d+$/);
      expect(await page.evaluate('String(window.hit)')).toBe('undefined');
      expect(complaints).toEqual([]);
    });
  });
});

it('copies what the fix writes', async () => {
  await look(fileOf('a cause'), { permissions: ['clipboard-read', 'clipboard-write'] }, async ({ page }) => {
    await page.getByRole('button', { name: 'Copy what the fix writes' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      'CMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000", "--workers", "4"]',
    );
  });
});

it('is whole on paper: nothing folded, no controls, nothing cut at the side', async () => {
  await look(fileOf('a cause'), { viewport: { width: 720, height: 1000 } }, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('nav, .find, button, .skip').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(720);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
  });
});

it('is all there without scripts', async () => {
  await look(fileOf('a cause'), { javaScriptEnabled: false }, async ({ page }) => {
    expect(await page.locator('.find, button').filter({ visible: true }).count()).toBe(0);
    expect(await page.locator('#container-log li').filter({ visible: true }).count()).toBe(2);
    await page.locator('summary').first().click();
    expect(await page.locator('details').first().getByText('Create a user').isVisible()).toBe(true);
  });
});
