import { fittingTitle } from '../symptoms/fitting.ts';
import type { Facts } from '../facts/facts.ts';
import type { Fix } from '../finding.ts';
import type { CalledApplication } from '../symptoms/python/called-application.ts';
import { exitEvidence, logLines, tracebackLines } from '../symptoms/evidence.ts';
import { serverOf, startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Recognised } from './diagnosis.ts';

/** How it is told that the server called, or was given, something that is not what it took it for. */
export function calledWrongly(symptoms: Symptoms, { kind, line }: CalledApplication): Recognised {
  const { facts, container, fatal } = symptoms;
  const server = serverOf(facts);
  const name = `\`${server?.app?.text ?? 'the application'}\``;
  const place = server?.app?.location ?? startPlace(facts);
  const fix = kind === 'application' ? finishedFix(facts) : undefined;
  return {
    ...calledWords[kind](name),
    ...(place === undefined ? {} : { location: place }),
    evidence: [
      ...(container === undefined ? [] : exitEvidence(container)),
      ...(line !== undefined ? logLines(symptoms, [line]) : fatal === undefined ? [] : tracebackLines(symptoms, fatal)),
    ],
    explains: ['worker-crash-loop', 'startup-failed', 'framework-version-conflict', 'wsgi-worker-for-asgi-app'],
    ...(fix === undefined ? {} : { fix }),
  };
}

const calledWords: Readonly<
  Record<CalledApplication['kind'], (name: string) => Pick<Recognised, 'headline' | 'title' | 'why' | 'advice'>>
> = {
  application: (name) => ({
    headline: 'a finished application is called as a factory',
    title: fittingTitle(
      `${name} is an application, and the server calls it to make one`,
      'the server calls a finished application to make one',
    ),
    why: 'A factory is a function that returns the application; this is the application itself, which is called with every request.',
    advice: 'Take `--factory`, or the parentheses behind the name, away.',
  }),
  arguments: (name) => ({
    headline: 'the factory wants arguments that no server gives',
    title: fittingTitle(
      `the function behind ${name} wants arguments, and a server gives none`,
      'a factory wants arguments, and a server gives none',
    ),
    why: 'A server calls a factory without arguments.',
    advice: 'Give the arguments defaults, or serve the application that the function returns.',
  }),
  'no-callable': (name) => ({
    headline: 'what the server is told to serve cannot be called',
    title: fittingTitle(
      `${name} is no application: it cannot be called`,
      'what the server is told to serve is no application',
    ),
    why: 'An application is an object that the server can call.',
    advice: 'Write the name of the variable that holds the application behind the colon.',
  }),
};

/** Without the option, or without the parentheses. */
function finishedFix(facts: Facts): Fix | undefined {
  const server = serverOf(facts);
  const app = server?.app;
  const option = server?.options.find(({ name }) => name === '--factory');
  const [first] = option?.words ?? [];
  if (server !== undefined && first !== undefined) {
    const all = [server.program, ...server.arguments];
    const before = all[all.indexOf(first) - 1];
    const last = option?.words.at(-1);
    if (before === undefined || last === undefined) return undefined;
    const { endLine: line, endColumn: column } = before.whole;
    return {
      title: 'Serve the application itself',
      safety: 'safe',
      edits: [{ location: { ...last.whole, line, column }, text: '' }],
    };
  }
  if (app?.literal !== true || !app.text.endsWith('()')) return undefined;
  const { endColumn } = app.location;
  return {
    title: 'Serve the application itself',
    safety: 'safe',
    edits: [{ location: { ...app.location, column: endColumn - 2 }, text: '' }],
  };
}
