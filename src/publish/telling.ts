import type { WorkflowEvent } from '../github/event.ts';
import { type GitHubTrouble } from '../github/github.ts';
import type { Links } from '../render/links.ts';
import { type Markdown, prose } from '../render/markdown.ts';
import { forkParagraph } from '../render/summary.ts';
import type { CommentOutcome } from './comment.ts';

/** How it came out with the comment, the cases in which none was tried among them. */
export type Outcome =
  | CommentOutcome
  /** The fork's name, empty where it was deleted. */
  | { readonly kind: 'fork'; readonly fork: string }
  | { readonly kind: 'no-pull' };

/** What people are told of it, each once in each place. */
export interface Telling {
  /** For the log, with text of GitHub in it. */
  readonly log: readonly string[];
  /** For the page of the run: why there is no comment, and what to do. */
  readonly notice?: string;
  /** Under the verdict of the job summary, which is then the whole report. */
  readonly paragraph?: Markdown;
}

const elsewhere = 'The job summary has the whole report, and the verdict counts all the same.';

export function tell(outcome: Outcome, event: WorkflowEvent, links: Links): Telling {
  switch (outcome.kind) {
    case 'no-pull':
      return { log: [] };
    case 'posted':
      return { log: [`The report is a comment: ${outcome.url}`] };
    case 'not-wanted':
      return { log: [`No comment was posted. ${outcome.because}`] };
    case 'fork': {
      const whose = outcome.fork === '' ? 'a fork that was deleted' : `the fork ${outcome.fork}`;
      return {
        log: [],
        notice: `This pull request comes from ${whose}, and GitHub gives its workflow a read-only token. ${elsewhere} Add the relay workflow once to have comments here: ${links.relay.href}`,
        paragraph: forkParagraph(outcome.fork, links),
      };
    }
    case 'failed': {
      const why = `${outcome.trouble.message} ${remedy(outcome.trouble, event.actor)}`;
      return {
        log: [],
        notice: `${why.replaceAll('`', '')} ${elsewhere}`,
        paragraph: prose(
          `No comment was posted: ${why} This page and the annotations are the whole report, and the verdict counts all the same.`,
        ),
      };
    }
  }
}

const permissions = 'Give the job `permissions:` with `contents: read` and `pull-requests: write`';

/** What to do about a comment that could not be posted: an order, a whole sentence. */
function remedy(trouble: GitHubTrouble, actor: string): string {
  switch (trouble.kind) {
    case 'no-token':
    case 'bad-token':
      return 'Give the input `github-token` a valid token, or leave it out: the default is the token of the job.';
    case 'forbidden':
      if (/\block(?:ed)?\b/i.test(trouble.message)) return 'Unlock the conversation to have comments here.';
      return actor === 'dependabot[bot]'
        ? `Runs that Dependabot starts get a token that only reads. ${permissions}.`
        : `${permissions}.`;
    case 'missing':
      return `${permissions}, and check that the pull request still exists.`;
    case 'rate-limited':
      return 'Run the job again later, or give `github-token` a token with a higher limit.';
    case 'too-long':
    case 'refused':
      return 'Report this as a fault of Sea Trial, with the message of GitHub.';
    case 'server':
    case 'unreachable':
    case 'unreadable':
    case 'out-of-time':
      return 'Run the job again when GitHub answers.';
  }
}
