import type { Facts } from '../../facts/facts.ts';
import type { Location } from '../../finding.ts';
import type { ContainerObservation, DocumentedAnswer } from '../../observation.ts';
import { linePlace } from '../place.ts';
import { pathOf } from './requests.ts';
import { innermost, type Traceback } from '../../traceback/traceback.ts';
import type { Symptoms } from '../symptoms.ts';

/** Answers to documented GETs that do not keep what is documented, without those that the server itself is at fault for. */
export function deviatingAnswers(container: ContainerObservation | undefined): readonly DocumentedAnswer[] {
  return (container?.documented?.answers ?? []).filter(
    (answer) => answer.promise === 'broken' && !isServersFault(answer),
  );
}

/** Nobody waited for one of them: what goes on then was begun by our question, and not by the application. */
export function isLeftUnanswered({ documented }: ContainerObservation): boolean {
  return documented?.answers.some(({ outcome }) => outcome.kind === 'timeout') === true;
}

/** A documented GET, or the document itself, that is answered with 500 or above, and the exception behind it. */
export interface FaultyAnswer {
  readonly answer: DocumentedAnswer;
  readonly traceback?: Traceback;
  /** A given probe asks for that path too. */
  readonly isProbed: boolean;
}

/** What the clocks of the engine and of this process may be apart. */
const slackMs = 30;

export function faultyAnswers(symptoms: Symptoms): readonly FaultyAnswer[] {
  const { container, tracebacks } = symptoms;
  const { documented, state } = container ?? {};
  if (container === undefined || documented === undefined) return [];
  const answers = [documented.document, ...documented.answers];
  return answers.flatMap((answer, index) => {
    if (answer.promise !== 'broken' || !isServersFault(answer) || isWanted(answer, container)) return [];
    const from = (state?.startedAt ?? 0) + answer.atMs - slackMs;
    const next = answers[index + 1];
    const until = next === undefined ? Infinity : (state?.startedAt ?? 0) + next.atMs - slackMs;
    // One request after the other: what is raised until the next one is asked was raised for this one.
    const traceback = tracebacks.findLast(({ firstLine }) => {
      const at = container.log[firstLine]?.at ?? 0;
      return at >= from && at < until;
    });
    const isProbed = probesOf(answer, container).some(({ probe }) => probe !== 'GET /');
    return [{ answer, isProbed, ...(traceback === undefined ? {} : { traceback: innermost(traceback) }) }];
  });
}

function isServersFault({ outcome }: DocumentedAnswer): boolean {
  return outcome.kind === 'answered' && outcome.status >= 500;
}

function probesOf(answer: DocumentedAnswer, { exchanges }: ContainerObservation) {
  return exchanges.filter((exchange) => exchange.probe !== undefined && pathOf(exchange) === answer.path);
}

/** A given probe passes by this very status. */
function isWanted(answer: DocumentedAnswer, container: ContainerObservation): boolean {
  const { outcome } = answer;
  return probesOf(answer, container).some(
    (exchange) =>
      exchange.passed === true &&
      exchange.outcome.kind === 'answered' &&
      outcome.kind === 'answered' &&
      exchange.outcome.status === outcome.status,
  );
}

const mostFiles = 300;

/**
 * The decorator of the function that answers a documented GET: the only one of the repository whose path is the end of the documented
 * one and whose function FastAPI's operation id names; without such an id, the only one of just that path. Undefined where it is not sure.
 */
export function documentedRoute(facts: Facts, { path, operation }: DocumentedAnswer): Location | undefined {
  const ending = `${path.replaceAll(/\W/g, '_')}_get`;
  const name = operation?.endsWith(ending) === true ? operation.slice(0, -ending.length) : undefined;
  const routes = facts.context.listing.files
    .filter((file) => file.endsWith('.py') && !/(?:^|\/)(?:tests?|\.venv|venv|site-packages)\//.test(file))
    .slice(0, mostFiles)
    .flatMap((file) => routesIn(facts.context.readText(file) ?? '').map((route) => ({ ...route, file })));
  const fitting = routes.filter((route) =>
    name === undefined ? route.path === path : route.function === name && path.endsWith(route.path),
  );
  const [only, ...others] = fitting;
  return only === undefined || others.length > 0 ? undefined : linePlace(facts, only.file, only.line)?.location;
}

interface Route {
  readonly path: string;
  readonly line: number;
  readonly function: string | undefined;
}

/** Between the decorator and its function stand at most its own lines and other decorators. */
const mostLinesBetween = 30;

function routesIn(text: string): readonly Route[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.flatMap((line, index) => {
    const match = /^\s*@\w+(?:\.\w+)*\.(?:get|api_route|route)\(\s*(?:path\s*=\s*)?(?:(["'])(.*?)\1|$)/.exec(line);
    if (match === null) return [];
    // A formatter puts the path of a long decorator on the next line.
    const path = match[2] ?? /^\s*(?:path\s*=\s*)?(["'])(.*?)\1/.exec(lines[index + 1] ?? '')?.[2];
    const below = lines.slice(index + 1, index + 1 + mostLinesBetween);
    const name = below.map((each) => /^\s*(?:async\s+)?def\s+(\w+)/.exec(each)?.[1]).find((each) => each !== undefined);
    return path === undefined ? [] : [{ path, line: index + 1, function: name }];
  });
}
