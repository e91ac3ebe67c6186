import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TrialReport } from '../../src/report.ts';
import { renderComment } from '../../src/render/comment.ts';
import { type Previous, readPrevious, readState } from '../../src/render/state.ts';
import { golden } from '../support/golden.ts';
import { hostileText } from '../support/hostile-text.ts';
import { liveText } from '../support/live-markdown.ts';
import {
  aptLists,
  buildFailed,
  compared,
  example,
  finding,
  fiveOthers,
  importError,
  laterHead,
  linksFor,
  loopback,
  loopbackCause,
  noEngine,
  passed,
  portTaken,
  pushRefused,
  pushed,
  reportOf,
  rootUser,
  secondPush,
  served,
  several,
  severalBefore,
  severalCompared,
} from '../support/reports.ts';

const key = 'ci/image/Dockerfile';
const links = linksFor();
const after = (body: string): { previous: Previous } => {
  const previous = readPrevious(body);
  if (previous === undefined) throw new Error('the comment has no state to go on from');
  return { previous };
};

describe('the comment reads as designed', () => {
  test.each([
    ['1-passed-first-run', passed],
    ['3-loopback-host', loopback],
    ['4-build-failed', buildFailed],
    ['5-import-error', importError],
    ['example', example],
    ['could-not-run', portTaken],
    ['no-engine', noEngine],
    ['9-pushed', pushed],
    ['push-refused', pushRefused],
    ['several-images', several],
  ])('%s', (name, report) => {
    expect(`${renderComment(report, { key, links })}\n`).toBe(golden(`${name}.md`));
  });

  test('of several images those that are in the registry are named', () => {
    const [release] = pushed.trials;
    const [other] = passed.trials;
    if (release === undefined || other === undefined) throw new TypeError('each story has a trial');
    const trials = [
      { ...release, name: 'api' },
      { ...other, name: 'worker' },
    ];
    const comment = renderComment(reportOf(trials), { key, links }).replaceAll('\u00a0', ' ');
    expect(comment.slice(comment.indexOf('| `api`'), comment.indexOf('\n\nCommit')))
      .toBe(`| \`api\` | passed, pushed | 333.0 MB |
| \`worker\` | passed | 333.0 MB |

<details><summary>Pushed: 1 image</summary>

- \`api\`: Pushed \`ghcr.io/acme/api:1.4.0\`, \`ghcr.io/acme/api:latest\` with the digest \`sha256:${'c5'.repeat(32)}\`.

</details>`);
  });

  test('2-passed-compared', () => {
    expect(`${renderComment(compared, { key, links, baseBranch: 'main' })}\n`).toBe(golden('2-passed-compared.md'));
  });

  test('6-several-compared', () => {
    const before = after(renderComment(reportOf(severalBefore), { key, links }));
    const context = { key, links: linksFor(laterHead, 119), baseBranch: 'main', ...before };
    expect(`${renderComment(severalCompared, context)}\n`).toBe(golden('6-several-compared.md'));
  });

  test('7-second-push', () => {
    const context = { key, links: linksFor(laterHead, 119), ...after(renderComment(loopback, { key, links })) };
    expect(`${renderComment(secondPush, context)}\n`).toBe(golden('7-second-push.md'));
  });
});

const change = (body: string): string => body.split('\n').find((line) => line.startsWith('Since ')) ?? '';

describe('since the last push', () => {
  const later = linksFor(laterHead, 119);

  test('what is new is listed, what was there is folded', () => {
    const before = after(
      renderComment(reportOf([served({ bytes: 1e6, user: 'root', findings: [rootUser] })]), { key, links }),
    );
    const now = reportOf([served({ bytes: 1e6, user: 'root', findings: [aptLists, rootUser] })], laterHead);
    const body = renderComment(now, { key, links: later, ...before });
    expect(change(body)).toMatch(/^Since the last push \(`9f1c2ab`\): apt-lists-left \*\*new\*\*\. First answer/);
    expect(body).toMatch(
      /\n1\. \*\*Notice\*\* at .*apt-lists-left\.md\)\n\n<details><summary>1 more finding<\/summary>\n\n- \*\*Warning\*\*/,
    );
  });

  test('nothing is said where nothing changed', () => {
    const before = after(renderComment(example, { key, links }));
    const body = renderComment(
      { ...example, commit: { head: laterHead, tested: laterHead } },
      { key, links: later, ...before },
    );
    expect(change(body)).toBe('');
    expect(body).toContain('<summary>3 findings remain</summary>');
  });

  test('an edited instruction neither mends its flaw nor brings it', () => {
    const before = after(renderComment(example, { key, links }));
    const edited = [aptLists, { ...rootUser, fingerprint: 'of the edited instruction' }];
    const now = reportOf([served({ bytes: 1e6, user: 'root', findings: edited })], laterHead);
    const body = renderComment(now, { key, links: later, ...before });
    expect(change(body)).toMatch(/^Since the last push \(`9f1c2ab`\): apt-recommends \*\*fixed\*\*, nothing new\./);
    expect(body).toContain('<summary>2 findings remain</summary>');
  });

  test('behind another failure the earlier one is not called fixed', () => {
    const before = after(renderComment(loopback, { key, links }));
    expect(change(renderComment(buildFailed, { key, links: later, ...before }))).toBe(
      'Since run 118: requirement-version-not-found **new**.',
    );
  });

  test('with a state that was cut, nothing is called new', () => {
    const before = after(renderComment(example, { key, links }));
    const cut: Previous = {
      ...before.previous,
      state: { v: 1, trials: before.previous.state.trials.map((trial) => ({ ...trial, findings: [], more: 3 })) },
    };
    expect(change(renderComment(example, { key, links: later, previous: cut }))).toBe('');
  });
});

