import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/finding.ts';
import { renderLintCheckstyle } from '../../src/render/lint-checkstyle.ts';
import { renderLintCodeClimate } from '../../src/render/lint-codeclimate.ts';
import { renderLintGnu } from '../../src/render/lint-gnu.ts';
import type { LintedFile } from '../../src/render/lint-json.ts';

const finding: Finding = {
  check: 'shell-form-start',
  aliases: ['DL3025'],
  severity: 'warning',
  title: 'the server is started by `CMD uvicorn`',
  why: 'A shell stands between.',
  advice: 'Write a JSON array.',
  location: { path: 'api/Dockerfile', line: 8, column: 5, endLine: 9, endColumn: 12 },
  evidence: [],
  status: 'suspected',
  fingerprint: 'a'.repeat(32),
};
const { location: _, ...placeless } = finding;

const files: readonly LintedFile[] = [
  {
    path: 'api/Dockerfile',
    findings: [
      { ...finding },
      { ...finding, severity: 'error', check: 'loopback-host', location: { ...place('api/requirements.txt', 2) } },
      { ...placeless, severity: 'notice', check: 'missing-expose', fingerprint: 'b'.repeat(32) },
    ],
    ignored: [{ finding, reason: 'meant so' }],
  },
  { path: 'good/Dockerfile', findings: [], ignored: [] },
  { path: 'absent', error: 'does not exist' },
];

function place(path: string, line: number): NonNullable<Finding['location']> {
  return { path, line, column: 1, endLine: line, endColumn: 2 };
}

const hostile: readonly LintedFile[] = [
  {
    path: `x"><evil>&'\u0007.Dockerfile`,
    findings: [
      {
        ...placeless,
        title: `]]></error> & "quoted" '\u001b[31m\u0000\uffff\ud800 ##[error]x\n::error::y`,
        why: '',
        advice: '',
        location: place(`x"><evil>&'\u0007.Dockerfile`, 1),
      },
    ],
    ignored: [],
  },
];

const message = 'The server is started by CMD uvicorn. A shell stands between. Write a JSON array.';

describe('the form gnu', () => {
  it('has a line for each finding, in the shape that hadolint gives it', () => {
    expect(renderLintGnu(files)).toBe(
      [
        `sea-trial:api/Dockerfile:8: shell-form-start warning: ${message}`,
        `sea-trial:api/requirements.txt:2: loopback-host error: ${message}`,
        `sea-trial:api/Dockerfile:1: missing-expose info: ${message}`,
        'sea-trial:absent:1: unreadable-file error: absent does not exist.',
        '',
      ].join('\n'),
    );
  });

  it('keeps a hostile finding on its line', () => {
    expect(renderLintGnu(hostile)).toBe(
      `sea-trial:x"><evil>&'.Dockerfile:1: shell-form-start warning: ]]></error> & "quoted" '\uffff\ufffd # #[error]x ::error::y.\n`,
    );
  });
});

describe('the form checkstyle', () => {
  it('has every file, the findings below the file in which they stand', () => {
    expect(renderLintCheckstyle(files)).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<checkstyle version="4.3">',
        '  <file name="api/Dockerfile">',
        `    <error line="8" column="5" severity="warning" message="${message}" source="shell-form-start"/>`,
        `    <error line="1" column="1" severity="info" message="${message}" source="missing-expose"/>`,
        '  </file>',
        '  <file name="good/Dockerfile"/>',
        '  <file name="absent">',
        '    <error line="1" column="1" severity="error" message="absent does not exist." source="unreadable-file"/>',
        '  </file>',
        '  <file name="api/requirements.txt">',
        `    <error line="2" column="1" severity="error" message="${message}" source="loopback-host"/>`,
        '  </file>',
        '</checkstyle>',
        '',
      ].join('\n'),
    );
  });

  it('is well-formed whatever stands in a finding', () => {
    const line = renderLintCheckstyle(hostile).split('\n').slice(2, 4);
    expect(line).toEqual([
      '  <file name="x&#34;&#62;&#60;evil&#62;&#38;&#39;.Dockerfile">',
      '    <error line="1" column="1" severity="warning" message="]]&#62;&#60;/error&#62; &#38; &#34;quoted&#34; &#39;\ufffd # #[error]x ::error::y." source="shell-form-start"/>',
    ]);
  });
});

describe('the form codeclimate', () => {
  it("is GitLab's array of issues, with hadolint's severities", () => {
    expect(JSON.parse(renderLintCodeClimate(files))).toEqual([
      {
        type: 'issue',
        check_name: 'shell-form-start',
        description: message,
        categories: ['Bug Risk'],
        severity: 'major',
        fingerprint: 'a'.repeat(32),
        location: { path: 'api/Dockerfile', lines: { begin: 8, end: 9 } },
      },
      expect.objectContaining({ check_name: 'loopback-host', severity: 'blocker' }),
      expect.objectContaining({ severity: 'info', location: { path: 'api/Dockerfile', lines: { begin: 1, end: 1 } } }),
      expect.objectContaining({ check_name: 'unreadable-file', severity: 'blocker' }),
    ]);
  });

  it('gives no two issues one fingerprint, and the same ones each time', () => {
    const fingerprints = (): readonly unknown[] => {
      const issues: unknown = JSON.parse(renderLintCodeClimate([...files, ...files]));
      return Array.isArray(issues) ? issues.map((issue: { fingerprint: unknown }) => issue.fingerprint) : [];
    };
    expect(new Set(fingerprints()).size).toBe(8);
    expect(fingerprints()).toEqual(fingerprints());
  });

  it('is an empty array where nothing is found', () => {
    expect(renderLintCodeClimate([])).toBe('[]\n');
  });
});
