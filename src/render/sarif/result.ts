import { type Edit, type Finding, type Location, type Severity } from '../../finding.ts';
import { price } from '../finding-markdown.ts';
import { sentence, unlinked } from './text.ts';

/** A finding, the Dockerfile that it was found in, and why it is ignored where it is. */
export interface Told {
  readonly finding: Finding;
  readonly file: string;
  readonly reason?: string;
}

export const levelOf = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<
  Severity,
  string
>;

type FromRoot = (path: string) => string | undefined;

export function resultOf({ finding, file, reason }: Told, ruleIndex: number, fromRoot: FromRoot) {
  const { check, severity, title, why, advice, location, evidence, fingerprint, status, cost, fix } = finding;
  const prices = price(cost ?? {}).map((words) => `${words}.`);
  const further = evidence.flatMap((each) => (each.kind === 'source' ? [each] : [])).slice(0, mostPlaces);
  return {
    ruleId: check,
    ruleIndex,
    level: levelOf[severity],
    message: {
      text: [sentence(title), ...prices, sentence(why), sentence(advice)].filter((each) => each !== '').join(' '),
    },
    locations: [{ physicalLocation: physical(location ?? atFirstLine(file), fromRoot) }],
    ...(further.length === 0
      ? {}
      : {
          relatedLocations: further.map((each, index) => ({
            id: index + 1,
            physicalLocation: physical(each.location, fromRoot),
            message: { text: sentence(each.note) },
          })),
        }),
    // Only this one's name is ours to fill: upload-sarif makes GitHub's own of the file, and warns where another stands there.
    partialFingerprints: { 'seaTrial/v1': fingerprint },
    ...(fix === undefined ? {} : { fixes: [fixOf(fix, fromRoot)] }),
    ...(reason === undefined ? {} : { suppressions: [suppressionOf(reason)] }),
    properties: { status, ...(cost === undefined ? {} : { cost }) },
  };
}

/** Code scanning shows a hundred. */
const mostPlaces = 100;

function fixOf({ title, safety, edits }: NonNullable<Finding['fix']>, fromRoot: FromRoot) {
  const byPath = Map.groupBy(edits, (edit: Edit) => edit.location.path);
  return {
    description: {
      text: `${sentence(title)} ${safety === 'safe' ? 'It keeps behaviour.' : 'It may change behaviour.'}`,
    },
    artifactChanges: Array.from(byPath, ([path, ofFile]) => ({
      artifactLocation: artifact(path, fromRoot),
      replacements: ofFile.map(({ location, text }) => ({
        deletedRegion: region(location),
        insertedContent: { text: text.toWellFormed() },
      })),
    })),
  };
}

/** An option and a configuration file are named by their place; any other words stand in a comment above the instruction. */
function suppressionOf(reason: string) {
  const kind = reason.startsWith('by ') ? ('external' as const) : ('inSource' as const);
  return { kind, justification: unlinked(reason) };
}

function physical(location: Location, fromRoot: FromRoot) {
  return { artifactLocation: artifact(location.path, fromRoot), region: region(location) };
}

function artifact(path: string, fromRoot: FromRoot) {
  const counted = fromRoot(path);
  const uri = (counted ?? path).toWellFormed().split('/').map(encodeURIComponent).join('/');
  return counted === undefined ? { uri } : { uri, uriBaseId: 'SRCROOT' };
}

function region({ line, column, endLine, endColumn }: Location) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function atFirstLine(path: string): Location {
  return { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
