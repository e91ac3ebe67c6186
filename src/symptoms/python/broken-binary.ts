import { missingModule } from './missing-module.ts';
import type { Symptoms } from '../symptoms.ts';
import { wantedName } from './wanted-name.ts';

/** The compiled part of an installed package that this Python, this processor or this C library cannot use. */
export interface BrokenBinary {
  /** The top module of the package; undefined where it is not told. */
  readonly module?: string;
  /** `absent`: files for another Python or processor are passed over without a word. `refused`: the loader says what does not fit. */
  readonly kind: 'absent' | 'refused';
  /** What was not found or not loaded. */
  readonly part: string;
}

/** What the loader says of a library for another processor or C library. */
const refusals: readonly RegExp[] = [
  /^(?<part>\/\S+\.so\S*): (?:invalid ELF header|wrong ELF class: \S+|file too short|cannot open shared object file: (?:No such file|Exec format error))/,
  /^(?<part>libc\.musl-\w+\.so\.1|ld-musl-\w+\.so\.1|libc\.so\.6|ld-linux-[\w-]+\.so\.\d): cannot open shared object file/,
  /version [`'](?:GLIBC|GLIBCXX|CXXABI)_[\d.]+' not found \(required by (?<part>[^)]+)\)/,
  /^Error (?:relocating|loading shared library) (?<part>\/?\S+?):? /,
];

export function brokenBinary(symptoms: Symptoms): BrokenBinary | undefined {
  const { fatal } = symptoms;
  if (fatal === undefined) return undefined;
  for (const refusal of refusals) {
    const part = refusal.exec(fatal.message)?.groups?.['part'];
    if (part === undefined) continue;
    const path = part.startsWith('/') ? part : (fatal.frames.at(-1)?.file ?? '');
    const module =
      /\/(?:site|dist)-packages\/([A-Za-z]\w*)[/.]/.exec(path)?.[1] ?? /\/(\w+)\/[^/]+\.so[\d.]*$/.exec(part)?.[1];
    return { kind: 'refused', part, ...(module === undefined ? {} : { module }) };
  }
  const missing = missingModule(symptoms);
  if (missing?.kind === 'part') return { kind: 'absent', module: topOf(missing.name), part: missing.name };
  const wanted = wantedName(symptoms);
  return wanted?.kind === 'native' ? { kind: 'absent', module: topOf(wanted.module), part: wanted.module } : undefined;
}

function topOf(module: string): string {
  return module.split('.')[0] ?? module;
}
