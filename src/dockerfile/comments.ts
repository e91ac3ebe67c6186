import type { Span } from '../finding.ts';
import type { Comment, Dockerfile } from './model.ts';

type Commented = Pick<Dockerfile, 'comments'>;

/** How many comments begin before an offset; found by halves, for a file may have as many comments as instructions. */
export function commentsBefore({ comments }: Commented, offset: number): number {
  let low = 0;
  let high = comments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((comments[middle]?.span.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The comments that begin in a span. */
export function commentsIn(dockerfile: Commented, { start, end }: Span): readonly Comment[] {
  return dockerfile.comments.slice(commentsBefore(dockerfile, start), commentsBefore(dockerfile, end));
}
