import { locationOf } from '../dockerfile/location.ts';
import type { Dockerfile } from '../dockerfile/model.ts';
import { nearest } from '../nearest.ts';
import { fingerprintOf, type Finding } from '../finding.ts';
import { isForeignName } from '../rules/foreign-names.ts';
import type { Rule, RuleDescription } from '../rules/rule.ts';
import type { Found } from './findings.ts';
import { parseErrorCheck } from './grammar-findings.ts';
import { ignoreWithoutReason, pragmaChecks, unknownIgnore, unusedIgnore } from './pragma-checks.ts';
import type { Pragma, PragmaId } from './pragmas.ts';

export interface PragmaAudit {
  readonly dockerfile: Dockerfile;
  readonly pragmas: readonly Pragma[];
  readonly used: ReadonlySet<PragmaId>;
  readonly rules: readonly Rule[];
  /** Those that were asked: an ignore of one that is off is not unused. */
  readonly active: readonly Rule[];
  readonly otherChecks: readonly string[];
  /** Each has to say why it ignores. */
  readonly requireReason: boolean;
}

/** Our own pragmas that name nothing, or silence nothing; hadolint's and BuildKit's are theirs to judge. And any without a reason. */
export function pragmaNotices(audit: PragmaAudit): readonly Found[] {
  return [...idNotices(audit), ...(audit.requireReason ? audit.pragmas.flatMap(unreasoned(audit.dockerfile)) : [])];
}

function idNotices(audit: PragmaAudit): readonly Found[] {
  const own = audit.pragmas.filter(({ kind }) => kind === 'sea-trial');
  if (own.length === 0) return [];
  const known = namesOf(audit.rules);
  const asked = namesOf(audit.active);
  for (const name of [parseErrorCheck, 'DL1000']) {
    known.set(name.toLowerCase(), name);
    asked.set(name.toLowerCase(), name);
  }
  for (const name of [...pragmaChecks.map(({ id }) => id), ...audit.otherChecks]) known.set(name.toLowerCase(), name);
  return own.flatMap((pragma) =>
    pragma.ids.flatMap((id) => {
      if (audit.used.has(id)) return [];
      const name = id.text.toLowerCase();
      if (!known.has(name) && !isForeignName(id.text)) return [unknown(id, pragma, known.values(), audit.dockerfile)];
      return asked.has(name) ? [unused(id, pragma, audit.dockerfile)] : [];
    }),
  );
}

function namesOf(rules: readonly Rule[]): Map<string, string> {
  return new Map(rules.flatMap((rule) => [rule.id, ...rule.aliases].map((name) => [name.toLowerCase(), name])));
}

function unknown(id: PragmaId, pragma: Pragma, names: Iterable<string>, dockerfile: Dockerfile): Found {
  const near = nearest(id.text, names);
  return notice(dockerfile, id, pragma, {
    ...said(unknownIgnore),
    title: `\`${id.text}\` is no check, so this ignores nothing`,
    advice: near === undefined ? 'Write the id of a check as it stands in a finding.' : `Write \`${near}\`.`,
    ...(near === undefined
      ? {}
      : {
          fix: {
            title: `Write ${near}`,
            safety: 'safe',
            edits: [{ location: locationOf(dockerfile, id.span), text: near }],
          },
        }),
  });
}

function unused(id: PragmaId, pragma: Pragma, dockerfile: Dockerfile): Found {
  const where = pragma.scope === 'file' ? 'in this file' : 'here';
  return notice(dockerfile, id, pragma, {
    ...said(unusedIgnore),
    title: `\`${id.text}\` is ignored, and nothing ${where} answers to it`,
    advice: `Delete \`${id.text}\` from the comment.`,
  });
}

/** BuildKit's directive has no place for a reason. */
function unreasoned(dockerfile: Dockerfile): (pragma: Pragma) => readonly Found[] {
  return (pragma) =>
    pragma.ids.slice(0, 1).flatMap((id) =>
      pragma.kind === 'buildkit' || pragma.reason !== ''
        ? []
        : [
            notice(dockerfile, id, pragma, {
              ...said(ignoreWithoutReason),
              title: `\`${id.text}\` is ignored without a reason`,
              advice: `Write behind the ${pragma.ids.length === 1 ? 'id' : 'ids'} why the finding is of no concern here.`,
            }),
          ],
    );
}

function said({ id, why }: RuleDescription): Pick<Finding, 'check' | 'why'> {
  return { check: id, why };
}

type NoticeWords = Pick<Finding, 'check' | 'title' | 'why' | 'advice' | 'fix'>;

/** Under the instruction that the pragma is for, so that another one above it reaches the notice. */
function notice(dockerfile: Dockerfile, id: PragmaId, { instruction }: Pragma, words: NoticeWords): Found {
  const finding: Finding = {
    ...words,
    aliases: [],
    severity: 'notice',
    location: locationOf(dockerfile, id.span),
    evidence: [],
    status: 'suspected',
    fingerprint: fingerprintOf(words.check, dockerfile.path, id.text),
  };
  return { finding, ...(instruction === undefined ? {} : { instruction }) };
}
