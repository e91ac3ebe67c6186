import type { Finding } from '../finding.ts';
import type { TrialReport } from '../report.ts';
import type { Detail } from './budget.ts';
import { causeBlock } from './cause-markdown.ts';
import { changeSentence, changesOf, earlierState } from './changes.ts';
import { type Entry, entriesOf, findingsIn } from './entries.ts';
import { fixedMarkdown, findingsSentence, measuresTable } from './comparison-markdown.ts';
import { baseName, isCompared } from './comparison-words.ts';
import { type FindingSetting, claim, entryLines, wholeFinding } from './finding-markdown.ts';
import {
  type Markdown,
  bullets,
  code,
  details,
  fence,
  joined,
  link,
  markup,
  nothing,
  numbered,
  paragraphs,
  prose,
  text,
} from './markdown.ts';
import { hardeningLines, hardeningSummary, provenFlags, securityContext } from './hardening-words.ts';
import { count, duration, megabytes } from './numbers.ts';
import { capitalised, stopped } from './prose.ts';
import { proofSentences } from './proof-words.ts';
import { builtSentence, pushedSentence, skippedSentences, stopSummary } from './stage-words.ts';
import { type Previous, traceOf } from './state.ts';
import { triedFold } from './tried-markdown.ts';
import { trouble } from './wording.ts';

/** How a report is told in Markdown; the comment is short, the page of the run has everything. */
export interface MarkdownSetting extends FindingSetting {
  readonly form: 'comment' | 'summary';
  readonly detail: Detail;
  readonly previous?: Previous;
  /** The commit that is reported. */
  readonly head: string;
  /** The branch that is compared with, where its name is known. */
  readonly baseBranch?: string;
}

/** What is told of one trial between the verdict and the footer. */
export function trialBody(trial: TrialReport, setting: MarkdownSetting): Markdown {
  if (trial.verdict === 'skipped') return nothing;
  const entries = entriesOf(trial);
  const { cause } = entries;
  const { previous } = setting;
  const before = earlierState(trial, previous);
  const changes = before === undefined ? undefined : changesOf(trial, before);
  const change = previous === undefined ? nothing : changeSentence(changes, previous, setting.head);
  const serves = trial.cause === undefined && trial.verdict !== 'errored';
  const { comparison } = trial;
  const fixed = comparison === undefined ? nothing : fixedMarkdown(comparison, setting.links);
  if (!serves) {
    return paragraphs(
      change,
      cause === undefined ? troubleSentence(trial) : causeBlock(cause, causeSetting(trial, setting)),
      cause?.since === 'remaining' ? prose(`${capitalised(baseName(setting.baseBranch))} has this flaw too.`) : nothing,
      proof(trial),
      fixed,
      foldOf(entries.others, othersTitle(entries.others, cause), setting),
      joined([...sentencesOf(trial), notes(trial)], ' '),
    );
  }
  const isNews = newsTest(trial, changes?.known);
  const shown = isNews === undefined ? entries.others : entries.others.filter(isNews);
  const visible = setting.detail === 'failures' ? [] : shown.slice(0, most(setting).visible);
  const rest = entries.others.filter((entry) => !visible.includes(entry));
  const measured = comparison === undefined ? nothing : measuresTable(trial, comparison, setting.baseBranch);
  const sentences =
    measured.markdown === ''
      ? [
          numbersSentence(trial, entries.others.length === 0),
          comparison === undefined ? nothing : prose(findingsSentence(trial, comparison)),
        ]
      : [];
  return paragraphs(
    joined([change, ...sentences, prose(pushedSentence(trial) ?? ''), notes(trial)], ' '),
    isCompared(trial) ? comparedList(visible, setting) : listOf(visible, setting),
    proof(trial),
    fixed,
    measured,
    foldOf(rest, restTitle(rest, visible.length, setting), setting),
    hardening(trial),
    wantsTried(setting, entries.refuted, before !== undefined) ? triedFold(trial, entries.refuted) : nothing,
  );
}

function listOf(entries: readonly Entry[], setting: MarkdownSetting): Markdown {
  return numbered(entries.map((entry) => entryLines(entry, setting, wholeFinding, '   ')));
}

/** What is surely new apart from what only a run of the base could tell. */
function comparedList(entries: readonly Entry[], setting: MarkdownSetting): Markdown {
  const [added, unsure] = [true, false].map((wanted) => entries.filter((entry) => isAdded(entry) === wanted));
  const heading = (words: Markdown, of: readonly Entry[] = []): Markdown =>
    of.length === 0 ? nothing : paragraphs(words, listOf(of, setting));
  return paragraphs(
    heading(markup`**New in this pull request**`, added),
    heading(
      markup`**Seen when it ran**; whether ${prose(baseName(setting.baseBranch))} has it too is not known`,
      unsure,
    ),
  );
}

function isAdded({ finding, below }: Entry): boolean {
  return [finding, ...below].some(({ since }) => since === 'new');
}

function isRemaining({ finding, below }: Entry): boolean {
  return [finding, ...below].every(({ since }) => since === 'remaining');
}

