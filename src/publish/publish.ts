import type { ChangedFile } from '../github/diff.ts';
import type { WorkflowEvent } from '../github/event.ts';
import { type GitHub, GitHubTrouble } from '../github/github.ts';
import type { Ports } from '../ports.ts';
import { annotations } from '../render/annotations.ts';
import { renderComment } from '../render/comment.ts';
import { type Links, githubLinks } from '../render/links.ts';
import type { Markdown } from '../render/markdown.ts';
import { type Previous, markerKey } from '../render/state.ts';
import { renderSummary } from '../render/summary.ts';
import type { Report } from '../report.ts';
import { annotate, noticeNoComment } from './annotations.ts';
import { keepComment } from './comment.ts';
import { postSuggestions, type Reviewed } from './review.ts';
import { type ReportFiles, outputsOf, setOutputs } from './outputs.ts';
import { sameAtHead } from './same-at-head.ts';
import { suggestionsFor } from './suggestions.ts';
import { writeSummary } from './summary.ts';
import { type Outcome, tell } from './telling.ts';
import { type CommentMode, wantsComment } from './wanted.ts';

export interface Publishing {
  /** Masked already: what stands in it is shown. */
  readonly report: Report;
  /** The same report, with what its fixes change: it takes a second trial, so only the comment and the last summary wait for it. */
  readonly proven: () => Promise<Report>;
  readonly event: WorkflowEvent;
  readonly comment: CommentMode;
  /** Whether fixes are posted as suggestions. */
  readonly suggestions: boolean;
  readonly files: ReportFiles;
  /** The folder of the checkout as seen from the working directory: '' or `sub`. */
  readonly root: string;
  /** `false`: the jobs whose reports these are have annotated them. */
  readonly annotates?: false;
  /** Called once, and only where GitHub is asked at all. */
  readonly openGitHub: () => Promise<GitHub>;
  readonly ports: Pick<Ports, 'clock' | 'environment' | 'workingDirectory'>;
}

export interface Published {
  readonly commentUrl?: string;
  /** What the log tells of the publishing: sentences with text of GitHub in them, for the printing door. */
  readonly told: readonly string[];
}

/**
 * Hands the report to every place where people look. What needs no network comes first, so that it stands even where the
 * run is cancelled meanwhile; what fails takes nothing else along, and never changes the verdict.
 */
export async function publish(publishing: Publishing): Promise<Published> {
  const { report, event, files, root, ports } = publishing;
  const told: string[] = [];
  const guard = async (what: string, work: () => void | Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      told.push(`${what}: ${messageOf(error)}`);
    }
  };
  let shown = '';
  const summarise = async (
    shownReport: Report,
    links: Links,
    more: {
      readonly paragraph?: Markdown;
      readonly previous?: Previous;
      readonly suggestions?: Reviewed['posted'];
    } = {},
  ): Promise<void> =>
    guard('The job summary was not written', async () => {
      const text = renderSummary(shownReport, { links, ...baseBranchOf(event), ...more });
      if (text !== shown) await writeSummary(text, ports.environment);
      shown = text;
    });

  await guard('The outputs were not set', () => setOutputs(outputsOf(report, files)));
  await summarise(report, linksOf(publishing, new Set()));

  const github = openLater(publishing.openGitHub);
  const changed = event.pull === undefined ? undefined : await changedFiles(event.pull.number, github, told);
  const links = linksOf(
    publishing,
    event.pull === undefined ? new Set() : await sameAtHead(report, commitOf(publishing), changed ?? [], root, ports),
  );
  // One of the notices that a step may make is kept for why there is no comment.
  await guard('The annotations were not made', () => {
    if (publishing.annotates === false) return;
    const made = annotations(report, {
      event: event.pull === undefined ? 'push' : 'pull_request',
      root,
      ...(changed === undefined ? {} : { changed: new Set(changed.map(({ path }) => path)) }),
    });
    annotate(made, event.pull === undefined ? 0 : 1);
  });
  const proven = await publishing.proven();
  // Before the comment, so that it can be linked there.
  const { posted, told: toldOfReview } = await suggest({ ...publishing, report: proven }, links, changed ?? [], github);
  told.push(...toldOfReview);
  const outcome = await commentOn({ ...publishing, report: proven }, { links, posted }, github);
  await guard('The output comment-url was not set', () =>
    setOutputs({ 'comment-url': outcome.kind === 'posted' ? outcome.url : '' }),
  );
  const telling = tell(outcome, event, links);
  told.push(...telling.log);
  await summarise(proven, links, {
    suggestions: posted,
    ...(telling.paragraph === undefined ? {} : { paragraph: telling.paragraph }),
    ...(outcome.kind === 'posted' && outcome.previous !== undefined ? { previous: outcome.previous } : {}),
  });
  if (telling.notice !== undefined) noticeNoComment(telling.notice);
  return { told, ...(outcome.kind === 'posted' ? { commentUrl: outcome.url } : {}) };
}

