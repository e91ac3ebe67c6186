import { lintJsonForm, type LintedFile } from '../../render/lint-json.ts';
import { lintTextForm } from '../../render/lint-text.ts';
import type { CommandPorts } from '../command.ts';

/** How the result of lint is written: file by file where its form lets it, so that a big repository fills no memory. */
export interface LintForm {
  /** What can be written now; `text` is what the findings are of. */
  readonly file: (linted: LintedFile, text: string | undefined) => string;
  /** What is left to write. */
  readonly end: () => string;
}

/** Text is what most ask for; what renders the other forms is loaded when it is needed. */
export async function openForm(ports: CommandPorts): Promise<LintForm> {
  const { presentation, colour, unicode, version } = ports;
  switch (presentation.format) {
    case 'json':
      return lintJsonForm();
    case 'text':
    case 'markdown': // a whole report's alone
    case 'html':
      return lintTextForm({ colour, unicode });
    case 'gnu': {
      const { renderLintGnu } = await import('../../render/lint-gnu.ts');
      return { file: (linted) => renderLintGnu([linted]), end: () => '' };
    }
    case 'checkstyle':
      return whole((await import('../../render/lint-checkstyle.ts')).renderLintCheckstyle);
    case 'codeclimate':
      return whole((await import('../../render/lint-codeclimate.ts')).renderLintCodeClimate);
    case 'sarif':
      return whole((await (await import('../sarif.ts')).sarifOf(version, ports, { ignored: true })).ofLint);
    case 'github': {
      const { annotationCommand, annotationsOf } = await import('../../render/annotations.ts');
      return whole((files) =>
        annotationsOf(files.flatMap((file) => ('findings' in file ? file.findings : [])))
          .map((annotation) => `${annotationCommand(annotation)}\n`)
          .join(''),
      );
    }
  }
}

/** A form in which one file's findings may stand among another's. */
function whole(render: (files: readonly LintedFile[]) => string): LintForm {
  const files: LintedFile[] = [];
  return {
    file(linted) {
      files.push(linted);
      return '';
    },
    end: () => render(files),
  };
}
