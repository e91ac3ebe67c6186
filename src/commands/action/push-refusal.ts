import type { WorkflowEvent } from '../../github/event.ts';

/** Why nothing that this event brings is pushed, as a clause: what a stranger wrote gets no name of the repository's, even where it is built. */
export function pushRefusalOf(event: WorkflowEvent | undefined): { readonly pushRefusal?: string } {
  if (event === undefined) return {};
  if (event.trust.kind === 'untrusted') return { pushRefusal: event.trust.because };
  if (event.pull === undefined || event.pull.fork === false) return {};
  const fork = event.pull.head?.repository;
  return {
    pushRefusal: `the commit comes from ${fork === undefined ? 'a fork that was deleted' : `the fork \`${fork}\``}`,
  };
}
