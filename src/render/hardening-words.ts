import type { Hardening, TrialReport } from '../report.ts';
import { codeWord } from './prose.ts';

/** What became of each stricter setting, in a line of prose each. */
export function hardeningLines({ hardening = [] }: TrialReport): readonly string[] {
  return hardening.map((each) => `${codeWord(each.option)}: ${outcome(each)}`);
}

/** The flags of `docker run` that were proven to work together; undefined where none was. */
export function provenFlags({ hardening = [] }: TrialReport): string | undefined {
  return hardening.findLast(({ serves }) => serves)?.option;
}

/** The same for Kubernetes: the lines of a container's `securityContext`; empty where nothing was proven. */
export function securityContext(trial: TrialReport): readonly string[] {
  const flags = provenFlags(trial) ?? '';
  const user = /--user (\d+):(\d+)/.exec(flags);
  const lines = [
    ...(flags.includes('--read-only') ? ['readOnlyRootFilesystem: true # with an emptyDir on /tmp'] : []),
    ...(flags.includes('no-new-privileges') ? ['allowPrivilegeEscalation: false'] : []),
    ...(flags.includes('--cap-drop ALL') ? ['capabilities:', '  drop: [ALL]'] : []),
    ...(user === null ? [] : ['runAsNonRoot: true', `runAsUser: ${user[1]}`, `runAsGroup: ${user[2]}`]),
  ];
  return lines.length === 0 ? [] : ['securityContext:', ...lines.map((line) => `  ${line}`)];
}

/** `4 of 6 stricter settings are borne`. */
export function hardeningSummary({ hardening = [] }: TrialReport): string {
  return `${hardening.filter(({ serves }) => serves).length} of ${hardening.length} stricter settings are borne`;
}

function outcome({ serves, cause, title, location }: Hardening): string {
  if (serves) return 'serves';
  const where = location === undefined ? '' : `, ${codeWord(`${location.path}:${location.line}`)}`;
  return `${title ?? 'does not serve'} (${cause ?? 'unknown'}${where})`;
}
