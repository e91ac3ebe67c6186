import { checkOptions } from '../dockerfile/check-directive.ts';
import { locationOf } from '../dockerfile/location.ts';
import type { Directive, Dockerfile } from '../dockerfile/model.ts';
import type { Evidence } from '../finding.ts';

/** Whether `# check=error=true` lets BuildKit's warnings end the build. */
export function warningsAreErrors(dockerfile: Dockerfile): boolean {
  return strictDirective(dockerfile) !== undefined;
}

function strictDirective({ directives }: Dockerfile): Directive | undefined {
  return directives.find((each) => each.name === 'check' && checkOptions(each).warningsAreErrors);
}

/**
 * The place of `# check=error=true`, for a finding of ours that a check of BuildKit's sees too; none for all others. Our rule may
 * see more than BuildKit's check, so that the build need not fail.
 */
export function strictEvidence(aliases: readonly string[], dockerfile: Dockerfile): readonly Evidence[] {
  const directive = strictDirective(dockerfile);
  const name = directive === undefined ? undefined : aliases.find(isBuildkitName);
  if (name === undefined || directive === undefined) return [];
  const note = `the build fails wherever BuildKit warns of ${name}`;
  return [{ kind: 'source', location: locationOf(dockerfile, directive.span), note }];
}

/** A name such as `JSONArgsRecommended`, or a finding of BuildKit's own. */
export function isBuildkitName(name: string): boolean {
  return name.startsWith('buildkit/') || (/^[A-Z][A-Za-z]+$/.test(name) && /[a-z]/.test(name));
}
