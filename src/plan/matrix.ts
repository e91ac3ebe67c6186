import { UserError } from '../errors.ts';

/** A trial as the inputs of a step name it. */
export interface MatrixTrial {
  readonly name: string;
  /** A folder, or the name of a trial in the configuration file. */
  readonly context: string;
  /** Absent where it is the context's own Dockerfile. */
  readonly file?: string;
}

/** One job: `title` for people, the others are inputs of the step. Where it runs several trials they have their own names. */
export interface MatrixJob {
  readonly title: string;
  readonly name: string;
  /** A line each. */
  readonly context: string;
  readonly file: string;
}

/** GitHub refuses a matrix of more jobs. */
export const mostJobs = 256;

/** The output `matrix`, for `strategy.matrix: ${{ fromJSON(…) }}`: a job a trial, or where they are too many, a few trials a job. */
export function matrixOf(trials: readonly MatrixTrial[]): { readonly include: readonly MatrixJob[] } {
  if (trials.length <= mostJobs) return { include: trials.map((trial) => jobOf([trial])) };
  // One job's inputs can name many contexts, or many Dockerfiles of one context.
  const groups = [...Map.groupBy(trials, ({ context, file }) => (file === undefined ? '' : `\0${context}`)).values()];
  if (groups.length > mostJobs)
    throw new UserError(`${trials.length} trials with ${groups.length} contexts do not fit into ${mostJobs} jobs.`, {
      place: 'mode plan',
      hint: 'Give the trials names in .sea-trial.yml, under `trials:`, so that many of them fit into one job.',
    });
  const perJob = trials.length / (mostJobs - groups.length);
  return { include: groups.flatMap((group) => inParts(group, Math.ceil(group.length / perJob)).map(jobOf)) };
}

function jobOf(trials: readonly MatrixTrial[]): MatrixJob {
  const [first, last] = [trials[0], trials.at(-1)];
  const lines = (texts: readonly (string | undefined)[]): string =>
    [...new Set(texts.filter((each) => each !== undefined))].join('\n');
  return {
    title: trials.length === 1 ? (first?.name ?? '') : `${first?.name} … ${last?.name} (${trials.length})`,
    name: trials.length === 1 ? (first?.name ?? '') : '',
    context: lines(trials.map(({ context }) => context)),
    file: lines(trials.map(({ file }) => file)),
  };
}

/** Parts of nearly one length, in their order. */
function inParts<Item>(items: readonly Item[], parts: number): readonly (readonly Item[])[] {
  return Array.from({ length: parts }, (_, index) =>
    items.slice(Math.round((index * items.length) / parts), Math.round(((index + 1) * items.length) / parts)),
  ).filter((part) => part.length > 0);
}
