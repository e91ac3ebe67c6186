import * as v from 'valibot';

/** What of a file does not read by a schema: the place in it, what stands there, and what was expected. */
export function schemaComplaint([issue]: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const where = v.getDotPath(issue) ?? 'the whole file';
  return `at ${where} it has ${issue.received}${issue.expected === null ? '' : `, not ${issue.expected}`}`;
}
