import path from 'node:path';
import { gitOf } from '../git/git.ts';
import type { Ports } from '../ports.ts';
import type { LintedFile } from '../render/lint-json.ts';
import { lintSarif, reportSarif } from '../render/sarif/sarif.ts';
import type { Report } from '../report.ts';
import { documentedChecks } from './documented-checks.ts';

/** SARIF with the documentation of all checks, and with paths from the root of the repository that the working directory lies in. */
export async function sarifOf(
  version: string,
  { files, environment, workingDirectory }: Pick<Ports, 'files' | 'environment' | 'workingDirectory'>,
  { ignored }: { readonly ignored: boolean },
): Promise<{ ofLint: (files: readonly LintedFile[]) => string; ofReport: (report: Report) => string }> {
  // git tells the root without links; so must the folder be that it is compared with.
  const here = files.realPath(workingDirectory) ?? workingDirectory;
  const root = (await gitOf(here, environment).root()) ?? here;
  const byId = new Map(documentedChecks().map((check) => [check.id, check]));
  const setting = {
    version,
    ignored,
    documented: (id: string) => byId.get(id),
    fromRoot(file: string): string | undefined {
      const counted = path.relative(root, path.resolve(here, file)).split(path.sep).join('/');
      return counted === '' || counted.startsWith('../') || path.isAbsolute(counted) ? undefined : counted;
    },
  };
  return {
    ofLint: (linted) => lintSarif(linted, setting),
    ofReport: (report) => reportSarif(report, setting),
  };
}
