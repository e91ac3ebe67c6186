import { rules } from '../src/rules/index.ts';
import { mutated } from './mutations.ts';
import { OrdealFailure, undergo } from './ordeal.ts';
import { randomFrom } from './random.ts';

export interface Fuzzed {
  /** Dockerfiles that were tried. */
  readonly count: number;
  /** One of each kind, made as short as cutting lines and characters makes it. */
  readonly failures: readonly OrdealFailure[];
}

interface Material {
  readonly dockerfile: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Breaks Dockerfiles that look real, the examples of all rules, for so long; the same seed breaks them alike. */
export function fuzz(seed: number, ms: number, mostFailures: number, mostCount = Infinity): Fuzzed {
  const materials = examples();
  const failures = new Map<string, OrdealFailure>();
  const end = performance.now() + ms;
  let count = 0;
  for (
    const random = randomFrom(seed);
    performance.now() < end && failures.size < mostFailures && count < mostCount;
    count += 1
  ) {
    const { dockerfile, files } = random.pick(materials);
    const text = mutated(dockerfile, random, random.pick(materials).dockerfile);
    const failure = failureOf(text, files);
    if (failure === undefined) continue;
    const kind = kindOf(failure);
    if (!failures.has(kind)) failures.set(kind, shortened(failure, files));
  }
  return { count, failures: [...failures.values()] };
}

function examples(): readonly [Material, ...Material[]] {
  const all = rules.flatMap((rule) =>
    [...rule.bad, ...rule.good].map(({ dockerfile, files = {} }): Material => ({ dockerfile, files })),
  );
  return [{ dockerfile: 'FROM python:3.12-slim\nCMD uvicorn app:app\n', files: { 'app.py': 'app = 1\n' } }, ...all];
}

function failureOf(text: string, files: Material['files']): OrdealFailure | undefined {
  try {
    undergo(text, files);
    return undefined;
  } catch (error) {
    if (error instanceof OrdealFailure) return error;
    throw error;
  }
}

/** Without numbers and quoted text, which differ from one Dockerfile to the next. */
function kindOf({ message }: OrdealFailure): string {
  return message.replace(/:.*$/s, '').replaceAll(/\d+/g, 'N');
}

/** Cuts pieces out, ever smaller ones, as long as it fails in the same way. */
function shortened(failure: OrdealFailure, files: Material['files']): OrdealFailure {
  let shortest = failure;
  for (let size = failure.text.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at < shortest.text.length;) {
      const shorter = failureOf(shortest.text.slice(0, at) + shortest.text.slice(at + size), files);
      if (shorter !== undefined && kindOf(shorter) === kindOf(failure)) shortest = shorter;
      else at += size;
    }
  }
  return shortest;
}
