import type { Diagnosis, RecordedAnswer, RecordedExample, RecordedRun } from '../diagnoses/diagnosis.ts';
import type { Probe } from '../probes/probe.ts';
import type { RuleSettings } from '../rules/rule-settings.ts';
import type { BadExample, Example, RuleDescription } from '../rules/rule.ts';
import { bullets, code, fence, joined, markup, nothing, paragraphs, prose, type Markdown } from './markdown.ts';
import { duration } from './numbers.ts';

/** What is known under one id: a rule of lint, a diagnosis of a run, or both of the same flaw; or a probe. */
export interface DocumentedCheck {
  readonly id: string;
  readonly rule?: RuleDescription;
  readonly diagnosis?: Diagnosis;
  readonly probe?: Probe;
}

/** The documentation of a check, as Markdown: docs/checks/<id>.md, and what `sea-trial explain` prints. */
export function checkPage(check: DocumentedCheck): string {
  const { id, rule, diagnosis, probe } = check;
  const both = rule !== undefined && diagnosis !== undefined;
  const page = paragraphs(
    markup`# ${{ markdown: id }}`,
    rule === undefined
      ? nothing
      : paragraphs(both ? markup`## What lint sees` : nothing, ruleSection(rule, both ? 3 : 2)),
    diagnosis === undefined
      ? nothing
      : paragraphs(both ? markup`## What a trial sees` : nothing, diagnosisSection(diagnosis, both ? 3 : 2)),
    probe === undefined ? nothing : probeSection(probe),
    rule === undefined ? nothing : ignoreSection(id),
    referencesSection([...new Set([...(rule?.references ?? []), ...(diagnosis?.references ?? [])])]),
  );
  return `${page.markdown}\n`;
}

/** Every check in one table, by id. */
export function checksPage(checks: readonly DocumentedCheck[]): string {
  const rows = checks.map(({ id, rule, diagnosis, probe }) => {
    const seenBy = [rule && 'lint', diagnosis && 'trial', probe && 'trial'].filter((each) => each !== undefined);
    const summary = rule?.summary ?? diagnosis?.summary ?? probe?.summary ?? '';
    const aliases = joined((rule?.aliases ?? []).map(code), ', ').markdown;
    return `| [${id}](${id}.md) | ${cell(sentence(summary))} | ${rule?.severity ?? diagnosisWord(diagnosis)} | ${seenBy.join(', ')} | ${aliases} |`;
  });
  return `${[
    '# All checks',
    '',
    'A rule reads the Dockerfile and its context (lint). A diagnosis names the cause why an image does not build, start, answer or stop (trial). A probe measures in the running container what a rule suspects.',
    '',
    '| Check | What it says | Severity | Seen by | Also known as |',
    '|:--|:--|:--|:--|:--|',
    ...rows,
  ].join('\n')}\n`;
}

function ruleSection(rule: RuleDescription, level: 2 | 3): Markdown {
  const aliases = rule.aliases.length === 0 ? nothing : markup` Also known as ${joined(rule.aliases.map(code), ', ')}.`;
  const severity =
    rule.severity === 'off'
      ? markup`**Off** until it is switched on.`
      : markup`**${{ markdown: capital(rule.severity) }}**.`;
  return paragraphs(
    sentence(rule.summary),
    { markdown: `${severity.markdown}${aliases.markdown}` },
    prose(rule.why),
    ...rule.bad.map((example) => badExample(example, level)),
    ...rule.good.map((example) => paragraphs(heading(level, 'Fine', example.title), files(example))),
  );
}

function badExample(example: BadExample, level: 2 | 3): Markdown {
  const fixed = [
    ...(example.fixed === undefined ? [] : [fence(lines(example.fixed), 'dockerfile')]),
    ...Object.entries(example.fixedFiles ?? {}).map(([path, text]) => file(path, text)),
  ];
  return paragraphs(
    heading(level, 'Told', example.title),
    files(example),
    ...(fixed.length === 0 ? [] : [markup`Fixed:`, ...fixed]),
  );
}

function diagnosisSection(diagnosis: Diagnosis, level: 2 | 3): Markdown {
  const blame = isRemark(diagnosis)
    ? 'The container serves, and this is worth a word: the trial **fails** of it only where `fail-on` says so.'
    : diagnosis.blames === 'image'
      ? 'The trial **failed**: the image is to blame.'
      : 'The trial **could not run**: its set-up is to blame, and the image is not.';
  return paragraphs(
    sentence(diagnosis.summary),
    { markdown: blame },
    prose(diagnosis.why),
    ...diagnosis.examples.map((example) => recorded(example, level)),
  );
}

function recorded(example: RecordedExample, level: 2 | 3): Markdown {
  return paragraphs(
    heading(level, 'Seen', example.title),
    files(example),
    ...run(example.saw),
    example.place === undefined ? nothing : markup`The place to change: ${code(example.place)}.`,
  );
}

