import { posix } from 'node:path';
import { type Finding, type IgnoredFinding, severities } from '../../finding.ts';
import type { Report } from '../../report.ts';
import type { DocumentedCheck } from '../check-page.ts';
import type { LintedFile } from '../lint-json.ts';
import { count } from '../numbers.ts';
import { type Told, resultOf } from './result.ts';
import { ruleOf } from './rule.ts';
import { sentence } from './text.ts';

export interface SarifSetting {
  readonly version: string;
  /** The documentation of a check, which becomes the help of its rule. */
  readonly documented: (id: string) => DocumentedCheck | undefined;
  /** A path, as seen from the working directory, counted from the repository's root; undefined outside of it. */
  readonly fromRoot: (path: string) => string | undefined;
  /**
   * Whether findings that the repository ignores are told, as suppressed. GitHub's code scanning does not read that, and would open an
   * alert for each; other viewers do.
   */
  readonly ignored: boolean;
}

/** SARIF 2.1.0 of what lint found. */
export function lintSarif(files: readonly LintedFile[], setting: SarifSetting): string {
  const told = files.flatMap((file) =>
    'error' in file ? [] : toldOf(file.findings, setting.ignored ? file.ignored : [], file.path),
  );
  const troubles = files.flatMap((file) => ('error' in file ? [sentence(`${file.path} ${file.error}`)] : []));
  return sarif('lint', told, troubles, setting);
}

/** SARIF 2.1.0 of all trials of a report, as one run. */
export function reportSarif({ trials }: Report, setting: SarifSetting): string {
  const told = trials.flatMap(({ findings, ignored, file }) => toldOf(findings, setting.ignored ? ignored : [], file));
  const troubles = trials.flatMap(({ verdict, because = '' }) =>
    verdict === 'errored' && because !== '' ? [sentence(because)] : [],
  );
  const [only] = trials;
  return sarif(trials.length === 1 && only !== undefined ? only.name : 'all', told, troubles, setting);
}

/** What stands at no place is told of the Dockerfile's first line: code scanning refuses a result without a place. */
function toldOf(findings: readonly Finding[], ignored: readonly IgnoredFinding[], file: string): readonly Told[] {
  return [
    ...findings.filter(({ status }) => status !== 'refuted').map((finding) => ({ finding, file })),
    ...ignored.map(({ finding, reason }) => ({ finding, file, reason })),
  ];
}

/** Code scanning takes no more of a run, and drops what it likes of more. */
const mostResults = 5_000;

function sarif(name: string, all: readonly Told[], troubles: readonly string[], setting: SarifSetting): string {
  const told = distinct(all);
  const kept = gravest(told);
  const left = told.length - kept.length;
  const checks = [...new Set(kept.map(({ finding }) => finding.check))].toSorted();
  const notifications = [
    ...troubles.map((text) => ({ level: 'error' as const, message: { text } })),
    ...(left === 0
      ? []
      : [
          {
            level: 'warning' as const,
            message: { text: `${count(left, 'milder result')} left out: code scanning takes ${mostResults} of a run.` },
          },
        ]),
  ];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Sea Trial',
            semanticVersion: setting.version,
            informationUri: 'https://github.com/sea-trial/sea-trial',
            rules: checks.map((check) => ruleOf(check, kept, setting.documented(check))),
          },
        },
        // Between slashes stands what is compared with what: the next run of the same name replaces this one's alerts.
        automationDetails: { id: `sea-trial/${encodeURIComponent(name.toWellFormed())}/` },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        invocations: [{ executionSuccessful: troubles.length === 0, toolExecutionNotifications: notifications }],
        results: kept.map((each) => resultOf(each, checks.indexOf(each.finding.check), setting.fromRoot)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Two trials of one Dockerfile find the same. */
function distinct(told: readonly Told[]): readonly Told[] {
  const seen = new Map<string, Told>();
  for (const each of told) {
    const { finding, reason } = each;
    const { check, fingerprint, location } = finding;
    const place = location === undefined ? each.file : `${location.path}:${location.line}:${location.column}`;
    const key = [check, fingerprint, posix.normalize(place), reason === undefined ? '' : 'ignored'].join('\0');
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

/** As they were, but where they are too many without the mildest; what is ignored goes first. */
function gravest(told: readonly Told[]): readonly Told[] {
  if (told.length <= mostResults) return told;
  const weight = ({ finding, reason }: Told): number =>
    severities.indexOf(finding.severity) + (reason === undefined ? 0 : severities.length);
  const kept = new Set(told.toSorted((a, b) => weight(a) - weight(b)).slice(0, mostResults));
  return told.filter((each) => kept.has(each));
}
