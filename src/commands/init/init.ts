import path from 'node:path';
import { newDockerignore } from '../../init/new-dockerignore.ts';
import { newWorkflow, usesSeaTrial, type WorkflowInputs } from '../../init/new-workflow.ts';
import { proposeDockerfile } from '../../init/proposal.ts';
import { run } from '../../process.ts';
import { renderPatch } from '../../render/patch.ts';
import { printable } from '../../render/printing.ts';
import type { Settings } from '../../settings/settings.ts';
import type { CommandPorts, ExitCode } from '../command.ts';
import { findPlace, type Place } from './init-place.ts';
import { writeNewFiles, type NewFile } from './write-new-files.ts';

/** `sea-trial init [FOLDER]`: the workflow file, and what else a repository lacks. What is there stays as it is. */
export async function initCommand(
  [operand = '.']: readonly string[],
  settings: Settings,
  ports: CommandPorts,
): Promise<ExitCode> {
  const { presentation, print, workingDirectory } = ports;
  const place = await findPlace(operand, settings, ports);
  const shown: Shown = (file) => slashed(path.relative(workingDirectory, file));
  const dockerfile = await dockerfilePart(place, shown, ports);
  const ignore = dockerignorePart(place, shown, ports);
  const workflow = workflowPart(place, shown, ports);
  const parts = [dockerfile, ignore, workflow];
  const files = parts.flatMap(({ file }) => (file === undefined ? [] : [file]));
  for (const note of [...parts.flatMap(({ notes }) => notes), ...place.notes, ...lineEndNotes(place, files)])
    print.note(note);
  if (presentation.dryRun) {
    const changed = files.map(({ path: file, text }) => ({
      path: slashed(path.relative(place.root, file)),
      after: text,
    }));
    print.result(renderPatch(changed, { exact: presentation.outputFile !== undefined }));
    return 0;
  }
  writeNewFiles(files, place.root, shown, ports.files);
  print.result(files.length === 0 ? 'There is nothing to write.\n' : written(files, place, shown));
  return 0;
}

/** A path as seen from the working directory. */
type Shown = (file: string) => string;

interface Part {
  readonly file?: NewFile;
  readonly notes: readonly string[];
}

async function dockerfilePart(place: Place, shown: Shown, ports: CommandPorts): Promise<Part> {
  const { folder, dockerfiles, context } = place;
  if (dockerfiles.length > 0) return kept(dockerfiles.map((file) => shown(path.join(folder, file))));
  const proposal = proposeDockerfile(context, {
    named: ports.presentation.app,
    today: new Date(ports.clock.now()).toISOString().slice(0, 10),
    localPython: await localPython(folder, ports),
  });
  if ('problem' in proposal) return { notes: [`No Dockerfile is written: ${proposal.problem}`] };
  const { text, about, notes } = proposal;
  return { file: { path: path.join(folder, 'Dockerfile'), text, about }, notes };
}

/** `3.12`: who says nowhere else which Python is meant has run the application with that of the terminal. */
async function localPython(cwd: string, { environment }: CommandPorts): Promise<string | undefined> {
  const { stdout } = await run(['python3', '--version'], { deadlineMs: 5000, environment, cwd });
  return /^Python (3\.\d+)/.exec(stdout)?.[1];
}

/** `Dockerfile.dockerignore` would be read instead of it. */
function dockerignorePart({ folder, context, dockerfiles, facts }: Place, shown: Shown, { files }: CommandPorts): Part {
  const names = new Set(files.list(folder).map(({ name }) => name));
  const there = ['.dockerignore', ...dockerfiles.map((file) => `${file}.dockerignore`)].filter(
    (name) => names.has(name) || files.stat(path.join(folder, name)) !== undefined,
  );
  if (there.length > 0) return kept(there.map((name) => shown(path.join(folder, name))));
  // Which of several Dockerfiles is built from this folder, and what it needs of it, is not known.
  if (dockerfiles.length > 1) return { notes: [] };
  return { file: { path: path.join(folder, '.dockerignore'), text: newDockerignore(context, facts) }, notes: [] };
}

function workflowPart(
  { root, folder, dockerfiles, hasNamedTrials = false }: Place,
  shown: Shown,
  { files }: CommandPorts,
): Part {
  const workflows = path.join(root, '.github/workflows');
  const inRepository = slashed(path.relative(root, folder));
  const isUsual = dockerfiles.length === 0 || dockerfiles[0] === 'Dockerfile';
  const inputs: WorkflowInputs = hasNamedTrials
    ? {}
    : {
        ...(inRepository === '' ? {} : { context: inRepository }),
        ...(isUsual ? {} : { file: dockerfiles.map((file) => path.posix.join(inRepository, file)).join('\n') }),
      };
  const all = files.list(workflows).map(({ name }) => ({ name, file: path.join(workflows, name) }));
  const own = all.find(({ name, file }) => /\.ya?ml$/.test(name) && usesSeaTrial(files.readTextIfPresent(file) ?? ''));
  if (own !== undefined) {
    const text = files.readTextIfPresent(own.file) ?? '';
    const isNamed = inputs.context === undefined || text.includes(inputs.context);
    const more = isNamed ? '' : ` For this folder it needs a step with \`context: ${inputs.context ?? ''}\`.`;
    return { notes: [`${shown(own.file)} uses Sea Trial already and is left as it is.${more}`] };
  }
  const file = path.join(workflows, 'sea-trial.yml');
  if (all.some(({ name }) => name === 'sea-trial.yml')) return kept([shown(file)]);
  return { file: { path: file, text: newWorkflow(inputs) }, notes: [] };
}

function kept(names: readonly string[]): Part {
  const isOne = names.length === 1;
  return {
    notes: [`${names.join(', ')} ${isOne ? 'exists and is left as it is' : 'exist and are left as they are'}.`],
  };
}

function lineEndNotes({ context }: Place, files: readonly NewFile[]): readonly string[] {
  const isWindows = ['requirements.txt', 'pyproject.toml'].some((name) => context.textMatches(name, /\r\n/) === true);
  return isWindows && files.length > 0
    ? [
        'The lines of this project end as on Windows; those of the new files end as on Linux, and both are read everywhere.',
      ]
    : [];
}

function written(files: readonly NewFile[], { folder, dockerfiles }: Place, shown: Shown): string {
  const lines = files.map(({ path: file, about }) => `wrote ${shown(file)}${about === undefined ? '' : ` (${about})`}`);
  const isBuilt =
    dockerfiles.join() === 'Dockerfile' || files.some(({ path: file }) => path.basename(file) === 'Dockerfile');
  const next = isBuilt
    ? [`Try it here by \`sea-trial ${shown(folder) === '' ? '.' : shown(folder)}\`, then commit the files.`]
    : [];
  return `${[...lines, ...next].map(printable).join('\n')}\n`;
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}
