import { isServersFrame } from './servers-frame.ts';
import { serverOf } from '../start.ts';
import type { Symptoms } from '../symptoms.ts';

/**
 * The server called, or was given, something that is not what it took it for. `application`: a finished application that was called as
 * if it made one. `arguments`: what makes the application wants arguments. `no-callable`: it is no application at all.
 */
export interface CalledApplication {
  readonly kind: 'application' | 'arguments' | 'no-callable';
  /** The line of the log, where no exception tells it. */
  readonly line?: string;
}

const asgi = /__call__\(\) missing \d+ required positional arguments: (?:'self', )?'scope', 'receive',? and 'send'/;
const wantsArguments = /^Error loading ASGI app factory: \S+\(\) missing \d+ required positional argument/;

export function calledApplication({ log, fatal, facts, gaveUp }: Symptoms): CalledApplication | undefined {
  if (!gaveUp) return undefined;
  for (const line of log.slice(-400).toReversed()) {
    const text = line.replace(/^ERROR:\s+/, '').trim();
    if (text.startsWith('Error loading ASGI app factory:') && asgi.test(text))
      return { kind: 'application', line: text };
    if (wantsArguments.test(text)) return { kind: 'arguments', line: text };
    if (text === 'Application object must be callable.') return { kind: 'no-callable', line: text };
  }
  // A server's own line called it, or the text `app()` behind the colon, which it evaluates.
  const asks = fatal?.frames.at(-1);
  if (fatal === undefined || asks === undefined || !(isServersFrame(asks) || asks.file === '<string>'))
    return undefined;
  if (asgi.test(fatal.message)) return { kind: 'application' };
  const called = serverOf(facts)?.app?.attribute?.endsWith(')') === true;
  return called && /object has no attribute '__code__'/.test(fatal.message) ? { kind: 'application' } : undefined;
}
