import type { Sources } from '../observation.ts';
import type { TrialReport } from '../report.ts';

type About = Pick<TrialReport, 'name' | 'file' | 'context'>;

/** The report of a trial that was not run: what it is known by, and what is told of it. `dockerfile` is the text where it was read. */
export function untried(
  about: About,
  told: Pick<TrialReport, 'verdict' | 'cause' | 'because' | 'stages' | 'lastPassed'>,
  dockerfile = '',
): TrialReport {
  const { name, file, context } = about;
  return {
    name,
    file,
    context,
    ...told,
    findings: [],
    ignored: [],
    notes: [],
    observation: { version: 1, name, sources: sourcesOfUntried(about, dockerfile) },
  };
}

/** Of what was not run nothing else was read. */
export function sourcesOfUntried({ file, context }: About, dockerfile = ''): Sources {
  return { dockerfile: { path: file, text: dockerfile }, context, buildArguments: {}, files: [], listing: [] };
}
