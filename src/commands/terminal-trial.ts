import { openDocker } from '../docker/cli.ts';
import { gitOf } from '../git/git.ts';
import { annotationCommand, annotations } from '../render/annotations.ts';
import { reportJson } from '../render/json.ts';
import { localLinks } from '../render/links.ts';
import { renderSummary } from '../render/summary.ts';
import { renderTerminal } from '../render/terminal.ts';
import type { Report } from '../report.ts';
import type { Settings } from '../settings/settings.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { removeImages } from './clean-up.ts';
import { exitCodeOf, runTrials } from './trial.ts';

/** `sea-trial [trial]`: the whole trial in a terminal. */
export async function terminalTrial(settings: Settings, ports: CommandPorts): Promise<ExitCode> {
  const docker = openDocker(ports.environment, ports);
  const images: string[] = [];
  const runId = crypto.randomUUID().slice(0, 8);
  const commit = gitOf(ports.workingDirectory, ports.environment)
    .headCommit()
    .then((head) => (head === undefined ? undefined : { head, tested: head }));
  for (const note of settings.notes) ports.print.note(note);
  try {
    const { report } = await runTrials(
      settings,
      { ...ports, docker, engineComesWithinMs: 0, runId, onImage: (reference) => images.push(reference) },
      commit,
    );
    if (settings.reportFile !== undefined) ports.files.writeText(settings.reportFile, reportJson(report));
    ports.print.result(inForm(report, ports));
    return exitCodeOf(report);
  } finally {
    await removeImages(docker, images);
  }
}

function inForm(report: Report, { presentation, colour, unicode }: CommandPorts): string {
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
