import { createLogUpdate } from 'log-update';
import type { Clock, Progress } from '../ports.ts';
import { afterEvent, liveFrame, nothingYet } from '../render/live-frame.ts';
import type { TerminalOptions } from '../render/terminal-style.ts';
import { widthOf } from '../render/width.ts';

/** What goes on, drawn in place at the end of a terminal, and gone without a trace when it is disposed of. */
export interface LiveProgress extends Disposable {
  readonly tell: Progress;
  /** Writes something that stays, above what is live. */
  readonly above: (write: () => void) => void;
}

export interface LivePorts {
  readonly stream: NodeJS.WriteStream;
  readonly clock: Pick<Clock, 'ticks'>;
  readonly options: Omit<TerminalOptions, 'columns'>;
}

const redrawEveryMs = 100;

export function liveProgress({ stream, clock, options }: LivePorts): LiveProgress {
  // Hiding the cursor would install handlers of signals, which end the process before the container is removed.
  const draw = createLogUpdate(stream, { showCursor: true });
  let state = nothingYet;
  let drawn: readonly string[] = [];
  let isOver = false;
  const columns = (): number => stream.columns || 80;
  const show = (): void => {
    if (isOver) return;
    drawn = liveFrame(state, clock.ticks(), { ...options, columns: columns() });
    draw(drawn.join('\n'));
  };
  const clear = (): void => {
    if (drawn.length > 0) draw.clear();
    drawn = [];
  };
  /** A terminal that has become narrower has broken the lines that were drawn, and there are more of them than were written. */
  const onResize = (): void => {
    if (isOver) return;
    const broken = drawn.reduce((sum, line) => sum + Math.ceil(widthOf(plain(line)) / columns()) - 1, 0);
    if (broken > 0) {
      stream.write('\u001b[2K\u001b[1A'.repeat(broken));
      clear();
    }
    show();
  };
  stream.on('resize', onResize);
  const timer = setInterval(show, redrawEveryMs).unref();
  return {
    tell(event) {
      state = afterEvent(state, event, clock.ticks());
    },
    above(write) {
      clear();
      write();
      // What was written may end in the middle of a line: the next frame comes with the timer, behind its end.
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      stream.off('resize', onResize);
      clear();
      isOver = true;
    },
  };
}

function plain(line: string): string {
  // eslint-disable-next-line no-control-regex
  return line.replaceAll(/\u001b\[\d+m/g, '');
}
