import type { Symptoms } from '../symptoms.ts';

/** A library of the system that something in the image wants to load and does not find. */
export interface UnloadedLibrary {
  /** As it is called: `libGL.so.1`, `libpq`. */
  readonly library: string;
  readonly line: string;
}

/** The loader's words, and those of packages that look for a library themselves. The first group is the library. */
const sentences: readonly RegExp[] = [
  /(?:^|[\s'(:])(lib[\w+.-]+\.so[\d.]*): cannot open shared object file: No such file/,
  /^Error loading shared library (lib[\w+.-]+\.so[\d.]*): No such file/,
  /\b(libpq) library not found/,
  /failed to find (libmagic)\b/,
  /no library called "([\w.-]+)" was found/,
  /cannot load library '([\w.-]+)'/,
  /\b(sndfile|PortAudio) library not found/,
  /Unable to find (zbar) shared library/,
  /(MagickWand) shared library not found/,
  /Could not find (?:the )?(lib[\w-]+) (?:shared )?library/i,
  /Could not find library (lib[\w-]+|geos_c)/i,
];

/** Those of a graphics processor's driver are the machine's, and never come with a package of the image. */
const ofDriver = /^lib(?:cuda|nvidia|nvcuvid|cudart|cublas|cudnn|nvrtc|cufft|curand|cusparse|nccl|nvToolsExt)/;
/** The C library itself: what asks for it was made for another system. */
const ofSystem = /^(?:libc\.musl|ld-|libc\.so)/;

export function unloadedLibrary({ fatal, log, moment }: Symptoms): UnloadedLibrary | undefined {
  const last = moment === 'exit' ? log.filter((line) => line.trim() !== '').slice(-3) : [];
  for (const line of fatal === undefined ? last : [fatal.message, ...fatal.detail]) {
    for (const sentence of sentences) {
      const library = sentence.exec(line)?.[1];
      if (library !== undefined && !ofDriver.test(library) && !ofSystem.test(library))
        return { library, line: line.trim() };
    }
  }
  return undefined;
}
