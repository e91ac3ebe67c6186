import path from 'node:path';
import { UserError } from '../errors.ts';
import { readReport } from '../render/read-report.ts';
import type { Report } from '../report.ts';
import { replay } from '../trial/replay.ts';
import type { CommandPorts, ExitCode } from './command.ts';
import { inForm } from './form.ts';
import { readObservation } from './observations.ts';
import { exitCodeOf } from './run/trial.ts';

/** `sea-trial report`: a report in another form, or what was recorded told anew. Nothing is built or started. */
export async function reportCommand([file]: readonly string[], ports: CommandPorts): Promise<ExitCode> {
  const report = reportToTell(file, ports);
  ports.print.result(await inForm(report, ports));
  return exitCodeOf(report);
}

function reportToTell(file: string | undefined, ports: CommandPorts): Report {
  const { observationFile } = ports.presentation;
  if (file === undefined && observationFile !== undefined)
    return {
      version: 1,
      tool: { name: 'sea-trial', version: ports.version },
      trials: [replay(readObservation(observationFile, ports))],
    };
  if (file === undefined || observationFile !== undefined)
    throw new UserError(
      file === undefined ? 'there is nothing to report on.' : 'one of two files can be reported on.',
      {
        place: 'sea-trial report',
        hint: 'Write sea-trial report REPORT.json, or sea-trial report --observation FILE.',
      },
    );
  return fromFile(file, ports);
}

function fromFile(file: string, { files, workingDirectory }: CommandPorts): Report {
  const text = readTextOf(path.resolve(workingDirectory, file), files);
  if (text === undefined)
    throw new UserError('there is no such file, or none that can be read.', {
      place: file,
      hint: 'Name the report.json that a trial has written (report-file).',
    });
  const read = readReport(text);
  if ('report' in read) return read.report;
  throw new UserError(`it is no report: ${read.error}.`, {
    place: file,
    hint: 'Name the report.json that a trial has written (report-file), unchanged.',
  });
}

/** A report may be larger than a source file. */
function readTextOf(file: string, files: CommandPorts['files']): string | undefined {
  return files.stat(file)?.kind === 'file' ? files.readBytes(file).toString('utf8') : undefined;
}
