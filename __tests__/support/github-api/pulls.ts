import * as v from 'valibot';
import { exampleAnswer } from './openapi.ts';

/** An open pull request; its head's repository is undefined where that was deleted. */
export interface StoredPull {
  readonly number: number;
  readonly sha: string;
  readonly branch: string;
  readonly repository: string | undefined;
}

const answer = v.looseObject({ head: v.looseObject({ repo: v.looseObject({}) }) });

/** As the list of pull requests tells it: GitHub's own example with another head. */
export function pullAnswer({ number, sha, branch, repository }: StoredPull): unknown {
  const [example] = v.parse(v.tupleWithRest([answer], v.unknown()), exampleAnswer('pull-request-simple-items'));
  const repo = repository === undefined ? null : { ...example.head.repo, full_name: repository };
  // Of the example's teams GitHub's own description does not approve.
  return { ...example, requested_teams: [], number, head: { ...example.head, sha, ref: branch, repo } };
}
