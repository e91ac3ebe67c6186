import path from 'node:path';
import { dockerfileOf, loadDockerfile, type Loaded } from '../dockerfile/source.ts';
import { UserError } from '../errors.ts';
import { severities } from '../finding.ts';
import { annotationCommand, annotationsOf } from '../render/annotations.ts';
import { lintJson, type LintedFile } from '../render/lint-json.ts';
import { renderLintText } from '../render/lint-text.ts';
import type { Settings } from '../settings/settings.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { fixFile, lintDockerfile } from './lint-file.ts';
import { searched } from './targets.ts';

const standardInput = '-';
const place = 'sea-trial lint';

/** `sea-trial lint [FILE|FOLDER|-]…`: every file that was named appears in the result, and a bad one does not stop the others. */
export async function lintCommand(
  operands: readonly string[],
  settings: Settings,
  ports: CommandPorts,
): Promise<ExitCode> {
  const named = [...operands, ...settings.files.map(({ text }) => text)];
  const sources = new Map<string, string>();
  const files: LintedFile[] = [];
  for (const operand of named.length === 0 ? ['.'] : named) {
    for (const file of operand === standardInput ? [operand] : searched(operand, place, ports)) {
      const loaded = await load(file, ports);
      files.push(await lintOne(file, loaded, settings, ports));
      const after = ports.presentation.fix === 'none' ? loaded : await load(file, ports);
      if ('dockerfile' in after) sources.set(file, after.dockerfile.text);
    }
  }
  ports.print.result(inForm(files, sources, ports));
  if (files.some((file) => 'error' in file)) return 2;
  const found = files.flatMap((file) => ('findings' in file ? file.findings : []));
  return found.some(({ severity }) => isAtOrAbove(severity, settings.failOn)) ? 1 : 0;
}

async function load(file: string, ports: CommandPorts): Promise<Loaded> {
  return file === standardInput
    ? dockerfileOf(await ports.readStandardInput(), standardInput)
    : loadDockerfile(ports.files, path.resolve(ports.workingDirectory, file), file);
}

async function lintOne(file: string, loaded: Loaded, settings: Settings, ports: CommandPorts): Promise<LintedFile> {
  if ('error' in loaded) return { path: file, error: loaded.error };
  const { dockerfile } = loaded;
  const context = settings.contexts[0] ?? (file === standardInput ? '.' : path.dirname(file));
  const linting = { settings, ports, otherChecks: await otherChecks(dockerfile.text) };
  const { fix } = ports.presentation;
  if (fix === 'none') return { path: file, ...lintDockerfile(dockerfile, context, linting) };
  if (file === standardInput)
    throw new UserError('standard input is no file that could be changed.', { place: '--fix', hint: 'Name the file.' });
  return fixFile(file, context, fix === 'safe' ? ['safe'] : ['safe', 'unsafe'], linting);
}

/** The diagnoses are many files, so they are only loaded where a pragma may name one. */
async function otherChecks(text: string): Promise<readonly string[]> {
  if (!/#\s*sea-trial\s+ignore/i.test(text)) return [];
  return (await import('./documented-checks.ts')).documentedChecks().map(({ id }) => id);
}

function isAtOrAbove(severity: (typeof severities)[number], failOn: Settings['failOn']): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
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
    case 'text':
    case 'markdown':
      return renderLintText(files, { colour, unicode, sourceOf: (file) => sources.get(file) });
  }
}
