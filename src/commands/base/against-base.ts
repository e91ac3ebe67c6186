import { diagnoses } from '../../diagnoses/index.ts';
import type { ShellCheck } from '../../lint/shellcheck.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Ports } from '../../ports.ts';
import { probes } from '../../probes/index.ts';
import type { Report, TrialReport } from '../../report.ts';
import type { Settings } from '../../settings/settings.ts';
import { compareWith, judgedByNew } from '../../trial/compare.ts';
import type { Base, FoundBase } from './base.ts';
import { lintBase, type Contents } from './base-lint.ts';

/** What a run is held against. */
export interface BaseSources {
  /** Absent where nothing is compared. */
  readonly base?: Promise<FoundBase | undefined>;
  /** The last report of the base's branch for a trial, where one was kept. */
  readonly baseReport?: (trial: string) => Promise<Report | undefined>;
  /** The same of the default branch, by whichever job; for what is left alone as unchanged. */
  readonly lastReport?: (trial: string) => Promise<Report | undefined>;
  /** What is tried becomes the base of others: a push to the default branch. A trial is left alone only if it is known to have passed. */
  readonly isBaseItself?: boolean;
}

/** Holds the trials of a run against the base. */
export interface BaseComparison {
  /** The commit of the base, once it is known that there is one. */
  readonly commit: Promise<string | undefined>;
  /** Begins at once, beside the build; the result takes the trial when it is done. */
  readonly begin: (plan: Plan, own: Settings) => (trial: TrialReport) => Promise<TrialReport>;
}

export function againstBase(
  settings: Settings,
  ports: Ports & BaseSources,
  shellcheck: ShellCheck | undefined,
): BaseComparison {
  const contents: Contents = new Map();
  const otherChecks = [...diagnoses, ...probes].map(({ id }) => id);
  const told = new Set<string>();
  const note = (because: string): undefined => {
    const all = settings.onlyNew ? ' So all of them count (only-new).' : '';
    const sentence = `The findings are not compared with the base: ${because}.${all}`;
    if (!told.has(sentence)) ports.print.note(sentence);
    told.add(sentence);
  };
  const found = foundIn(ports.base, note);
  return {
    commit: found.then((base) => base?.commit),
    begin(plan, own) {
      const linting = found.then(async (base) => {
        if (base === undefined) return undefined;
        const linted = await lintBase(plan, contents, {
          base,
          settings: own,
          ports,
          otherChecks,
          ...(shellcheck === undefined ? {} : { shellcheck }),
        });
        return linted ?? note('its files cannot be had');
      });
      const report = found.then(async (base) => (base === undefined ? undefined : ports.baseReport?.(plan.name)));
      for (const begun of [linting, report]) begun.catch(() => {}); // thrown below, where it is awaited
      return async (trial) => {
        const linted = await linting;
        if (linted === undefined) return trial;
        const before = (await report)?.trials.find(({ name }) => name === trial.name);
        const compared = await compareWith(trial, { ...linted, ...(before === undefined ? {} : { report: before }) });
        return settings.onlyNew ? judgedByNew(compared, plan.failOn) : compared;
      };
    },
  };
}

async function foundIn(base: BaseSources['base'], note: (because: string) => undefined): Promise<Base | undefined> {
  const found = await base;
  return found !== undefined && 'because' in found ? note(found.because) : found;
}
