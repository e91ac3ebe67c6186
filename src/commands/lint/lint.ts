import path from 'node:path';
import { lintContext } from './lint-context.ts';
import type { Dockerfile } from '../../dockerfile/model.ts';
import { dockerfileOf, loadDockerfile, type Loaded } from '../../dockerfile/source.ts';
import { UserError } from '../../errors.ts';
import { sharedListings } from '../../facts/context-files.ts';
import { severities, type Severity } from '../../finding.ts';
import { openShellCheck, type ShellCheck } from '../../lint/shellcheck.ts';
import { failOnOf, type FactsPorts } from '../../plan/facts-for.ts';
import { systemFiles } from '../../ports.ts';
import type { LintedFile } from '../../render/lint-json.ts';
import { withoutConfiguration } from '../../settings/configuration.ts';
import type { Settings } from '../../settings/settings.ts';
import type { CommandPorts, ExitCode } from '../command.ts';
import { fixFile, lintDockerfile, type Linting } from './lint-file.ts';
import { tellThatItHasLinted } from './has-linted.ts';
import { openForm } from './lint-forms.ts';
import { inTurns, type Work } from '../run/in-turns.ts';
import type { MarkSince } from './lint-against-base.ts';
import { lintSettingsReader, type LintSettingsReader } from './lint-settings.ts';
import { overlayOver } from './overlay.ts';
import { namedFiles, type NamedFile } from '../run/targets.ts';
import { tellingReader, type ConfigurationReader } from '../run/telling-reader.ts';
import { unreadShell } from './unread-shell.ts';
import type { Configured } from './vain-ignores.ts';

const standardInput = '-';
const place = 'sea-trial lint';

/** `sea-trial lint [FILE|FOLDER|-]…`: every file that was named appears in the result, and a bad one does not stop the others. */
export async function lintCommand(
  operands: readonly string[],
  settings: Settings,
  ports: CommandPorts,
): Promise<ExitCode> {
  if (!ports.presentation.diff) return lintNamed(operands, settings, ports);
  const { files, written } = overlayOver(ports.files);
  const untold = { ...ports, files, print: { ...ports.print, result: () => {} } };
  const exitCode = await lintNamed(operands, settings, untold);
  const { renderPatch } = await import('../../render/patch.ts');
  const changed = [...written].map(([file, after]) => {
    const before = ports.files.stat(file) === undefined ? undefined : ports.files.readBytes(file).toString('utf8');
    const relative = path.relative(ports.workingDirectory, file).split(path.sep).join('/');
    return { path: relative, after, ...(before === undefined ? {} : { before }) };
  });
  ports.print.result(renderPatch(changed, { exact: ports.presentation.outputFile !== undefined }));
  return exitCode;
}

async function lintNamed(operands: readonly string[], settings: Settings, ports: CommandPorts): Promise<ExitCode> {
  const typed = [...operands.map((text) => ({ text, place })), ...settings.files];
  const named = await namedFiles(typed.length === 0 ? [{ text: '.', place }] : typed, ports, 'searched');
  const run = await openRun(settings, ports);
  const form = await openForm(ports);
  const result = inPieces(ports);
  const configured: Configured[] = [];
  let exitCode: ExitCode = 0;
  const take = (outcome: Outcome): void => {
    result.write(form.file(outcome.linted, outcome.text));
    if (outcome.configured !== undefined) configured.push(withoutFindings(outcome.configured));
    if ('error' in outcome.linted) exitCode = 2;
    else if (outcome.failed && exitCode === 0) exitCode = 1;
  };
  if (named.length < fewestForCrew || !canBeShared(named, settings, ports))
    await inTurns(named, await lanesHere(named, run), take);
  else await inBatches(named, run, take);
  result.write(form.end());
  result.end();
  if (configured.some(({ configuration }) => configuration.placedIgnores.length > 0)) {
    const { vainIgnores } = await import('./vain-ignores.ts');
    for (const sentence of await vainIgnores(configured, ports)) ports.print.note(sentence);
  }
  return run.buildkit?.isIncomplete() === true ? 2 : exitCode;
}

/** Fewer are done before a second thread has read the rules. */
const fewestForCrew = 300;
const batchLength = 16;

/** Fixes may meet in one file, and the engine, standard input and files of another kind are only here. */
function canBeShared(
  named: readonly NamedFile[],
  { onlyNew }: Settings,
  { presentation, files }: CommandPorts,
): boolean {
  const isHere = presentation.buildkit || presentation.fix !== 'none' || files !== systemFiles || onlyNew;
  return !isHere && named.every(({ text }) => text !== standardInput);
}

