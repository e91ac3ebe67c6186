import type { Facts } from '../../facts/facts.ts';
import { heldFor, isTcp } from './listening.ts';
import { startedScript } from '../python/python-call.ts';
import { lastAnswer } from './requests.ts';
import { serverOf } from '../start.ts';
import { hasBegun, isComplete } from './startup.ts';
import { stuckAt } from './stuck.ts';
import type { Symptoms } from '../symptoms.ts';

/** What began to listen in the last moment of the wait has not had its chance to answer. */
const justNowMs = 1_000;

/** A server was started, and its application is not ready: neither its log nor its sockets nor an answer say that it is. */
export function isStarting({ container, log, facts }: Symptoms): boolean {
  if (container === undefined || lastAnswer(container) !== undefined) return false;
  const started = hasBegun(log) || serverOf(facts) !== undefined || servesInPython(facts);
  const listensForMs = heldFor(container, (listening) => listening.some((socket) => isTcp(socket)));
  if (!started || listensForMs < justNowMs) return started;
  return !isComplete(log) && stuckAt(container, facts)?.isImporting !== false;
}

const serves =
  /\b(?:uvicorn|hypercorn|granian|waitress|web|app|server|httpd)\s*\.\s*(?:run|serve|serve_forever|run_app|Server)\b|\bserve\(/;

/** The script that CMD starts calls a server. */
export function servesInPython(facts: Facts): boolean {
  const script = startedScript(facts);
  return script !== undefined && serves.test(facts.context.readText(script) ?? '');
}