function run(saw: RecordedRun): readonly Markdown[] {
  const facts = [
    saw.build === undefined ? [] : [markup`The build ended: ${code(saw.build.message)}`],
    saw.create === undefined || saw.create.exitCode === 0
      ? []
      : [markup`docker refused the container: ${code(saw.create.stderr)}`],
    saw.exitCode === undefined ? [] : [markup`The container ended with exit code ${saw.exitCode}`],
    saw.oomKilled === true ? [markup`The kernel killed it for want of memory`] : [],
    saw.listening === undefined
      ? []
      : [
          markup`It listened on ${saw.listening.length === 0 ? markup`nothing` : joined(saw.listening.map(code), ', ')}`,
        ],
    saw.answers === undefined || saw.answers.length === 0
      ? []
      : [markup`Requests ended: ${joined(saw.answers.map(answerWord), ', ')}`],
    (saw.documented ?? []).map(
      ({ outcome, deviation }) =>
        markup`A documented GET ended: ${code(outcome)}${deviation === undefined ? nothing : markup` (it ${prose(deviation)})`}`,
    ),
    saw.tls === undefined ? [] : [markup`A TLS handshake worked: ${code(saw.tls)}`],
    saw.healthCheck === undefined
      ? []
      : [markup`Its health check ended with exit code ${saw.healthCheck.exitCode}: ${code(saw.healthCheck.output)}`],
    saw.stop === undefined
      ? []
      : [markup`Stopped, it ended with exit code ${saw.stop.exitCode} after ${{ markdown: duration(saw.stop.ms) }}`],
    saw.waitedMs === undefined ? [] : [markup`It was decided after ${{ markdown: duration(saw.waitedMs) }}`],
  ].flat();
  const log = [...(saw.build?.log ?? []), ...(saw.log ?? []), ...(saw.stop?.log ?? [])];
  return [
    facts.length === 0 ? nothing : bullets(facts),
    log.length === 0 ? nothing : fence(log, 'text'),
    ...(saw.threads === undefined
      ? []
      : [markup`Asked where its threads stand, it wrote:`, fence(saw.threads, 'text')]),
  ];
}

function answerWord(answer: string | RecordedAnswer): Markdown {
  if (typeof answer === 'string') return code(answer);
  const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  const body = answer.body === undefined || answer.body === '' ? [] : [JSON.stringify(answer.body)];
  return code([answer.outcome, ...headers, ...body].join(', '));
}

function isRemark({ moments }: Diagnosis): boolean {
  return moments.every((moment) => moment === 'serve' || moment === 'stop');
}

function probeSection(probe: Probe): Markdown {
  return paragraphs(
    sentence(probe.summary),
    prose(probe.why),
    probe.settles.length === 0
      ? nothing
      : markup`It settles what lint suspects: ${joined(probe.settles.map(checkLink), ', ')}.`,
  );
}

function ignoreSection(id: string): Markdown {
  return paragraphs(
    markup`## Leave it out`,
    markup`Above the instruction, with the reason; or by the setting ${code('ignore')}:`,
    fence([`# sea-trial ignore=${id} the reason`], 'dockerfile'),
  );
}

function referencesSection(references: readonly string[]): Markdown {
  if (references.length === 0) return nothing;
  return paragraphs(markup`## Read more`, bullets(references.map((address) => ({ markdown: `<${address}>` }))));
}

function heading(level: 2 | 3, word: 'Told' | 'Fine' | 'Seen', title: string): Markdown {
  return { markdown: `${'#'.repeat(level)} ${word}: ${prose(title).markdown}` };
}

function files(example: Pick<Example, 'dockerfile' | 'files' | 'settings'>): Markdown {
  return paragraphs(
    fence(lines(example.dockerfile), 'dockerfile'),
    ...(example.settings === undefined
      ? []
      : [markup`${code('.sea-trial.yml')}:`, fence(configured(example.settings), 'yaml')]),
    ...Object.entries(example.files ?? {}).map(([path, text]) => file(path, text)),
  );
}

function file(path: string, text: string): Markdown {
  if (text === '') return markup`${code(path)} is there, and empty.`;
  return paragraphs(markup`${code(path)}:`, fence(lines(text), path.endsWith('.py') ? 'python' : 'text'));
}

function configured({ trustedRegistries = [], labelSchema, strictLabels }: Partial<RuleSettings>): readonly string[] {
  const labels = [...(labelSchema ?? [])];
  return [
    ...(trustedRegistries.length === 0 ? [] : ['trusted-registries:']),
    ...trustedRegistries.map((registry) => `  - ${JSON.stringify(registry)}`),
    ...(labels.length === 0 ? [] : ['label-schema:']),
    ...labels.map(([label, type]) => `  ${label}: ${type}`),
    ...(strictLabels === true ? ['strict-labels: true'] : []),
  ];
}

function lines(text: string): readonly string[] {
  return text.replace(/\n$/, '').split('\n');
}

function checkLink(id: string): Markdown {
  return { markdown: `[${id}](${id}.md)` };
}

function cell(content: Markdown): string {
  return content.markdown.replaceAll('|', String.raw`\|`);
}

function diagnosisWord(diagnosis: Diagnosis | undefined): string {
  if (diagnosis === undefined) return '';
  if (isRemark(diagnosis)) return 'warning';
  return diagnosis.blames === 'image' ? 'error' : 'could not run';
}

/** A summary is a claim as in mid-sentence. */
function sentence(summary: string): Markdown {
  return { markdown: `${capital(prose(summary).markdown)}.` };
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