function proof(trial: TrialReport): Markdown {
  const sentences = proofSentences(trial);
  return sentences === undefined ? nothing : prose(sentences);
}

function hardening(trial: TrialReport): Markdown {
  if (trial.hardening === undefined) return nothing;
  const flags = provenFlags(trial);
  const context = securityContext(trial);
  return details(
    hardeningSummary(trial),
    paragraphs(
      bullets(hardeningLines(trial).map(prose)),
      flags === undefined ? nothing : markup`Proven to work together: ${code(`docker run ${flags}`)}. For Kubernetes:`,
      context.length === 0 ? nothing : fence(context, 'yaml'),
    ),
  );
}

/** Five are read; twenty are unfolded; the rest is counted. The page of the run has no other place to point to. */
function most({ form, detail }: MarkdownSetting): { visible: number; folded: number; logLines: number } {
  if (form === 'summary')
    return { visible: 10, folded: detail === 'full' ? Infinity : 100, logLines: detail === 'full' ? 400 : 100 };
  return { visible: 5, folded: detail === 'full' ? 20 : 5, logLines: detail === 'full' ? 40 : 15 };
}

function causeSetting(trial: TrialReport, setting: MarkdownSetting) {
  return {
    ...setting,
    sources: trial.observation.sources,
    logLines: most(setting).logLines,
    evidence: setting.detail !== 'failures',
  };
}

/** What is new against the base, else since the last push; where neither is known, all is shown alike. */
function newsTest(trial: TrialReport, known: ReadonlySet<string> | undefined): ((entry: Entry) => boolean) | undefined {
  const isNew = isCompared(trial)
    ? ({ since }: Finding) => since !== 'remaining'
    : known === undefined
      ? undefined
      : (finding: Finding) => !known.has(traceOf(finding));
  return isNew === undefined ? undefined : ({ finding, below }) => [finding, ...below].some(isNew);
}

function othersTitle(entries: readonly Entry[], cause: Finding | undefined): string {
  const number = findingsIn(entries);
  const added = entries.flatMap(({ finding, below }) => [finding, ...below]).filter(({ since }) => since === 'new');
  const told =
    cause === undefined
      ? count(number, 'finding')
      : `${number} more ${number === 1 ? 'finding, not the cause' : 'findings, none of them the cause'}`;
  return added.length === 0 ? told : `${told}; ${added.length} new`;
}

function restTitle(rest: readonly Entry[], visible: number, { baseBranch }: MarkdownSetting): string {
  const number = findingsIn(rest);
  if (rest.every(isRemaining)) return `${count(number, 'finding')} that ${baseName(baseBranch)} has too`;
  return visible > 0
    ? `${number} more ${number === 1 ? 'finding' : 'findings'}`
    : `${count(number, 'finding')} ${number === 1 ? 'remains' : 'remain'}`;
}

function foldOf(entries: readonly Entry[], title: string, setting: MarkdownSetting): Markdown {
  if (entries.length === 0) return nothing;
  const page = link(markup`run's summary`, setting.links.run?.address);
  if (setting.detail === 'failures') return markup`${prose(stopped(title))} The ${page} lists them.`;
  const { folded } = most(setting);
  const left = findingsIn(entries.slice(folded));
  return details(
    title,
    bullets([
      ...entries.slice(0, folded).map((entry) => entryLines(entry, setting, claim, '  ')),
      ...(left === 0 ? [] : [markup`${left} more: the ${page} lists them`]),
    ]),
  );
}

/** `First answer after 1.4 s, clean stop in 0.4 s, 333.0 MB. Nothing to change.` */
function numbersSentence(trial: TrialReport, nothingToChange: boolean): Markdown {
  const { startupMs, image } = trial;
  const stop = stopSummary(trial);
  const numbers = [
    ...(startupMs === undefined ? [] : [`first answer after ${duration(startupMs)}`]),
    ...(stop === undefined ? [] : [stop]),
    ...(image === undefined ? [] : [megabytes(image.bytes)]),
  ].join(', ');
  const sentence = numbers === '' ? '' : `${numbers.charAt(0).toUpperCase()}${numbers.slice(1)}.`;
  return joined([prose(sentence), nothingToChange ? text('Nothing to change.') : nothing], ' ');
}

function sentencesOf(trial: TrialReport): Markdown[] {
  return [...[builtSentence(trial)].filter((sentence) => sentence !== undefined), ...skippedSentences(trial)].map(
    prose,
  );
}

function troubleSentence(trial: TrialReport): Markdown {
  return prose(stopped(trial.because ?? trouble(trial) ?? ''));
}

function notes(trial: TrialReport): Markdown {
  return joined(
    trial.notes.map((note) => prose(stopped(note))),
    ' ',
  );
}

/** Told with the first report, and where something was refuted; the page of the run always has it. */
function wantsTried({ form, detail }: MarkdownSetting, refuted: readonly Finding[], isUpdate: boolean): boolean {
  if (form === 'summary') return true;
  return detail !== 'failures' && (!isUpdate || refuted.length > 0);
}
