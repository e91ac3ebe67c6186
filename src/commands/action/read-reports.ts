import path from 'node:path';
import { UserError } from '../../errors.ts';
import type { Ports } from '../../ports.ts';
import { shortened } from '../../render/prose.ts';
import { readReport } from '../../render/read-report.ts';
import type { Report, TrialReport } from '../../report.ts';
import type { Settings } from '../../settings/settings.ts';
import { isAwaited } from '../../trial/awaited.ts';
import { fixedStart, isPattern } from '../run/find-dockerfiles.ts';

type ReportPorts = Ports & { readonly version: string };

/** What an honest report comes nowhere near. */
const mostBytes = 10_000_000;
const mostBytesInAll = 200_000_000;
/** A matrix has 256 jobs, and its plan leaves one too. */
const mostFiles = 257;
const mostTrials = 10_000;
const mostFolders = 10_000;
/** Of a name or a sentence; logs, sources and instructions may be longer, and are cut where they are shown. */
const mostCharacters = 20_000;
const mayBeLong: ReadonlySet<string> = new Set(['text', 'lines', 'tail', 'instruction']);

/**
 * One report of all trials in the files that the input `reports` names. Whose commit it is and where it belongs is told by GitHub alone.
 * Throws a `UserError` where one of them is not valid: whoever made it may be a stranger.
 */
export function mergedReport(settings: Settings, commit: NonNullable<Report['commit']>, ports: ReportPorts): Report {
  const left = { bytes: mostBytesInAll };
  const trials = filesOf(settings, ports).flatMap((file) => trialsIn(file, commit.head, left, ports));
  if (trials.length > mostTrials)
    throw new UserError(`${trials.length} trials are more than ${mostTrials}.`, { place: 'input reports' });
  return {
    version: 1,
    tool: { name: 'sea-trial', version: ports.version },
    commit,
    trials: answered(trials),
  };
}

/**
 * What a plan awaited gives way to what a job reported of it: under the same name, or where the job called it otherwise, of the same
 * Dockerfile and context. The name of the plan is kept, for it is told apart by it from all the others.
 */
function answered(trials: readonly TrialReport[]): readonly TrialReport[] {
  const awaitedNames = new Set(trials.filter(isAwaited).map(({ name }) => name));
  const reported = trials.filter((trial) => !isAwaited(trial));
  const byName = new Map(reported.map((trial) => [trial.name, trial]));
  const byPlace = Map.groupBy(
    reported.filter(({ name }) => !awaitedNames.has(name)),
    placeOf,
  );
  const taken = new Set<TrialReport>();
  const planned = trials.filter(isAwaited).map((awaited) => {
    const found = byName.get(awaited.name) ?? byPlace.get(placeOf(awaited))?.find((trial) => !taken.has(trial));
    if (found === undefined) return awaited;
    taken.add(found);
    return { ...found, name: awaited.name };
  });
  return [...planned, ...reported.filter((trial) => !taken.has(trial))];
}

function placeOf({ file, context }: TrialReport): string {
  return `${context}\0${file}`;
}

function filesOf({ reports }: Settings, ports: ReportPorts): readonly string[] {
  const place = 'input reports';
  const files = [...new Set(reports.flatMap((text) => (isPattern(text) ? matching(text, ports) : [text])))];
  if (files.length === 0)
    throw new UserError(reports.length === 0 ? 'no report is named.' : 'no file is there.', {
      place,
      hint: 'Name the report.json files that actions/download-artifact has fetched, such as `reports/**/*.json`.',
    });
  if (files.length > mostFiles)
    throw new UserError(
      `${files.length} files are more than ${mostFiles}, which is what the most jobs of a matrix and their plan leave.`,
      {
        place,
        hint: 'Name fewer.',
      },
    );
  return files;
}

/**
 * Files below the folder that the pattern begins with. Git is not asked: an artifact may hold a `.git` of its own, whose settings
 * name programs. Links are not followed.
 */
function matching(pattern: string, { files, workingDirectory }: ReportPorts): readonly string[] {
  const wanted = path.posix.normalize(pattern);
  const found: string[] = [];
  const waiting = [fixedStart(wanted)];
  for (let folder = waiting.pop(), visited = 0; folder !== undefined; folder = waiting.pop(), visited += 1) {
    if (visited > mostFolders)
      throw new UserError(`there are more than ${mostFolders} folders to look into.`, { place: 'input reports' });
    for (const { name, kind } of files.list(path.resolve(workingDirectory, folder))) {
      const file = path.posix.join(folder, name);
      if (kind === 'folder') waiting.push(file);
      else if (kind === 'file' && path.posix.matchesGlob(file, wanted)) found.push(file);
    }
  }
  return found.toSorted();
}

function trialsIn(file: string, head: string, left: { bytes: number }, ports: ReportPorts): readonly TrialReport[] {
  const text = textOf(file, ports);
  left.bytes -= Buffer.byteLength(text);
  if (left.bytes < 0) throw invalid(file, `together with the others it has more than ${mostBytesInAll} bytes`);
  const read = readReport(text);
  if ('error' in read) throw invalid(file, `it is no report: ${shortened(read.error, 300)}`);
  const { commit, trials } = read.report;
  if (commit !== undefined && commit.head !== head)
    throw invalid(file, `it tells of the commit ${commit.head}, and the run was of ${head}`);
  // To make safe Markdown of a sentence of megabytes takes minutes.
  const long = longTextIn(trials);
  if (long !== undefined) throw invalid(file, `its ${long} is longer than ${mostCharacters} characters`);
  return trials;
}

/** The name of a member that holds a text beyond all measure. */
function longTextIn(value: unknown, name = 'report'): string | undefined {
  if (typeof value === 'string') return value.length > mostCharacters ? name : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    if (mayBeLong.has(key)) continue;
    const found = longTextIn(member, Array.isArray(value) ? name : key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An artifact may hold links, to what is on this machine and no business of whoever made the artifact. */
function textOf(file: string, { files, workingDirectory, environment }: ReportPorts): string {
  const absolute = path.resolve(workingDirectory, file);
  const real = files.realPath(absolute);
  const own = [workingDirectory, environment['RUNNER_TEMP'] ?? workingDirectory].flatMap(
    (folder) => files.realPath(folder) ?? [],
  );
  if (real === undefined) throw invalid(file, 'there is no such file');
  if (files.realPath(path.dirname(absolute)) !== path.dirname(real) || path.basename(real) !== path.basename(absolute))
    throw invalid(file, 'it is a symbolic link');
  if (!own.some((folder) => real.startsWith(`${folder}${path.sep}`)))
    throw invalid(file, 'it lies outside of the workspace');
  const found = files.stat(real);
  if (found?.kind !== 'file') throw invalid(file, 'it is no file');
  if (found.bytes > mostBytes)
    throw invalid(file, `it has ${found.bytes} bytes, and more than ${mostBytes} are not read`);
  return files.readBytes(real).toString('utf8');
}

function invalid(file: string, because: string): UserError {
  return new UserError(`${because}.`, {
    place: file,
    hint: 'Nothing is posted: whoever made the file may be a stranger.',
  });
}
