import { isInstruction } from '../docker/build-failure.ts';
import { fingerprintOf, type Finding } from '../finding.ts';
import type { Seen } from '../symptoms/seen.ts';
import type { Blame, Diagnosis, Recognised } from './diagnosis.ts';
import { diagnoses } from './index.ts';
import { symptomsOf, type Symptoms } from '../symptoms/symptoms.ts';
import { chainOf } from '../traceback/traceback.ts';
import { unknown } from './unknown.ts';

export interface Diagnosed {
  /** Of the root cause. */
  readonly blames: Blame;
  /** The root cause first; empty where nothing has failed. */
  readonly findings: readonly Finding[];
}

/** Why the image does not build, start or answer as it should. Where no cause is recognised, `unknown` says what was seen. */
export function diagnose(seen: Seen): Diagnosed {
  const symptoms = symptomsOf(seen);
  if (symptoms === undefined) return { blames: 'image', findings: [] };
  const recognised = recogniseIn(symptoms, diagnoses);
  const all = recognised.length > 0 ? recognised : recogniseIn(symptoms, [unknown]);
  return {
    blames: recognised[0]?.diagnosis.blames ?? blameForUnknown(symptoms),
    findings: all.map((each) => findingOf(each, symptoms)),
  };
}

/** Where docker refused the request, or no instruction of the Dockerfile failed, the image is not to blame. */
function blameForUnknown({ moment, build, container }: Symptoms): Blame {
  if (moment === 'create' && container?.create.exitCode === 125) return 'setup';
  const { step, line } = build?.failure ?? {};
  return build !== undefined && line === undefined && !isInstruction(step) ? 'setup' : 'image';
}

/** What is certain while the container is still being waited for; undefined while more may come. */
export function diagnoseEarly(seen: Seen): Finding | undefined {
  const symptoms = symptomsOf(seen, 'running');
  if (symptoms === undefined) return undefined;
  const [root] = recogniseIn(
    symptoms,
    diagnoses.filter(({ early }) => early === true),
  );
  return root === undefined ? undefined : findingOf(root, symptoms);
}

/** What is worth a word of a container that serves, or was stopped after that: a notice or a warning, and no reason to fail by itself. */
export function remarksOn(seen: Seen, moment: 'serve' | 'stop'): readonly Finding[] {
  const symptoms = symptomsOf(seen, moment);
  if (symptoms === undefined) return [];
  return recogniseIn(symptoms, diagnoses).map((each) => findingOf(each, symptoms, 'warning'));
}

interface Named {
  readonly diagnosis: Diagnosis;
  readonly recognised: Recognised;
}

/** Of chained exceptions the last one killed it, so it is asked first; the general causes are asked when no other is recognised. */
function recogniseIn(symptoms: Symptoms, shelf: readonly Diagnosis[]): readonly Named[] {
  const { fatal, ...rest } = symptoms;
  const asked: readonly Symptoms[] =
    fatal === undefined ? [rest] : chainOf(fatal).map((each) => ({ ...rest, fatal: each }));
  const present = shelf.filter(({ moments }) => moments.includes(symptoms.moment));
  for (const each of asked) {
    const particular = ask(
      each,
      present.filter(({ general }) => general !== true),
    );
    if (particular.length > 0) return particular;
  }
  return ask(
    symptoms,
    present.filter(({ general }) => general === true),
  ).slice(0, 1);
}

/** In the order of the shelf, which is the order of the decision; what an earlier one explains is left out. */
function ask(symptoms: Symptoms, shelf: readonly Diagnosis[]): readonly Named[] {
  const found: Named[] = [];
  for (const diagnosis of shelf) {
    if (found.some(({ recognised }) => recognised.explains?.includes(diagnosis.id) === true)) continue;
    for (const recognised of diagnosis.recognise(symptoms)) found.push({ diagnosis, recognised });
  }
  return found;
}

function findingOf(
  { diagnosis, recognised }: Named,
  { facts }: Symptoms,
  usual: Finding['severity'] = 'error',
): Finding {
  const { headline, title, why, advice, location, evidence, severity, fix } = recognised;
  return {
    check: diagnosis.id,
    aliases: [],
    severity: severity ?? usual,
    title,
    ...(headline === undefined ? {} : { headline }),
    why,
    advice,
    ...(location === undefined ? {} : { location }),
    evidence,
    status: 'confirmed',
    fingerprint: fingerprintOf(diagnosis.id, location?.path ?? '', placeText(location, facts)),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The instruction's text in the Dockerfile, elsewhere the line's: what stays the same when lines move. */
function placeText(location: Recognised['location'], { dockerfile, context }: Symptoms['facts']): string {
  if (location === undefined) return '';
  if (location.path === dockerfile.path) {
    const instruction = dockerfile.instructions.find(
      ({ lines }) => lines[0] <= location.line && location.line <= lines[1],
    );
    if (instruction !== undefined) return instruction.text;
  }
  const file = context.listing.files.find((name) => context.reportPath(name) === location.path);
  return (file === undefined ? undefined : context.readText(file))?.split(/\r\n|\n|\r/)[location.line - 1] ?? '';
}
