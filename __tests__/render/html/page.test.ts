import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { githubLinks } from '../../../src/render/links.ts';
import { renderHtml } from '../../../src/render/html/page.ts';
import type { LogLine } from '../../../src/observation.ts';
import type { Report, TrialReport } from '../../../src/report.ts';
import {
  aptLists,
  buildFailed,
  importError,
  example,
  finding,
  linksFor,
  loopback,
  pushed,
  reportOf,
  rootUser,
  served,
  several,
} from '../../support/reports.ts';

const links = linksFor();

function withLog(log: readonly LogLine[], omittedLogLines = 0): Report {
  const [trial] = example.trials;
  const container = trial?.observation.container;
  if (trial === undefined || container === undefined) throw new TypeError('the story has a container');
  return reportOf([
    { ...trial, observation: { ...trial.observation, container: { ...container, log, omittedLogLines } } },
  ]);
}

function line(text: string, at = 0): LogLine {
  return { at, stream: 'stdout', text };
}

/** The text of the page, without tags. */
function words(page: string): string {
  return page
    .replaceAll(/<(style|script)>[^]*?<\/\1>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

describe('report.html', () => {
  it('allows its own style and script alone, by their hashes, and nothing else', () => {
    const page = renderHtml(loopback);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll('&#39;', "'");
    const hashOf = (element: string): string => {
      const text = new RegExp(`<${element}>([^]*?)</${element}>`).exec(page)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(policy).toBe(
      `default-src 'none'; style-src ${hashOf('style')}; script-src ${hashOf('script')}; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/ style="| on[a-z]+="/);
  });

  it('says by which name and digest the image is in the registry', () => {
    const page = words(renderHtml(pushed));
    const digest = `sha256:${'c5'.repeat(32)}`;
    expect(page).toContain(`Pushed as ghcr.io/acme/api:1.4.0@${digest} , ghcr.io/acme/api:latest@${digest}`);
    expect(page).toContain('Push 6.2 s ghcr.io/acme/api:1.4.0 and 1 more, sha256:c5c5c5c5c5c5');
  });

  it('leads to a server of an enterprise that has no https', () => {
    const place = { repository: 'acme/api', head: 'a'.repeat(40), tested: 'a'.repeat(40), runId: '1', runNumber: 2 };
    const page = renderHtml(loopback, { links: githubLinks({ ...place, serverUrl: 'http://github.acme.example' }) });
    expect(page).toContain('<a href="http://github.acme.example/acme/api/actions/runs/1">run 2</a>');
  });

  it('is the same for the same report', () => {
    expect(renderHtml(several, { links })).toBe(renderHtml(several, { links }));
  });

  it('leads to the commit, the run and the documentation, and within itself to the line', () => {
    const page = renderHtml(loopback, { links });
    expect(page).toContain(
      '<a href="https://github.com/acme/api/commit/9f1c2ab04d1e6f7a8b9c0d1e2f3a4b5c6d7e8f90"><code>9f1c2ab</code></a>',
    );
    expect(page).toContain('<a href="https://github.com/acme/api/actions/runs/19630412771">run 118</a>');
    expect(page).toContain('/docs/checks/loopback-host.md">documentation of loopback-host</a>');
    expect(page).toContain('<a href="#L8"><code>Dockerfile:8</code></a>');
    expect(page).toContain('<li id="L8" class="error">');
    expect(page).toContain('<u class="error">&quot;127.0.0.1&quot;</u>');
  });

  it('has a target for every link within itself, and each id once', () => {
    const [trial] = loopback.trials;
    if (trial === undefined) throw new TypeError('the story has a trial');
    const { sources } = trial.observation;
    const dockerfile = { ...sources.dockerfile, text: '' };
    const unread = { ...trial, observation: { ...trial.observation, sources: { ...sources, dockerfile } } };
    for (const report of [loopback, several, example, importError, buildFailed, reportOf([unread])]) {
      const page = renderHtml(report, { links });
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      const targets = [...page.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    }
  });

  it('puts price and size beside the line, and the finding in its margin', () => {
    const text = words(renderHtml(example));
    expect(text).toContain(
      '3 RUN apt-get update &amp;&amp; apt-get install -y git 11.8 s 251.8 MB Notice apt&#39;s package lists stay in the image, 19.2 MB .',
    );
  });

  it('tells the worst of several images first', () => {
    const page = renderHtml(reportOf([...several.trials].toReversed()));
    expect([...page.matchAll(/<section class="trial" id="(t\d)-trial"/g)].map((match) => match[1])).toEqual([
      't3',
      't1',
      't2',
    ]);
    expect(page).toContain('<h1>1 of 3 images fails, <code>billing</code></h1>');
  });

  it('says what is not advised: what was refuted, and what is ignored and why', () => {
    const refuted = finding({
      ...aptLists,
      check: 'context-leaks',
      title: 'no `.env` is in the image',
      status: 'refuted',
    });
    const trial: TrialReport = {
      ...served({ bytes: 1e8, user: 'app', findings: [refuted] }),
      ignored: [{ finding: rootUser, reason: 'by .sea-trial.yml:3' }],
    };
    const text = words(renderHtml(reportOf([trial])));
    expect(text).toContain('Nothing. 1 suspicion of lint refuted by the run No .env is in the image. context-leaks');
    expect(text).toContain(
      '1 finding ignored by this repository Warning The server runs as root (uid 0) root-user: by .sea-trial.yml:3',
    );
  });

  it('holds the numbers against the base', () => {
    const [trial] = example.trials;
    if (trial === undefined) throw new TypeError('the story has a trial');
    const comparison = {
      base: '4be07d1a04d1e6f7a8b9c0d1e2f3a4b5c6d7e8f9',
      bytes: { base: 273_500_000, delta: 98_300_000 },
      startupMs: { base: 1_350, delta: 50 },
      steps: { 'RUN pip install': { base: 10_000, delta: 20_600 } },
      new: 2,
      remaining: 1,
      fixed: [{ check: 'source-before-dependencies', title: 'the source is copied first', path: 'Dockerfile' }],
    };
    const text = words(renderHtml(reportOf([{ ...trial, comparison }])));
    expect(text).toContain('Findings 3 2 new, 1 fixed, 1 remains Image, unpacked 371.8 MB +98.3 MB, +36%');
    expect(text).toContain('RUN pip install 30.6 s +20.6 s, +206%');
    expect(text).toContain('Fixed , no longer so: The source is copied first. source-before-dependencies, Dockerfile');
  });

  it('keeps the beginning and the end of a log beyond a megabyte, and says how many lines are left out', () => {
    const page = renderHtml(
      withLog(
        Array.from({ length: 60_000 }, (_, index) => line(`line number ${index}`)),
        7,
      ),
    );
    const shown = [...page.matchAll(/<span>line number (\d+)<\/span>/g)].map((match) => Number(match[1]));
    const left = /<span>(\d+) lines left out<\/span>/.exec(page)?.[1];
    expect([shown[0], shown.at(-1)]).toEqual([0, 59_999]);
    expect(Number(left)).toBe(60_000 - shown.length + 7);
    expect(page.length).toBeLessThan(1_500_000);
  });

  it('cuts a line that is longer than anyone reads, and no character in two', () => {
    const page = renderHtml(withLog([line(`${'x'.repeat(1_999)}😀${'y'.repeat(1_000_000)}`)]));
    expect(page).toMatch(/x{1999}.?… \[1000001 more characters\]/);
    expect(page.isWellFormed()).toBe(true);
  });

  it('shows the times of the log since the start, where they are known', () => {
    const report = withLog([line('ready', 1_500)]);
    const started = report.trials.map((trial) => {
      const { observation } = trial;
      const { container } = observation;
      if (container === undefined) throw new TypeError('it has a container');
      const state = { status: 'running', exitCode: 0, oomKilled: false, error: '', pid: 1, startedAt: 1_000 } as const;
      return { ...trial, observation: { ...observation, container: { ...container, state } } };
    });
    expect(renderHtml(report)).toContain('<li><span>ready</span></li>');
    expect(renderHtml(reportOf(started))).toContain('<li><time>0.50\u00a0s</time><span>ready</span></li>');
  });
});
