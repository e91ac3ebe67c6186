import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPage, temporaryPage } from '../../src/commands/open-page.ts';
import { allFiles, wantedFiles, writeReport } from '../../src/commands/report-files.ts';
import { systemFiles } from '../../src/ports.ts';
import { run, type ProcessResult } from '../../src/process.ts';
import { reportJson } from '../../src/render/json.ts';
import { loopback, several } from '../support/reports.ts';

const command = path.resolve(import.meta.dirname, '../../src/cli.ts');
let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sea-trial-files-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function seaTrial(cwd: string, ...words: readonly string[]): Promise<ProcessResult> {
  return run([process.execPath, command, ...words], {
    deadlineMs: 30_000,
    environment: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8' },
    cwd,
  });
}

describe('sea-trial report --format', () => {
  it('html: the page, to standard output or into a file', async () => {
    writeFileSync(path.join(folder, 'r.json'), reportJson(loopback));
    const { exitCode, stdout } = await seaTrial(folder, 'report', 'r.json', '--format', 'html', '--output', 'r.html');
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    const page = readFileSync(path.join(folder, 'r.html'), 'utf8');
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).toContain('<h1>uvicorn listens on 127.0.0.1, where nobody can reach it</h1>');
  });

  it('sarif: with the documentation of what was found', async () => {
    writeFileSync(path.join(folder, 'r.json'), reportJson(loopback));
    const { stdout } = await seaTrial(folder, 'report', 'r.json', '--format', 'sarif');
    const { runs } = JSON.parse(stdout);
    const rule = runs[0].tool.driver.rules.find(({ id }: { readonly id: string }) => id === 'loopback-host');
    expect(rule).toMatchObject({
      name: 'LoopbackHost',
      properties: { tags: ['docker', 'trial', 'lint'] },
      help: { markdown: expect.stringMatching(/^# loopback-host\n/) },
    });
  });
});

describe('sea-trial lint --format sarif', () => {
  it('counts paths from the root of the repository, wherever it is called', async () => {
    const below = path.join(folder, 'services', 'api');
    mkdirSync(below, { recursive: true });
    writeFileSync(
      path.join(below, 'Dockerfile'),
      'FROM python:3.11-slim\n# sea-trial ignore=relative-workdir as it must be\nWORKDIR app\nMAINTAINER me\n',
    );
    await run(['git', 'init', '--quiet'], {
      deadlineMs: 10_000,
      environment: { PATH: process.env['PATH'] },
      cwd: folder,
    });
    const { stdout } = await seaTrial(below, 'lint', '--format', 'sarif', '--shellcheck', 'never');
    const { runs } = JSON.parse(stdout);
    const uri = 'services/api/Dockerfile';
    const locations = [
      { physicalLocation: expect.objectContaining({ artifactLocation: { uri, uriBaseId: 'SRCROOT' } }) },
    ];
    expect(runs[0].results).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ruleId: 'deprecated-maintainer', locations }),
        expect.objectContaining({
          ruleId: 'relative-workdir',
          locations,
          suppressions: [{ kind: 'inSource', justification: 'as it must be' }],
        }),
      ]),
    );
  });
});

describe('the files of a report', () => {
  const ports = { files: systemFiles, environment: process.env };

  it('are those that are wanted, as seen from the working directory', () => {
    const wanted = { reportFile: undefined, htmlFile: 'out/r.html', sarifFile: '/elsewhere/r.sarif' };
    expect(wantedFiles(wanted, { workingDirectory: '/work' })).toEqual({
      html: '/work/out/r.html',
      sarif: '/elsewhere/r.sarif',
    });
  });

  it('are named after the trial where nobody names them, for an uploaded page bears the name of its file', () => {
    const [trial] = loopback.trials;
    const named = { ...loopback, trials: trial === undefined ? [] : [{ ...trial, name: 'Services/API <x>' }] };
    expect(allFiles(named, { report: '/r.json' }, '/t')).toEqual({
      report: '/r.json',
      html: '/t/sea-trial-services-api-x.html',
      sarif: '/t/sea-trial-services-api-x.sarif',
    });
    expect(allFiles(several, {}, '/t').html).toBe('/t/sea-trial.html');
  });

  it('are all written, and the SARIF for code scanning has nothing of what is ignored', async () => {
    const [trial] = loopback.trials;
    const finding = trial?.findings[1];
    if (trial === undefined || finding === undefined) throw new TypeError('the story has findings');
    const ignored = [{ finding: { ...finding, check: 'missing-label' }, reason: 'meant so' }];
    const places = allFiles(loopback, {}, path.join(folder, 'new'));
    await writeReport({ ...loopback, trials: [{ ...trial, ignored }] }, places, { ...ports, workingDirectory: folder });
    expect(JSON.parse(readFileSync(places.report, 'utf8'))).toMatchObject({ version: 1 });
    expect(readFileSync(places.html, 'utf8')).toContain('meant so');
    const sarif = readFileSync(places.sarif, 'utf8');
    expect(sarif).toContain('"loopback-host"');
    expect(sarif).not.toContain('missing-label');
  });
});

describe('--open', () => {
  const told: string[] = [];
  const print = { result: () => {}, note: (line: string) => told.push(line), progress: () => {} };
  beforeEach(() => told.splice(0));

  it('opens the page in the browser of the desktop', async () => {
    const opener = path.join(folder, 'xdg-open');
    writeFileSync(opener, `#!/bin/sh\nprintf '%s' "$1 \${INPUT_TOKEN-none}" > "${folder}/asked"\n`);
    chmodSync(opener, 0o755);
    const environment = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, DISPLAY: ':0', INPUT_TOKEN: 'secret' };
    await openPage('/tmp/a page.html', { environment, print }, 'linux');
    expect(told).toEqual(['The report is opened in the browser: /tmp/a page.html']);
    await expect
      .poll(() => existsSync(path.join(folder, 'asked')) && readFileSync(path.join(folder, 'asked'), 'utf8'))
      .toBe('/tmp/a page.html none');
  });

  it.each([
    ['there is no display', {}],
    ['there is no xdg-open', { DISPLAY: ':0' }],
  ])('says where the page lies where %s', async (_, given) => {
    await openPage('/tmp/page.html', { environment: { PATH: folder, ...given }, print }, 'linux');
    expect(told).toEqual(['No browser was found here. The report lies in /tmp/page.html']);
  });

  it('keeps the page in a folder of its own', () => {
    expect(temporaryPage(loopback, '1-2-3')).toBe(path.join(tmpdir(), 'sea-trial-page.1-2-3', 'sea-trial-image.html'));
  });
});