describe('what is told', () => {
  const [trial] = example.trials;
  const withTrial = (extra: Partial<TrialReport>) =>
    renderComment(reportOf(trial === undefined ? [] : [{ ...trial, ...extra }]), { key, links });

  test('five findings are listed, twenty more folded, the rest counted', () => {
    const findings = Array.from({ length: 40 }, (_, index) =>
      finding({ check: `check-${index}`, severity: 'notice', title: `t${index}`, why: '', advice: 'Do.' }),
    );
    const body = withTrial({ findings });
    expect(body.match(/^\d\. /gm)).toHaveLength(5);
    expect(body).toContain('<summary>35 more findings</summary>');
    expect(body.match(/^- \*\*Notice\*\*/gm)).toHaveLength(20);
    expect(body).toContain(
      "- 15 more: the [run's summary](https://github.com/acme/api/actions/runs/19630412771) lists them",
    );
  });

  test('of a long log the end is shown, and the rest counted', () => {
    const [broken] = loopback.trials;
    if (broken === undefined) throw new Error('there is no such report');
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index}`);
    const cause = { ...loopbackCause, evidence: [{ kind: 'log' as const, lines, omittedLines: 5 }] };
    const body = renderComment(reportOf([{ ...broken, findings: [cause] }]), { key, links });
    expect(body).toContain('```text\nline 60\n');
    expect(body).toContain('line 99\n```\n\nLeft out: 65 lines; the [run](');
    expect(body).toContain('<summary>Evidence: its log ends with <code>line 99</code></summary>');
  });

  test('a base that fails with the same cause is told of', () => {
    const [broken] = loopback.trials;
    if (broken === undefined) throw new Error('there is no such report');
    const told = (since: 'new' | 'remaining') =>
      renderComment(reportOf([{ ...broken, findings: [{ ...loopbackCause, since }] }]), {
        key,
        links,
        baseBranch: 'main',
      });
    expect(told('remaining')).toContain('</details>\n\n`main` has this flaw too.\n');
    expect(told('new')).not.toContain('has this flaw too');
  });

  test('what only a run of the base could tell stands apart from what is new', () => {
    const body = withTrial({
      findings: [
        { ...aptLists, since: 'new' },
        { ...rootUser, check: 'shutdown-hangs' },
      ],
    });
    expect(body).toMatch(
      /\*\*New in this pull request\*\*\n\n1\. \*\*Notice\*\*[^\n]+\n\n\*\*Seen when it ran\*\*; whether the base has it too is not known\n\n1\. \*\*Warning/,
    );
  });

  test('where there is no last report of the base, the findings alone are compared', () => {
    const comparison = { base: laterHead, new: 0, remaining: 1, fixed: [] };
    const body = withTrial({ findings: [{ ...rootUser, since: 'remaining' }], comparison });
    expect(body).toContain('371.8\u00a0MB. 1 finding: 1 remains.\n');
    expect(body).not.toContain('| Measure |');
    const other = withTrial({ findings: [], comparison: { ...comparison, remaining: 0, otherStore: 'containerd' } });
    expect(other).toContain('| Image, unpacked | 371.8\u00a0MB | not compared, containerd there |');
  });

  test.each([
    ['is told from 5% and 10 MB on', 20_000_000, 'it serves on port 8000; the image grows by 20.0\u00a0MB'],
    ['that is less is not', 15_000_000, 'the image builds, starts and answers on port 8000'],
    ['downward is none', -200_000_000, 'the image builds, starts and answers on port 8000'],
  ])('growth %s', (_, delta, words) => {
    const comparison = {
      base: laterHead,
      bytes: { base: 371_800_000 - delta, delta },
      new: 0,
      remaining: 0,
      fixed: [],
    };
    expect(withTrial({ findings: [], comparison }).split('\n')[1]).toBe(`### ✅ Sea Trial passed: ${words}`);
  });

  test('a refuted suspicion is a line under what was tried, without advice', () => {
    const refuted = finding({
      check: 'context-leaks',
      severity: 'warning',
      title: '`.env` is in the image',
      why: 'w',
      advice: 'Remove it.',
      status: 'refuted',
    });
    const body = withTrial({ findings: [refuted] });
    expect(body).toContain('- **Refuted**: context-leaks: `.env` is in the image\n');
    expect(body).toContain('Nothing to change.');
    expect(body).not.toContain('Remove it');
  });

  test('a finding that fails the trial by `fail-on` is its headline', () => {
    expect(withTrial({ verdict: 'failed' })).toContain('### ❌ Sea Trial failed: the server runs as root (uid 0)\n');
  });

  test('a skipped trial is one line', () => {
    expect(withTrial({ verdict: 'skipped', because: 'nothing that concerns it has changed' })).toMatch(
      /\n### Sea Trial skipped: nothing that concerns it has changed\n\nCommit /,
    );
  });

  test('notes and ignored findings are told', () => {
    const body = withTrial({
      notes: ['port 8000 is taken, so `8001` was published'],
      ignored: [{ finding: rootUser, reason: 'known' }],
    });
    expect(body).toContain(' port 8000 is taken, so `8001` was published.\n');
    expect(body).toContain('1 warning, 2 notices; 1 ignored');
  });

  test('a fix that was posted as a suggestion is a link, and no diff', () => {
    const suggestion = { href: 'https://github.com/acme/api/pull/1#discussion_r1' };
    const suggestions = new Map([
      [loopbackCause.fingerprint, suggestion],
      [aptLists.fingerprint, suggestion],
    ]);
    const failed = renderComment(loopback, { key, links, suggestions });
    expect(failed).toContain(
      `Write \`0.0.0.0\` instead of \`127.0.0.1\`: [apply the suggestion](${suggestion.href}).\n`,
    );
    expect(failed).not.toContain('```diff');
    expect(renderComment(example, { key, links, suggestions })).toContain(
      `End that RUN with \`&& rm -rf /var/lib/apt/lists/*\`: [apply the suggestion](${suggestion.href}). Confirmed.`,
    );
  });

  test('findings that are new against the base are apart from those it has too', () => {
    const findings = [
      { ...aptLists, since: 'new' as const },
      { ...rootUser, since: 'remaining' as const },
    ];
    expect(withTrial({ findings })).toMatch(
      /\*\*New in this pull request\*\*\n\n1\. \*\*Notice\*\*[^\n]+\n\n<details><summary>1 finding that the base has too<\/summary>/,
    );
  });
});