function commitOf({ report, event }: Publishing): WorkflowEvent['commit'] {
  return report.commit ?? event.commit;
}

function linksOf(publishing: Publishing, same: ReadonlySet<string>): Links {
  const { repository, run, actionRepository } = publishing.event;
  const { head, tested } = commitOf(publishing);
  return githubLinks({
    serverUrl: repository.serverUrl,
    repository: `${repository.owner}/${repository.name}`,
    head,
    tested,
    differs: (path) => head !== tested && !same.has(path),
    runId: run.id,
    runNumber: run.number,
    root: publishing.root,
    ...(actionRepository === undefined ? {} : { actionRepository }),
  });
}

/** Opens GitHub when it is first needed, and once: the patience for it is one for all. */
function openLater(open: () => Promise<GitHub>): () => Promise<GitHub> {
  let opened: Promise<GitHub> | undefined;
  return async () => (opened ??= open());
}

async function changedFiles(
  pull: number,
  github: () => Promise<GitHub>,
  told: string[],
): Promise<readonly ChangedFile[] | undefined> {
  try {
    return await (await github()).changedFiles(pull);
  } catch (error) {
    // Without the list, what certainly concerns this pull request is annotated: its cause and confirmed errors.
    told.push(`The files of the pull request are not known. ${messageOf(error)}`);
    return undefined;
  }
}

/** Fixes as suggestions on lines of the pull request, where its token may write. */
async function suggest(
  { report, event, suggestions, root }: Publishing,
  links: Links,
  changed: readonly ChangedFile[],
  github: () => Promise<GitHub>,
): Promise<Reviewed> {
  const { pull, repository } = event;
  const none = { posted: new Map(), told: [] };
  if (!suggestions || pull?.head === undefined || pull.readOnlyToken) return none;
  const wanted = suggestionsFor(report, { changed, root, links });
  if (wanted.length === 0) return none;
  return postSuggestions({
    openGitHub: github,
    pull: pull.number,
    commit: pull.head.sha,
    serverUrl: repository.serverUrl,
    suggestions: wanted,
  });
}

/** As the report calls it. */
function baseBranchOf({ pull }: WorkflowEvent): { readonly baseBranch?: string } {
  const name = pull?.base?.ref ?? '';
  return name === '' ? {} : { baseBranch: name };
}

async function commentOn(
  publishing: Publishing,
  { links, posted }: { readonly links: Links; readonly posted: Reviewed['posted'] },
  github: () => Promise<GitHub>,
): Promise<Outcome> {
  const { report, event, comment } = publishing;
  const { pull, run } = event;
  if (pull === undefined) return { kind: 'no-pull' };
  if (pull.readOnlyToken) return { kind: 'fork', fork: pull.head?.repository ?? '' };
  const [only] = report.trials;
  const key = markerKey([run.workflow, run.job, report.trials.length === 1 && only !== undefined ? only.name : '*']);
  try {
    return await keepComment({
      github: await github(),
      clock: publishing.ports.clock,
      pull: pull.number,
      key,
      run: run.number,
      wanted: wantsComment(comment, report),
      text: (previous, maxBytes) =>
        renderComment(report, {
          key,
          links,
          maxBytes,
          suggestions: posted,
          ...baseBranchOf(event),
          ...(previous === undefined ? {} : { previous }),
        }),
    });
  } catch (error) {
    // A fault of ours in a comment is no reason to lose the verdict either.
    if (error instanceof GitHubTrouble) return { kind: 'failed', trouble: error };
    const trouble = new GitHubTrouble('refused', `The comment could not be made: ${messageOf(error)}.`, {
      cause: error,
    });
    return { kind: 'failed', trouble };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
