import path from 'node:path';
import { dockerfileOf, loadDockerfile, type Loaded } from '../dockerfile/source.ts';
import { severities } from '../finding.ts';
import { lint } from '../lint/lint.ts';
import { factsFor, ignoreSettings } from '../plan/facts-for.ts';
import { annotationCommand, annotationsOf } from '../render/annotations.ts';
import { lintJson, type LintedFile } from '../render/lint-json.ts';
import { renderLintText } from '../render/lint-text.ts';
import type { Settings } from '../settings/settings.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { searched } from './targets.ts';

const standardInput = '-';

/** `sea-trial lint [FILE|FOLDER|-]…`: every file that was named appears in the result, and a bad one does not stop the others. */
export async function lintCommand(
  operands: readonly string[],
  settings: Settings,
  ports: CommandPorts,
): Promise<ExitCode> {
  const named = [...operands, ...settings.files.map(({ text }) => text)];
  const sources = new Map<string, string>();
  const files: LintedFile[] = [];
  for (const file of named.length === 0 ? ['.'] : named) {
    for (const found of file === standardInput ? [file] : searched(file, 'sea-trial lint', ports)) {
      const loaded =
        found === standardInput
          ? dockerfileOf(await ports.readStandardInput(), standardInput)
          : loadDockerfile(ports.files, path.resolve(ports.workingDirectory, found), found);
      if ('dockerfile' in loaded) sources.set(found, loaded.dockerfile.text);
      files.push(lintFile(found, loaded, settings, ports));
    }
  }
  ports.print.result(inForm(files, sources, ports));
  if (files.some((file) => 'error' in file)) return 2;
  return files.some(
    (file) => 'findings' in file && file.findings.some(({ severity }) => isAtOrAbove(severity, settings.failOn)),
  )
    ? 1
    : 0;
}

function lintFile(file: string, loaded: Loaded, settings: Settings, ports: CommandPorts): LintedFile {
  if ('error' in loaded) return { path: file, error: loaded.error };
  const context = settings.contexts[0] ?? (file === standardInput ? '.' : path.dirname(file));
  const read = { dockerfile: loaded.dockerfile, file: path.resolve(ports.workingDirectory, file), context };
  const { findings, ignored } = lint({
    facts: factsFor(read, settings, ports),
    ignore: ignoreSettings(settings),
  });
  return { path: file, findings, ignored };
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
