import { goInteger } from './go-values.ts';

/** Whether Docker takes it for a signal of Linux: a number other than zero, or a name with or without SIG. */
export function isSignal(text: string): boolean {
  const number = goInteger(text);
  if (number !== undefined) return number !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  const [, base, sign, steps] = /^(RTMIN|RTMAX)([+-])([1-9]\d?)$/.exec(name) ?? [];
  if (base !== undefined) {
    const most = base === 'RTMIN' ? 15 : 14;
    return sign === (base === 'RTMIN' ? '+' : '-') && Number(steps) <= most;
  }
  return names.has(name);
}

const names = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT RTMAX RTMIN SEGV STKFLT STOP SYS ' +
    'TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'
  ).split(' '),
);
