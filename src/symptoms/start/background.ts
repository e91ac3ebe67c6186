import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import { programName } from '../../servers/index.ts';
import { linePlace } from '../place.ts';
import { startedScripts } from './started-file.ts';

/** Something was started beside the first process, which then ended. */
export interface InBackground {
  /** Where a script does it. */
  readonly location?: Location;
}

/** `… &`, `nohup`, `--daemon`, a service manager. */
const signs =
  /(?<![&>|])&(?![&>\d])\s*(?:["'\]]|\bdisown\b|$)|\bnohup\b|\s--daemon\b|"--daemon"|\bservice \w+ start\b|\bsystemctl start\b|\bsetsid -f\b|\b(?:screen -dm|tmux new(?:-session)? -d|start-stop-daemon\b)|\bpm2 start\b(?!.*--no-daemon)/m;
/** It stays for what it started. */
const stays = /^\s*(?:wait\b|fg\b|tail -f|exec\b|sleep (?:inf|\d{4}))/m;

export function inBackground(facts: Facts): InBackground | undefined {
  const { startCommand, dockerfile } = facts;
  if (startCommand === undefined) return undefined;
  for (const instruction of [startCommand.entrypoint, startCommand.command]) {
    if (instruction === undefined) continue;
    const text = dockerfile.text.slice(instruction.span.start, instruction.span.end);
    if (signs.test(text) && !/\b(?:wait|fg)\b|tail -f/.test(text)) return {};
  }
  for (const { path, text } of startedScripts(facts)) {
    const lines = (text ?? '').split('\n');
    const at = lines.findLastIndex((line) => !line.trimStart().startsWith('#') && signs.test(line.trimEnd()));
    if (at === -1 || stays.test(lines.slice(at + 1).join('\n'))) continue;
    const location = linePlace(facts, path, at + 1)?.location;
    return location === undefined ? {} : { location };
  }
  return isDaemon(facts) ? {} : undefined;
}

/** gunicorn's `-D`, and supervisord, which stays only when it is told so. */
function isDaemon({ startCommand, context }: Facts): boolean {
  const [program, ...words] = (startCommand?.words ?? []).map(({ text }) => text);
  const name = programName(program ?? '');
  if (name === 'gunicorn') return words.some((word) => /^-[a-zA-Z]*D/.test(word));
  if (name !== 'supervisord' || words.some((word) => word === '-n' || word === '--nodaemon')) return false;
  return !context.listing.files.some(
    (file) => /supervisor/.test(file) && /^\s*nodaemon\s*=\s*(?:true|1)/im.test(context.readText(file) ?? ''),
  );
}
