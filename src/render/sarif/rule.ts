import { type Severity, severities } from '../../finding.ts';
import { type DocumentedCheck, checkPage } from '../check-page.ts';
import { documentationUrl } from '../links.ts';
import { link, paragraphs, prose, text } from '../markdown.ts';
import { capitalised, stopped } from '../prose.ts';
import { type Told, levelOf } from './result.ts';
import { securitySeverity } from './security.ts';
import { sentence } from './text.ts';

/** A check as code scanning shows it beside its results: with its documentation, where it is one of ours. */
export function ruleOf(check: string, told: readonly Told[], documented: DocumentedCheck | undefined) {
  const findings = told.filter(({ finding }) => finding.check === check).map(({ finding }) => finding);
  const described = documented?.rule ?? documented?.diagnosis ?? documented?.probe;
  const short = sentence(described?.summary ?? findings[0]?.title ?? check).slice(0, longest);
  const full = sentence(described?.why ?? findings[0]?.why ?? '').slice(0, longest);
  const severity = severities.find((each) => findings.some((finding) => finding.severity === each)) ?? 'notice';
  const page = documentationUrl(check);
  const score = securitySeverity(check);
  return {
    id: check,
    name: nameOf(check),
    shortDescription: { text: short },
    fullDescription: { text: full === '' ? short : full },
    help: {
      text: [short, full, `Documentation: ${page}`].filter((each) => each !== '').join('\n\n'),
      markdown: documented === undefined ? foreignPage(findings[0]?.title ?? check, page) : checkPage(documented),
    },
    helpUri: page,
    defaultConfiguration: { level: levelOf[severity] },
    properties: {
      tags: [
        'docker',
        ...(documented?.diagnosis !== undefined || documented?.probe !== undefined ? ['trial'] : []),
        ...(documented?.rule !== undefined || documented === undefined ? ['lint'] : []),
        ...(score === undefined ? [] : ['security']),
      ],
      precision: 'high' as const,
      'problem.severity': problemSeverity[severity],
      ...(score === undefined ? {} : { 'security-severity': score }),
    },
  };
}

/** A check of BuildKit's or ShellCheck's: its words may quote the Dockerfile, so they go through the door. */
function foreignPage(title: string, page: string): string {
  return paragraphs(prose(stopped(capitalised(title))), link(text('Documentation'), { href: page })).markdown;
}

/** Code scanning cuts here. */
const longest = 1_024;

/** In GitHub's words; where a check is about security, its score decides instead. */
const problemSeverity = { error: 'error', warning: 'warning', notice: 'recommendation' } as const satisfies Record<
  Severity,
  string
>;

/** `LoopbackHost`; SARIF wants a name that is no opaque id. */
function nameOf(check: string): string {
  return check
    .slice(check.indexOf('/') + 1)
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}
