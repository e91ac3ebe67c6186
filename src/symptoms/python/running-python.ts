import { pythonVersion } from './python-packages.ts';
import type { Symptoms } from '../symptoms.ts';
import type { Traceback } from '../../traceback/traceback.ts';

/** `3.11`: by the paths of a traceback, which no tag and no variable can make wrong; else by the image. */
export function runningPython({ facts, container }: Symptoms, traceback?: Traceback): string | undefined {
  for (const { file } of traceback?.frames ?? []) {
    const version = /\/lib(?:64)?\/python(3\.\d+)\//.exec(file)?.[1];
    if (version !== undefined) return version;
  }
  return pythonVersion(facts, container?.image.environment);
}
