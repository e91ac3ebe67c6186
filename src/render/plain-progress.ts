import type { ProgressEvent } from '../ports.ts';
import { printable, printableLines } from './printing.ts';

/** The lines that an event adds where nothing can be drawn in place: a dumb terminal. */
export function progressLines(event: ProgressEvent): readonly string[] {
  switch (event.kind) {
    case 'trial-began':
      return [printable(`Trial ${event.number} of ${event.of}: ${event.name}`)];
    case 'step-began':
      return [printable(`${event.stage}: ${event.title}`)];
    case 'line':
      return printableLines(event.text).map((line) => `  ${line}`);
    case 'stage-began':
    case 'step-ended':
      return [];
    case 'stage-ended': {
      const why = event.because === undefined ? '' : `: ${event.because}`;
      return [printable(`${event.stage} ${event.status === 'errored' ? 'could not run' : event.status}${why}`)];
    }
  }
}
