import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Dockerfile } from '../dockerfile/model.ts';
import { dockerfileOf, loadDockerfile, type Loaded } from '../dockerfile/source.ts';
import { UserError } from '../errors.ts';
import { severities, type Severity } from '../finding.ts';
import type { ShellCheck } from '../lint/shellcheck.ts';
import { failOnOf } from '../plan/facts-for.ts';
import { annotationCommand, annotationsOf } from '../render/annotations.ts';
import { renderLintCheckstyle } from '../render/lint-checkstyle.ts';
import { renderLintCodeClimate } from '../render/lint-codeclimate.ts';
import { renderLintGnu } from '../render/lint-gnu.ts';
import { lintJson, type LintedFile } from '../render/lint-json.ts';
import { renderLintText } from '../render/lint-text.ts';
import type { Settings } from '../settings/settings.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { fixFile, lintDockerfile, type Linting } from './lint-file.ts';
import { overlayOver } from './overlay.ts';
import { namedFiles, type NamedFile } from './targets.ts';
import { tellingReader, type ConfigurationReader } from './telling-reader.ts';
import { unreadShell } from './unread-shell.ts';

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
  const { renderPatch } = await import('../render/patch.ts');
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
  // While programs are waited for, the next files are read. Fixes may meet in one file, so they are made one after another.
  const atOnce = ports.presentation.fix === 'none' ? availableParallelism() : 1;
  const outcomes = await inTurns(named, atOnce, (file) => lintOne(file, run));
  ports.print.result(
    inForm(
      outcomes.map(({ linted }) => linted),
      new Map(outcomes.flatMap(({ linted, text }) => (text === undefined ? [] : [[linted.path, text] as const]))),
      ports,
    ),
  );
  if (outcomes.some(({ linted }) => 'error' in linted) || run.buildkit?.isIncomplete() === true) return 2;
  return outcomes.some(({ failed }) => failed) ? 1 : 0;
}

/** What all files share. */
interface LintRun extends Pick<Linting, 'buildkit'> {
  readonly settings: Settings;
  readonly ports: CommandPorts;
  readonly configurationOf: ConfigurationReader;
  readonly openShellCheck: () => Promise<ShellCheck>;
}

async function openRun(settings: Settings, ports: CommandPorts): Promise<LintRun> {
  const { environment, print } = ports;
  let opened: Promise<ShellCheck> | undefined;
  return {
    settings,
    ports,
    configurationOf: tellingReader(settings, ports),
    // Loaded where there is something to read: lint of one small file starts as fast as it can.
    openShellCheck: () =>
      (opened ??= import('../lint/shellcheck.ts').then(({ openShellCheck }) =>
        openShellCheck({ environment, note: print.note }),
      )),
    ...(ports.presentation.buildkit
      ? { buildkit: (await import('./lint-buildkit.ts')).openBuildkit(settings, ports) }
      : {}),
  };
}

interface Outcome {
  readonly linted: LintedFile;
  readonly failed: boolean;
  /** What the findings are of. */
  readonly text?: string;
}

async function lintOne(named: NamedFile, run: LintRun): Promise<Outcome> {
  const { settings, ports, configurationOf } = run;
  const file = named.text;
  if (named.error !== undefined) return { linted: { path: file, error: named.error }, failed: false };
  const loaded = await load(file, ports);
  if ('error' in loaded) return { linted: { path: file, error: loaded.error }, failed: false };
  const { dockerfile } = loaded;
  for (const sentence of unreadShell(dockerfile)) ports.print.note(`sea-trial: ${sentence}`);
  const configuration = await configurationOf(path.resolve(ports.workingDirectory, file));
  const context = settings.contexts[0] ?? (file === standardInput ? '.' : path.dirname(file));
  const runs = dockerfile.instructions.some(({ keyword }) => keyword === 'RUN' || keyword === 'ONBUILD');
  const linting: Linting = {
    settings,
    configuration,
    ports,
    otherChecks: await otherChecks(dockerfile.text),
    ...(runs && ports.presentation.shellcheck === 'auto' ? { shellcheck: await run.openShellCheck() } : {}),
    ...(run.buildkit === undefined ? {} : { buildkit: run.buildkit }),
  };
  const linted = await lintOrFix(loaded.dockerfile, context, linting, ports.presentation.fix);
  const after = ports.presentation.fix === 'none' ? loaded : await load(file, ports);
  return {
    linted,
    failed: fails(linted, failOnOf(settings, configuration), ports.presentation.diff),
    ...('dockerfile' in after ? { text: after.dockerfile.text } : {}),
  };
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
  fix: CommandPorts['presentation']['fix'],
): Promise<LintedFile> {
  const file = dockerfile.path;
  if (fix === 'none') return { path: file, ...(await lintDockerfile(dockerfile, context, linting)) };
  if (file === standardInput)
    throw new UserError('standard input is no file that could be changed.', { place: '--fix', hint: 'Name the file.' });
  return fixFile(file, context, fix === 'safe' ? ['safe'] : ['safe', 'unsafe'], linting);
}

/** The results in the order of the items, however long each takes. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<Item, Result>();
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) results.set(item, await work(item));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return items.flatMap((item) => {
    const result = results.get(item);
    return result === undefined ? [] : [result];
  });
}

/** The diagnoses are many files, so they are only loaded where a pragma may name one. */
async function otherChecks(text: string): Promise<readonly string[]> {
  if (!/#\s*sea-trial\s+ignore/i.test(text)) return [];
  return (await import('./documented-checks.ts')).documentedChecks().map(({ id }) => id);
}

/** What is only shown as mended stands in the file all the same. */
function fails(file: LintedFile, failOn: Severity | 'never', isUnmended: boolean): boolean {
  if (failOn === 'never' || 'error' in file) return false;
  const standing = isUnmended ? [...file.findings, ...(file.fixed ?? [])] : file.findings;
  return standing.some(({ severity }) => severities.indexOf(severity) <= severities.indexOf(failOn));
}

function inForm(
  files: readonly LintedFile[],
  sources: ReadonlyMap<string, string>,
  { presentation, colour, unicode }: CommandPorts,
): string {
  switch (presentation.format) {
    case 'json':
      return lintJson(files);
    case 'github':
      return annotationsOf(files.flatMap((file) => ('findings' in file ? file.findings : [])))
        .map((annotation) => `${annotationCommand(annotation)}\n`)
        .join('');
    case 'checkstyle':
      return renderLintCheckstyle(files);
    case 'codeclimate':
      return renderLintCodeClimate(files);
    case 'gnu':
      return renderLintGnu(files);
    case 'text':
    case 'markdown':
      return renderLintText(files, { colour, unicode, sourceOf: (file) => sources.get(file) });
  }
}
