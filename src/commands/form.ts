import { annotationCommand, annotations } from '../render/annotations.ts';
import { reportJson } from '../render/json.ts';
import { localLinks } from '../render/links.ts';
import { renderSummary } from '../render/summary.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { Report } from '../report.ts';
import type { CommandPorts } from './command.ts';

/** A whole report, in the form that was asked for. */
export async function inForm(report: Report, ports: CommandPorts): Promise<string> {
  const { presentation, colour, unicode, version } = ports;
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
    case 'html': {
      const { renderHtml } = await import('../render/html/page.ts');
      return renderHtml(report);
    }
    case 'sarif': {
      const { sarifOf } = await import('./sarif.ts');
      return (await sarifOf(version, ports, { ignored: true })).ofReport(report);
    }
    case 'github':
      return annotations(report, { event: 'push' })
        .map((annotation) => `${annotationCommand(annotation)}\n`)
        .join('');
  }
}
