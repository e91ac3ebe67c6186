import { openDocker } from '../docker/cli.ts';
import { gitOf } from '../git/git.ts';
import { reportJson } from '../render/json.ts';
import { systemFolders } from '../ports.ts';
import type { Settings } from '../settings/settings.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { removeImages } from './clean-up.ts';
import { inForm } from './form.ts';
import { writeObservations } from './observations.ts';
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
    const { proven } = await runTrials(
      settings,
      {
        ...ports,
        docker,
        folders: systemFolders,
        engineComesWithinMs: 0,
        runId,
        onImage: (reference) => images.push(reference),
      },
      commit,
    );
    const report = await proven();
    if (settings.reportFile !== undefined) ports.files.writeText(settings.reportFile, reportJson(report));
    writeObservations(report, settings, ports);
    ports.print.result(inForm(report, ports));
    return exitCodeOf(report);
  } finally {
    await removeImages(docker, images);
  }
}
