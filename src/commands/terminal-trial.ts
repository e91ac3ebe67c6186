import { openDocker } from '../docker/cli.ts';
import { gitOf } from '../git/git.ts';
import { systemFolders, type Progress } from '../ports.ts';
import type { Settings } from '../settings/settings.ts';
import { runIdOf } from '../run-id.ts';
import { baseOfBranch } from './base/base.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { removeForsaken, removeImages } from './clean-up.ts';
import { inForm } from './form.ts';
import { writeObservations } from './observations.ts';
import { openPage, temporaryPage } from './open-page.ts';
import { wantedFiles, writeReport } from './report-files.ts';
import { runSettingsOf } from './run/run-settings.ts';
import { exitCodeOf, runTrials } from './run/trial.ts';
import { needsBase } from './affected/unchanged-trials.ts';

/** `sea-trial [trial]`: the whole trial in a terminal. */
export async function terminalTrial(given: Settings, ports: CommandPorts): Promise<ExitCode> {
  const docker = openDocker(ports.environment, ports);
  const run = await runSettingsOf(given, ports);
  const { settings } = run;
  const images: string[] = [];
  const runId = runIdOf(ports.files);
  const git = gitOf(ports.workingDirectory, ports.environment);
  const commit = git.headCommit().then((head) => (head === undefined ? undefined : { head, tested: head }));
  for (const note of settings.notes) ports.print.note(note);
  const tidying = tidyBeside(ports.print.progress, () => removeForsaken({ ...ports, docker, folders: systemFolders }));
  try {
    const { proven } = await runTrials(
      run,
      {
        ...ports,
        print: { ...ports.print, progress: tidying.progress },
        docker,
        folders: systemFolders,
        engineComesWithinMs: 0,
        runId,
        onImage: (reference) => images.push(reference),
        ...(needsBase(settings) ? { base: baseOfBranch(git) } : {}),
      },
      commit,
    );
    const report = await proven();
    const wanted = wantedFiles(settings, ports);
    const page = wanted.html ?? (ports.presentation.open ? temporaryPage(report, runId) : undefined);
    await writeReport(report, { ...wanted, ...(page === undefined ? {} : { html: page }) }, ports);
    writeObservations(report, settings, ports);
    ports.print.result(await inForm(report, ports));
    if (page !== undefined && ports.presentation.open) await openPage(page, ports);
    return exitCodeOf(report);
  } finally {
    await removeImages(docker, images);
    await tidying.done();
  }
}

/** What killed runs have left is removed while the container under trial stops, when this machine has nothing else to do. */
function tidyBeside(
  progress: Progress,
  tidy: () => Promise<void>,
): { readonly progress: Progress; readonly done: () => Promise<void> } {
  let tidied: Promise<void> | undefined;
  const begin = (): Promise<void> => (tidied ??= tidy());
  return {
    progress(event) {
      if (event.kind === 'stage-began' && event.stage === 'stop') begin().catch(() => {}); // told in the end
      progress(event);
    },
    done: begin,
  };
}
