import type { ContainerObservation, Exchange, ExchangeOutcome } from '../../observation.ts';
import { current, heldFor, isReachable, isTcp } from './listening.ts';

export type Answer = Extract<ExchangeOutcome, { readonly kind: 'answered' }>;

/** `/health` of `GET http://127.0.0.1:8000/health`. */
export function pathOf({ request }: Pick<Exchange, 'request'>): string {
  return request.replace(/^\w+ (?:https?:\/\/[^/]+)?/, '') || '/';
}

const longestRequest = 36;

/** `GET /health`, as prose. */
export function spokenRequest(exchange: Exchange): string {
  const text = exchange.request.replace(/^(\w+) https?:\/\/[^/]+/, '$1 ').replaceAll('`', "'");
  return `\`${text.length > longestRequest ? `${text.slice(0, longestRequest - 1)}…` : text}\``;
}

/** Milliseconds since it listens on the asked port, from outside; 0 where it does not, or where the sockets are not known. */
export function listeningForMs(container: ContainerObservation): number {
  return heldFor(container, (listening) =>
    listening.some((socket) => isTcp(socket) && socket.port === container.port && isReachable(socket)),
  );
}

/** A request that was sent as the listener came up may have met none. */
const slackMs = 200;

/** How requests ended that were sent while it listened on the asked port, by any address; all of them where the sockets are not known. */
export function sentWhileListening(container: ContainerObservation): readonly Exchange[] {
  const { sockets, wait, exchanges } = container;
  if (sockets.length === 0) return exchanges;
  if (!current(container).some((socket) => isTcp(socket) && socket.port === container.port)) return [];
  const heldMs = heldFor(container, (listening) =>
    listening.some((socket) => isTcp(socket) && socket.port === container.port),
  );
  return exchanges.filter(({ atMs, lastAtMs }) => (lastAtMs ?? atMs) >= wait.ms - heldMs + slackMs);
}

/** The answer that tells most: of a failed probe where there is one, else of `GET /`. */
export function tellingAnswer(
  { exchanges }: ContainerObservation,
  wanted: (answer: Answer) => boolean,
): { readonly exchange: Exchange; readonly answer: Answer } | undefined {
  const ordered = [...exchanges.filter(({ passed }) => passed === false), ...exchanges];
  for (const exchange of ordered) {
    if (exchange.outcome.kind === 'answered' && wanted(exchange.outcome)) return { exchange, answer: exchange.outcome };
  }
  return undefined;
}

/** Whether a given probe failed by such an answer: only then it is more than a remark. */
export function failsBy(container: ContainerObservation, wanted: (answer: Answer) => boolean): boolean {
  return container.exchanges.some(
    ({ passed, outcome }) => passed === false && outcome.kind === 'answered' && wanted(outcome),
  );
}

/** How `GET /` was answered last, where that was an answer at all. */
export function lastAnswer({ exchanges }: ContainerObservation): Answer | undefined {
  const last = exchanges.findLast((exchange) => pathOf(exchange) === '/')?.outcome;
  return last?.kind === 'answered' ? last : undefined;
}
