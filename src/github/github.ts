import type { ChangedFile } from './diff.ts';

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
