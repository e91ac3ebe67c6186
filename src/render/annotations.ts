import { type Finding, type Severity, severities } from '../finding.ts';
import type { Report, TrialReport } from '../report.ts';
import { bySeverity } from './entries.ts';
import { price } from './finding-markdown.ts';
import { pathFromRoot } from './links.ts';
import { printable } from './printing.ts';
import { capitalised, plain, stopped } from './prose.ts';
import { headline, trouble } from './wording.ts';

/** A mark beside a line of the diff, or on the run's page where no line can be named. Lines and columns count from 1. */
export interface Annotation {
  readonly level: Severity;
  /** The claim. */
  readonly title: string;
  /** Why it matters, what to do, id and status. */
  readonly message: string;
  /** As seen from the repository's root. */
  readonly path?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

export interface AnnotationScope {
  readonly event: 'pull_request' | 'push';
  /** Paths of the diff as seen from the repository's root; unknown where absent. */
  readonly changed?: ReadonlySet<string>;
  /** The checkout's folder as seen from the working directory. */
  readonly root?: string;
}

/** GitHub shows no more of a level of one step. */
const mostOfALevel = 10;
const longestTitle = 250;
const longestMessage = 4_000;

/**
 * In a pull request the cause, confirmed errors, and what lies in files of the diff: marks on files that nobody touches are
 * noise. On a push errors only.
 */
export function annotations(report: Report, scope: AnnotationScope): Annotation[] {
  return limited(
    report.trials.flatMap((trial) => {
      const cause = trial.cause === undefined ? undefined : trial.findings.find(({ check }) => check === trial.cause);
      const others = trial.findings.filter((finding) => finding !== cause && concerns(finding, scope));
      const root = scope.root ?? '';
      return [
        ...(cause === undefined ? withoutPlace(trial) : [annotationOf({ ...cause, severity: 'error' }, root)]),
        ...bySeverity(others).map((finding) => annotationOf(finding, root)),
      ];
    }),
  );
}

/** For lint alone, where there is no cause; without a scope all that stand. */
export function annotationsOf(findings: readonly Finding[], scope?: AnnotationScope): Annotation[] {
  const wanted = findings.filter((finding) =>
    scope === undefined ? finding.status !== 'refuted' : concerns(finding, scope),
  );
  return limited(bySeverity(wanted).map((finding) => annotationOf(finding, scope?.root ?? '')));
}

/** As the runner reads it from a line of output: `::error title=…,file=…::message`. */
export function annotationCommand({
  level,
  title,
  message,
  path,
  line,
  endLine,
  column,
  endColumn,
}: Annotation): string {
  const properties = Object.entries({ title, file: path, line, endLine, col: column, endColumn })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
  return `::${level} ${properties.join(',')}::${escapedData(message)}`;
}

function concerns(finding: Finding, { event, changed, root = '' }: AnnotationScope): boolean {
  if (finding.status === 'refuted') return false;
  if (event === 'push') return finding.severity === 'error';
  if (finding.severity === 'error' && finding.status === 'confirmed') return true;
  const path = finding.location === undefined ? undefined : pathFromRoot(finding.location.path, root);
  return path !== undefined && changed?.has(path) === true;
}

function annotationOf(finding: Finding, root: string): Annotation {
  const { location, severity, title, why, advice, cost, check, status } = finding;
  const path = location === undefined ? undefined : pathFromRoot(location.path, root);
  const prices = price(cost ?? {}).join(', ');
  return {
    level: severity,
    title: clipped(plain(capitalised(title)), longestTitle),
    message: clipped(
      [prices, why, advice]
        .map((sentences) => plain(capitalised(stopped(sentences))))
        .filter((sentence) => sentence !== '')
        .join(' '),
      longestMessage,
    ).concat(` [${printable(check)}, ${status}]`),
    ...(location === undefined || path === undefined
      ? {}
      : {
          path,
          line: location.line,
          // Columns of a place of several lines are refused, and only its first line is shown.
          ...(location.line === location.endLine
            ? { endLine: location.line, column: location.column, endColumn: location.endColumn }
            : {}),
        }),
  };
}

/** The trial failed, and no finding tells why: it is told on the run's page. */
function withoutPlace(trial: TrialReport): Annotation[] {
  const unexplained = trial.verdict === 'errored' || (trial.verdict === 'failed' && trial.cause !== undefined);
  if (!unexplained) return [];
  const sentences = trial.because ?? trouble(trial) ?? '';
  return [
    {
      level: 'error',
      title: clipped(plain(capitalised(headline(trial))), longestTitle),
      message: clipped(
        plain(capitalised(stopped(sentences))) || `${trial.name}: the report has what was seen.`,
        longestMessage,
      ),
    },
  ];
}

function limited(all: readonly Annotation[]): Annotation[] {
  return severities.flatMap((severity) => all.filter(({ level }) => level === severity).slice(0, mostOfALevel));
}

function clipped(text: string, most: number): string {
  const safe = printable(text);
  return safe.length <= most ? safe : `${safe.slice(0, most - 1).toWellFormed()}…`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
