import path from 'node:path';
import { modelJson } from '../dockerfile/model-json.ts';
import { loadDockerfile } from '../dockerfile/source.ts';
import type { CommandPorts, ExitCode } from './command.ts';

/** `sea-trial parse FILE…`: the Dockerfile model, for programs and for bug reports. */
export function parseCommand(operands: readonly string[], ports: CommandPorts): ExitCode {
  const files = operands.map((operand) => {
    const loaded = loadDockerfile(ports.files, path.resolve(ports.workingDirectory, operand), operand);
    return 'error' in loaded ? { path: operand, error: loaded.error } : modelJson(loaded.dockerfile);
  });
  const model = { version: 1, files };
  ports.print.result(
    ports.presentation.format === 'json' ? `${JSON.stringify(model, undefined, 2)}\n` : files.map(asText).join('\n'),
  );
  return files.some((file) => 'error' in file) ? 1 : 0;
}

type ModelFile = ReturnType<typeof modelJson> | { readonly path: string; readonly error: string };

function asText(file: ModelFile): string {
  if ('error' in file) return `${file.path}: ${file.error}\n`;
  const lines = file.instructions.map(
    ({ lines: [first, last], text }) =>
      `${first === last ? first : `${first}-${last}`}\t${text.replaceAll('\n', String.raw`\n`)}`,
  );
  return [file.path, ...lines, ...(file.warnings ?? []).map((warning) => `warning: ${warning}`)].join('\n') + '\n';
}