describe('whatever a log, a file or a name contains', () => {
  test('the comment keeps its frame and its size', () => {
    fc.assert(
      fc.property(
        fc.array(hostileText, { minLength: 1, maxLength: 4 }),
        hostileText,
        fc.constantFrom(1, 300, 30_000),
        (lines, name, times) => {
          const cause = finding({
            check: 'startup-failed',
            severity: 'error',
            title: name,
            why: lines.join(' '),
            advice: name,
            location: { path: name, line: 1, column: 1, endLine: 1, endColumn: 1 },
            status: 'confirmed',
            evidence: [
              {
                kind: 'log',
                lines: Array.from({ length: times }, () => lines)
                  .flat()
                  .slice(0, 20_000),
                omittedLines: 1,
              },
              {
                kind: 'command',
                argv: [name, ...lines],
                exitCode: 1,
                tail: lines.join('\n').repeat(times).slice(0, 200_000),
              },
              { kind: 'exchange', request: name, outcome: name, ms: 1 },
            ],
          });
          const [base] = loopback.trials;
          if (base === undefined) throw new Error('there is no such report');
          const trial = {
            ...base,
            name,
            file: name,
            cause: cause.check,
            findings: [cause, ...fiveOthers],
            notes: lines,
          };
          const body = renderComment(reportOf([trial]), { key, links });
          expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
          const all = body.split('\n');
          expect(all[0]).toBe('<!-- sea-trial key=ci/image/Dockerfile sha=9f1c2ab04d1e run=118 -->');
          expect(all[1]).toMatch(/^### ❌ Sea Trial failed/);
          expect(readState(body)?.trials[0]?.cause).toBe('startup-failed');
          const outside = withoutFences(all);
          expect(outside.filter((line) => line.startsWith('<details>'))).toHaveLength(
            outside.filter((line) => line === '</details>').length,
          );
          // A fold's summary is HTML, where a backslash escapes nothing.
          const live = outside
            .map((line) =>
              line.startsWith('<details>') ? line.replaceAll(/<code>[^<]*<\/code>/g, '') : liveText(line),
            )
            .map((line) => line.replaceAll(/\]\(https:[^)]*\)/g, ''))
            .join('\n');
          expect(live).not.toMatch(/@|<img|\[a\]|www\.|:\/\//);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a long report is cut from the folds inward, and says so', () => {
    const [base] = loopback.trials;
    if (base === undefined) throw new Error('there is no such report');
    const why = 'A reason that fills lines. '.repeat(4_000);
    const cause = { ...loopbackCause, why };
    const body = renderComment(reportOf([{ ...base, findings: [cause] }]), { key, links, maxBytes: 8_000 });
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(8_000);
    expect(body).toContain('The rest is left out, for GitHub takes no more');
    expect(readState(body)?.trials[0]?.cause).toBe('loopback-host');
  });
});

function withoutFences(lines: readonly string[]): string[] {
  const outside: string[] = [];
  let open = '';
  for (const line of lines) {
    if (open !== '') open = line === open ? '' : open;
    else if (/^`{3,}[^`]*$/.test(line)) open = /^`+/.exec(line)?.[0] ?? '';
    else outside.push(line);
  }
  return outside;
}