/** While programs are waited for, the next files are read; but where files are changed, one is done after another. */
async function lanesHere(named: readonly NamedFile[], run: LintRun): Promise<readonly Work<NamedFile, Outcome>[]> {
  const atOnce =
    named.length === 1 || run.ports.presentation.fix !== 'none' ? 1 : (await import('node:os')).availableParallelism();
  return Array.from({ length: atOnce }, () => async (file: NamedFile) => lintOne(file, run));
}

/** On all cores, and none of it here: the garbage of lint grows with the files unless a limit is set, which only a worker can have. */
async function inBatches(named: readonly NamedFile[], run: LintRun, take: (outcome: Outcome) => void): Promise<void> {
  const { settings, ports } = run;
  const { openCrew } = await import('./lint-crew.ts');
  const { presentation, workingDirectory, print } = ports;
  const told = new Set<string>();
  const note = (line: string): void => {
    if (!told.has(line)) print.note(line); // each thread would tell once what concerns them all
    told.add(line);
  };
  // As in lintOne: where programs may have been started, an end is only between two batches.
  const signal = presentation.shellcheck === 'auto' ? ports.signal : undefined;
  await using crew = openCrew({ settings, presentation, workingDirectory }, note);
  const batches = Array.from({ length: Math.ceil(named.length / batchLength) }, (_, index) =>
    named.slice(index * batchLength, (index + 1) * batchLength),
  );
  await inTurns(batches, crew.lanes, (outcomes) => {
    signal?.throwIfAborted();
    outcomes.forEach(take);
  });
}

/** What is kept of a file until all are linted: that it was, and what was ignored where somebody placed an ignore. */
function withoutFindings({ file, linted, configuration }: Configured): Configured {
  const { path: shown } = linted;
  return configuration.placedIgnores.length === 0 || 'error' in linted
    ? { file, linted: { path: shown, findings: [], ignored: [] }, configuration: withoutConfiguration }
    : { file, linted: { path: shown, findings: [], ignored: linted.ignored }, configuration };
}

const pieceLength = 65_536;

/** To standard output the result goes piece by piece, so that no more than one of them is held; a file is written whole. */
function inPieces({ presentation, print }: CommandPorts): { write: (text: string) => void; end: () => void } {
  let held = '';
  return {
    write(text) {
      held += text;
      if (held.length < pieceLength || presentation.outputFile !== undefined) return;
      print.result(held);
      held = '';
    },
    end: () => print.result(held),
  };
}

/** What all files share. */
export interface LintRun extends Pick<Linting, 'buildkit'> {
  readonly settings: Settings;
  readonly settingsOf: LintSettingsReader;
  readonly ports: CommandPorts;
  readonly note: (line: string) => void;
  readonly facts: FactsPorts;
  readonly configurationOf: ConfigurationReader;
  readonly openShellCheck: () => Promise<ShellCheck>;
  /** Absent where nothing is compared with a base. */
  readonly markSince?: MarkSince;
}

export async function openRun(
  settings: Settings,
  ports: CommandPorts,
  note: (line: string) => void = ports.print.note,
): Promise<LintRun> {
  const { clock, files, environment, workingDirectory, print } = ports;
  let opened: Promise<ShellCheck> | undefined;
  return {
    settings,
    settingsOf: await lintSettingsReader(settings, ports),
    ports,
    note,
    facts: factsPorts(ports),
    configurationOf: tellingReader(settings, {
      clock,
      files,
      environment,
      workingDirectory,
      print: { ...print, note },
    }),
    openShellCheck: async () => (opened ??= openShellCheck({ environment, note })),
    ...(ports.presentation.buildkit
      ? { buildkit: (await import('./lint-buildkit.ts')).openBuildkit(settings, ports) }
      : {}),
    ...(settings.onlyNew
      ? { markSince: await (await import('./lint-against-base.ts')).openMarkSince(ports, note) }
      : {}),
  };
}

function factsPorts({ clock, files, workingDirectory, presentation }: CommandPorts): FactsPorts {
  // A fix may make a file, and the next Dockerfile must see it.
  const isUnchanged = presentation.fix === 'none';
  return { clock, files, workingDirectory, ...(isUnchanged ? { listContext: sharedListings(files) } : {}) };
}

