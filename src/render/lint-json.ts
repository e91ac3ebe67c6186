import type { Finding, IgnoredFinding } from '../finding.ts';
import { findingData } from './finding-json.ts';

/** What lint came to for one file that was named. */
export type LintedFile =
  | {
      readonly path: string;
      readonly findings: readonly Finding[];
      readonly ignored: readonly IgnoredFinding[];
      /** What `--fix` has changed; `findings` is then what is left. */
      readonly fixed?: readonly Finding[];
    }
  | {
      readonly path: string;
      /** Why it could not be linted. */
      readonly error: string;
    };

/** The text of `sea-trial lint --format json`. */
export function lintJson(files: readonly LintedFile[]): string {
  const form = lintJsonForm();
  return [...files.map(form.file), form.end()].join('');
}

/** The same in pieces, one a file. */
export function lintJsonForm(): { readonly file: (file: LintedFile) => string; readonly end: () => string } {
  const [opening = '', closing = ''] = JSON.stringify({ ...lintData([]), files: ['|'] }, undefined, 2).split('"|"');
  let before = opening;
  return {
    file(file) {
      const piece = `${before}${JSON.stringify(fileData(file), undefined, 2).replaceAll('\n', '\n    ')}`;
      before = `,${opening.slice(opening.lastIndexOf('\n'))}`;
      return piece;
    },
    end: () => `${closing}\n`,
  };
}

export function lintData(files: readonly LintedFile[]) {
  return { version: 1 as const, files: files.map(fileData) };
}

function fileData(file: LintedFile) {
  if ('error' in file) return { path: file.path, error: file.error };
  return {
    path: file.path,
    findings: file.findings.map(findingData),
    ignored: file.ignored.map(({ finding, reason }) => ({ ...findingData(finding), reason })),
    ...(file.fixed === undefined ? {} : { fixed: file.fixed.map(findingData) }),
  };
}
