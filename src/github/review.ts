/** A comment that is to stand on lines of a pull request's diff. */
export interface NewReviewComment {
  readonly path: string;
  /** Of the file at the pull request's head. The last line is `line`; both lie in one hunk. */
  readonly firstLine: number;
  readonly line: number;
  readonly body: string;
}

/** Several of them at once, under a sentence: GitHub wants one. */
export interface NewReview {
  readonly body: string;
  readonly comments: readonly NewReviewComment[];
}

/** One that stands there. */
export interface ReviewComment {
  /** Absent where the account was deleted. */
  readonly author?: string;
  readonly body: string;
  readonly url: string;
  /** Its lines were changed since, so what it suggests cannot be applied any more. */
  readonly isOutdated: boolean;
}
