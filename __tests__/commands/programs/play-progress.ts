import process from 'node:process';
import { liveProgress } from '../../../src/commands/live-progress.ts';
import { systemClock, type ProgressEvent } from '../../../src/ports.ts';

// What a trial tells, played to a terminal: `colour` and `unicode` among the arguments; `wait` stays until Ctrl-C.
const words = new Set(process.argv.slice(2));
const events: readonly ProgressEvent[] = [
  { kind: 'stage-began', stage: 'lint' },
  { kind: 'stage-began', stage: 'build' },
  { kind: 'stage-ended', stage: 'lint', status: 'passed' },
  { kind: 'step-began', stage: 'build', title: '[2/3] RUN pip install -r requirements.txt' },
  { kind: 'line', stage: 'build', text: `Collecting fastapi ${'from a long address '.repeat(8)}` },
  { kind: 'line', stage: 'build', text: '\u001b[2J\u001b]0;evil\u0007::error::漢字\r\nsecond' },
  { kind: 'stage-ended', stage: 'build', status: 'passed' },
  { kind: 'stage-began', stage: 'start' },
  { kind: 'line', stage: 'start', text: 'Uvicorn running on http://0.0.0.0:8000' },
];
const stay = new AbortController();
using live = liveProgress({
  stream: process.stderr,
  clock: systemClock,
  options: { colour: words.has('colour'), unicode: words.has('unicode') },
});
process.once('SIGINT', () => {
  live[Symbol.dispose]();
  stay.abort();
});
process.stdout.write('before\n');
for (const [at, event] of events.entries()) {
  live.tell(event);
  if (at === 6) live.above(() => process.stderr.write('a note\n'));
  await systemClock.sleep(150);
}
if (words.has('wait')) await systemClock.sleep(10_000, stay.signal);
live[Symbol.dispose]();
process.stdout.write('the result\n');
