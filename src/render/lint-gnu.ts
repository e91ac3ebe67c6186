import type { LintedFile } from './lint-json.ts';
import { otherToolsName, toldIn } from './lint-told.ts';

/** A line a finding, as compilers write them and editors read them: the shape that hadolint gives it. */
export function renderLintGnu(files: readonly LintedFile[]): string {
  return files
    .flatMap((file) => toldIn(file))
    .map(
      ({ path, line, check, severity, message }) =>
        `sea-trial:${path}:${line}: ${check} ${otherToolsName[severity]}: ${message}\n`,
    )
    .join('');
}
