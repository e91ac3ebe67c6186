import { annotationCommand, annotations } from '../render/annotations.ts';
import { reportJson } from '../render/json.ts';
import { localLinks } from '../render/links.ts';
import { renderSummary } from '../render/summary.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { Report } from '../report.ts';
import type { CommandPorts } from './command.ts';

/** A whole report, in the form that was asked for. */
export function inForm(report: Report, { presentation, colour, unicode }: CommandPorts): string {
  switch (presentation.format) {
    case 'text':
    case 'checkstyle': // lint's alone
    case 'codeclimate':
    case 'gnu':
      return renderTerminal(report, { colour, unicode });
    case 'json':
      return reportJson(report);
    case 'markdown':
      return renderSummary(report, { links: localLinks });
    case 'github':
      return annotations(report, { event: 'push' })
        .map((annotation) => `${annotationCommand(annotation)}\n`)
        .join('');
  }
}