export interface Outcome {
  readonly linted: LintedFile;
  readonly failed: boolean;
  readonly configured?: Configured;
  /** What the findings are of. */
  readonly text?: string;
}

export async function lintOne(named: NamedFile, run: LintRun): Promise<Outcome> {
  const { ports, note, facts, configurationOf } = run;
  const file = named.text;
  if (named.error !== undefined) return { linted: { path: file, error: named.error }, failed: false };
  const loaded = await load(file, ports);
  if ('error' in loaded) return { linted: { path: file, error: loaded.error }, failed: false };
  const { dockerfile } = loaded;
  for (const sentence of unreadShell(dockerfile)) note(`sea-trial: ${sentence}`);
  const settings = await run.settingsOf(file);
  const configuration = await configurationOf(path.resolve(ports.workingDirectory, file));
  const { context, note: aboutContext } =
    file === standardInput ? { context: settings.contexts[0] ?? '.' } : lintContext(dockerfile, settings, facts);
  if (aboutContext !== undefined) note(aboutContext);
  const runs = dockerfile.instructions.some(({ keyword }) => keyword === 'RUN' || keyword === 'ONBUILD');
  const shellcheck = runs && ports.presentation.shellcheck === 'auto' ? await run.openShellCheck() : undefined;
  // Once it may have been started, an end is only between two files: by then its texts are removed.
  if (shellcheck !== undefined) ports.signal.throwIfAborted();
  const linting: Linting = {
    settings,
    configuration,
    ports: facts,
    otherChecks: await otherChecks(dockerfile.text),
    ...(shellcheck === undefined ? {} : { shellcheck }),
    ...(run.buildkit === undefined ? {} : { buildkit: run.buildkit }),
  };
  const told = await lintOrFix(loaded.dockerfile, context, linting, ports.presentation);
  const after = ports.presentation.fix === 'none' ? loaded : await load(file, ports);
  const linted = await marked(told, after, context, linting, run);
  if (runs) tellThatItHasLinted();
  return {
    linted,
    failed: fails(linted, failOnOf(settings, configuration), ports.presentation.diff),
    configured: { file: path.resolve(ports.workingDirectory, file), linted, configuration },
    ...('dockerfile' in after ? { text: after.dockerfile.text } : {}),
  };
}

/** Standard input is in no commit. */
async function marked(
  linted: LintedFile,
  loaded: Loaded,
  context: string,
  linting: Linting,
  { markSince }: LintRun,
): Promise<LintedFile> {
  if (markSince === undefined || 'error' in linted || 'error' in loaded || linted.path === standardInput) return linted;
  return { ...linted, findings: await markSince(linted.findings, loaded.dockerfile, context, linting) };
}

async function load(file: string, ports: CommandPorts): Promise<Loaded> {
  return file === standardInput
    ? dockerfileOf(await ports.readStandardInput(), standardInput)
    : loadDockerfile(ports.files, path.resolve(ports.workingDirectory, file), file);
}

async function lintOrFix(
  dockerfile: Dockerfile,
  context: string,
  linting: Linting,
  { fix, diff }: CommandPorts['presentation'],
): Promise<LintedFile> {
  const file = dockerfile.path;
  if (fix === 'none') return { path: file, ...(await lintDockerfile(dockerfile, context, linting)) };
  if (file === standardInput)
    throw new UserError('standard input is no file that could be changed.', {
      place: diff ? '--diff' : '--fix',
      hint: 'Name the file.',
    });
  return fixFile(file, context, fix === 'safe' ? ['safe'] : ['safe', 'unsafe'], linting);
}

/** The diagnoses are many files, so they are only loaded where a pragma may name one. */
async function otherChecks(text: string): Promise<readonly string[]> {
  if (!/#\s*sea-trial\s+ignore/i.test(text)) return [];
  return (await import('../documented-checks.ts')).documentedChecks().map(({ id }) => id);
}

/** What is only shown as mended stands in the file all the same. */
function fails(file: LintedFile, failOn: Severity | 'never', isUnmended: boolean): boolean {
  if (failOn === 'never' || 'error' in file) return false;
  const standing = isUnmended ? [...file.findings, ...(file.fixed ?? [])] : file.findings;
  // Only where it was asked for anything is marked: what the base has too fails nothing then.
  return standing.some(
    ({ severity, since }) => since !== 'remaining' && severities.indexOf(severity) <= severities.indexOf(failOn),
  );
}
