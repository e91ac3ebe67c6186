import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { linePlace } from '../place.ts';
import { startedFile, startedScripts } from './started-file.ts';

/** The line of a script of the repository that a shell complains of: `./entrypoint.sh: 3: nc: not found`, `start.sh: line 3: …`. */
export function scriptLine(complaint: string, facts: Facts): Location | undefined {
  const [, script, line] = /^(\S+): (?:line )?(\d+): /.exec(complaint.trim()) ?? [];
  if (script === undefined || line === undefined) return undefined;
  const name = script.slice(script.lastIndexOf('/') + 1);
  const file =
    startedScripts(facts).find(({ path }) => path === name || path.endsWith(`/${name}`)) ?? startedFile(script, facts);
  return file === undefined ? undefined : linePlace(facts, file.path, Number(line))?.location;
}
