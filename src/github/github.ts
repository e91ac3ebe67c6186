import type { ChangedFile } from './diff.ts';
import type { NewReview, NewReviewComment, ReviewComment } from './review.ts';

/** What is asked of GitHub, in its own words. Every method may throw a `GitHubTrouble`, and nothing else. */
export interface GitHub {
  /** The login that this token speaks as: `github-actions[bot]`, or a person's. */
  viewerLogin(): Promise<string>;
  /** All comments of a pull request, oldest first. */
  listComments(pull: number): Promise<readonly PostedComment[]>;
  /** Tries once: after a trouble that `mayHaveArrived`, look whether the comment is there before trying again. */
  createComment(pull: number, body: string): Promise<PostedComment>;
  updateComment(id: number, body: string): Promise<PostedComment>;
  /** Content where the comment is gone already. */
  deleteComment(id: number): Promise<void>;
  /** GitHub tells of 3000 files at most. */
  changedFiles(pull: number): Promise<readonly ChangedFile[]>;
  /** Open pull requests whose head is a branch of this name in a repository of this owner; theirs may be several. */
  openPulls(owner: string, branch: string): Promise<readonly OpenPull[]>;
  /** All comments on lines of a pull request, oldest first. */
  listReviewComments(pull: number): Promise<readonly ReviewComment[]>;
  /** One review with all of them; refused whole where one of them stands on no line of the diff. Tries once. */
  createReview(pull: number, commit: string, review: NewReview): Promise<void>;
  /** A single one, outside of a review. Tries once. */
  createReviewComment(pull: number, commit: string, comment: NewReviewComment): Promise<void>;
  /** All files of a commit; undefined where they are more than GitHub tells in one answer. */
  treeOf(commit: string): Promise<readonly CommittedFile[] | undefined>;
  /** A file's content by its id. */
  blob(id: string): Promise<Buffer>;
}

export interface OpenPull {
  readonly number: number;
  /** Of its newest commit. */
  readonly sha: string;
  /** `owner/name` of its head; absent where that was deleted. */
  readonly repository?: string;
}

/** A file of a commit: its path from the repository's top, and the id of its content. */
export interface CommittedFile {
  readonly path: string;
  readonly id: string;
  readonly kind: 'file' | 'link';
}

export interface PostedComment {
  readonly id: number;
  /** Absent where the account was deleted. */
  readonly author?: string;
  readonly body: string;
  readonly url: string;
}

export type TroubleKind =
  | 'no-token'
  /** 401. */
  | 'bad-token'
  /** 403 without a limit: the token may not do this. */
  | 'forbidden'
  /** 404 and 410. */
  | 'missing'
  /** 403 or 429 with a limit, and the wait that GitHub asks for is longer than what is left of ours. */
  | 'rate-limited'
  /** 422: the text is longer than GitHub takes. */
  | 'too-long'
  /** Any other 4xx: 409, 422. */
  | 'refused'
  /** 5xx. */
  | 'server'
  /** No connection, or one that was reset. */
  | 'unreachable'
  /** An answer that is cut off or not of the documented shape. */
  | 'unreadable'
  /** All that may be waited in one run was waited. */
  | 'out-of-time';

/** GitHub did not do what was asked. The message is a whole sentence; what GitHub said is quoted in it and untrusted. */
export class GitHubTrouble extends Error {
  override readonly name = 'GitHubTrouble';
  readonly kind: TroubleKind;
  readonly status: number | undefined;

  constructor(kind: TroubleKind, message: string, more: { status?: number; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? {} : { cause: more.cause });
    this.kind = kind;
    this.status = more.status;
  }

  /** The request may have been carried out though its answer was lost. */
  get mayHaveArrived(): boolean {
    return ['server', 'unreachable', 'unreadable', 'out-of-time'].includes(this.kind);
  }
}
