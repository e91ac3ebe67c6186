import type { Payload } from './payload.ts';

/**
 * Whether the code of this event may be built. Some events run with the repository's secrets and a writing token
 * though a stranger's commit started them; building that commit would hand both to the stranger.
 */
export type Trust =
  | { readonly kind: 'trusted' }
  /** A clause that completes "is not built, because …". */
  | { readonly kind: 'untrusted'; readonly because: string };

export function judgeTrust(eventName: string, payload: Payload, repository: string): Trust {
  const base = (payload.repository?.full_name ?? repository).toLowerCase();
  if (eventName === 'pull_request_target') return judgeHead(eventName, payload.pull_request?.head?.repo, base);
  if (eventName === 'workflow_run') return judgeHead(eventName, payload.workflow_run?.head_repository, base);
  if (eventName !== 'issue_comment') return { kind: 'trusted' };
  // A comment on an issue runs on the default branch. One on a pull request names the number alone, not its head.
  if (payload.issue?.number !== undefined && payload.issue.pull_request === undefined) return { kind: 'trusted' };
  return {
    kind: 'untrusted',
    because: 'issue_comment runs with the secrets of the repository, and the event does not tell whose commit it is',
  };
}

function judgeHead(
  eventName: string,
  head: { readonly full_name?: string | undefined } | undefined,
  base: string,
): Trust {
  const name = head?.full_name;
  if (name?.toLowerCase() === base) return { kind: 'trusted' };
  const whose =
    name === undefined ? 'the event does not tell whose commit it is' : `the commit comes from the fork \`${name}\``;
  return { kind: 'untrusted', because: `${eventName} runs with the secrets of the repository, and ${whose}` };
}
