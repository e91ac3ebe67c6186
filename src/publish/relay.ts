import type { EarlierRun, WorkflowEvent } from '../github/event.ts';
import { type GitHub, GitHubTrouble } from '../github/github.ts';
import type { Ports } from '../ports.ts';
import { renderComment } from '../render/comment.ts';
import { githubLinks } from '../render/links.ts';
import { markerKey } from '../render/state.ts';
import { renderSummary } from '../render/summary.ts';
import type { Report } from '../report.ts';
import { noticeNoComment } from './annotations.ts';
import { keepComment } from './comment.ts';
import { outputsOf, setOutputs } from './outputs.ts';
import { writeSummary } from './summary.ts';
import { type Outcome, tell } from './telling.ts';
import { type CommentMode, wantsComment } from './wanted.ts';

export interface Relaying {
  /** Of another run, and in words that may be a stranger's; its commit is the one that GitHub names as that run's. */
  readonly report: Report;
  readonly event: WorkflowEvent;
  readonly earlierRun: EarlierRun;
  readonly comment: CommentMode;
  readonly openGitHub: () => Promise<GitHub>;
  readonly ports: Pick<Ports, 'clock' | 'environment'>;
}

/**
 * Posts the report of a run whose own token only reads, as the one comment of its pull request, and shows it on this run's page.
 * Returns what the log tells of it. Nothing is built, started or checked out, and no word of the report decides where it goes.
 */
export async function relay(relaying: Relaying): Promise<readonly string[]> {
  const { report, event, earlierRun, ports } = relaying;
  const { repository, actionRepository } = event;
  const links = githubLinks({
    serverUrl: repository.serverUrl,
    repository: `${repository.owner}/${repository.name}`,
    head: earlierRun.head.sha,
    tested: earlierRun.head.sha,
    runId: earlierRun.id,
    runNumber: earlierRun.number,
    ...(actionRepository === undefined ? {} : { actionRepository }),
  });
  setOutputs(outputsOf(report, {}));
  await writeSummary(renderSummary(report, { links }), ports.environment);
  const outcome = await commentOn(relaying, links);
  setOutputs({ 'comment-url': outcome.kind === 'posted' ? outcome.url : '' });
  const { log, notice, paragraph } = tell(outcome, event, links);
  if (paragraph !== undefined) await writeSummary(renderSummary(report, { links, paragraph }), ports.environment);
  if (notice !== undefined) noticeNoComment(notice);
  return log;
}

async function commentOn(relaying: Relaying, links: ReturnType<typeof githubLinks>): Promise<Outcome> {
  const { report, event, earlierRun, comment, openGitHub, ports } = relaying;
  try {
    const github = await openGitHub();
    const found = await pullOf(earlierRun, github);
    if (typeof found === 'string') return { kind: 'not-wanted', because: found };
    // Of the run that made the report; and one for all its trials, whatever the file calls them.
    const key = markerKey([earlierRun.workflow, event.run.job, '*']);
    return await keepComment({
      github,
      clock: ports.clock,
      pull: found,
      key,
      run: earlierRun.number,
      wanted: wantsComment(comment, report),
      text: (previous, maxBytes) =>
        renderComment(report, { key, links, maxBytes, ...(previous === undefined ? {} : { previous }) }),
    });
  } catch (error) {
    if (error instanceof GitHubTrouble) return { kind: 'failed', trouble: error };
    throw error;
  }
}

/** The pull request's number, or why there is none to comment on. */
async function pullOf({ event, head }: EarlierRun, github: GitHub): Promise<number | string> {
  if (event !== 'pull_request') return `The run was started by \`${event}\`, and not by a pull request.`;
  const [owner = ''] = head.repository.split('/');
  const same = (one: string | undefined): boolean => one?.toLowerCase() === head.repository.toLowerCase();
  const pulls = (await github.openPulls(owner, head.branch)).filter(({ repository }) => same(repository));
  // One branch may be asked into two others; each has a run of its own of the same commit, so the newest gets the comment.
  const pull = pulls.filter(({ sha }) => sha === head.sha).toSorted((a, b) => b.number - a.number)[0];
  if (pull !== undefined) return pull.number;
  const [moved] = pulls;
  return moved === undefined
    ? 'There is no open pull request of this branch any more.'
    : `The pull request has moved on to ${moved.sha.slice(0, 7)}, whose own run reports of it.`;
}
