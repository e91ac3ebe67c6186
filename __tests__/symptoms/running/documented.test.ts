import { expect, test } from 'vitest';
import type { DocumentedAnswer } from '../../../src/observation.ts';
import { documentedRoute } from '../../../src/symptoms/running/documented.ts';
import { observe } from '../../support/observation.ts';

function lineOf(files: Readonly<Record<string, string>>, path: string, operation?: string): string | undefined {
  const { facts } = observe({ dockerfile: 'FROM python:3.11-slim\n', files, saw: {} });
  const answer: DocumentedAnswer = {
    path,
    ...(operation === undefined ? {} : { operation }),
    request: `GET http://127.0.0.1:8000${path}`,
    outcome: { kind: 'timeout' },
    promise: 'broken',
    atMs: 0,
    ms: 0,
  };
  const place = documentedRoute(facts, answer);
  return place === undefined ? undefined : `${place.path}:${place.line}`;
}

const route = (decorator: string, name: string) =>
  `${decorator}\nasync def ${name}(limit: int = 1) -> list[str]:\n    return []\n`;

test.each([
  ['of the application', route('@app.get("/ships")', 'ships'), '/ships', 'ships_ships_get', 'app.py:1'],
  [
    'of a router behind a prefix',
    route("@router.get('/ships')", 'ships'),
    '/fleet/ships',
    'ships_fleet_ships_get',
    'app.py:1',
  ],
  [
    'over several lines',
    route('@app.get(\n    "/ships",\n    response_model=None,\n)', 'ships'),
    '/ships',
    'ships_ships_get',
    'app.py:1',
  ],
  ['with an id of its own', route('@app.get("/ships")', 'ships'), '/ships', 'listShips', 'app.py:1'],
  ['without an id', route('@app.get("/ships")', 'ships'), '/ships', undefined, 'app.py:1'],
  ['of the root of a router', route('@router.get("")', 'ships'), '/ships', 'ships_ships_get', 'app.py:1'],
  ['of another function', route('@app.get("/ships")', 'crew'), '/ships', 'ships_ships_get', undefined],
  [
    'with an id of its own, behind a prefix',
    route('@router.get("/ships")', 'ships'),
    '/fleet/ships',
    'listShips',
    undefined,
  ],
  ['of another method', route('@app.post("/ships")', 'ships'), '/ships', 'ships_ships_get', undefined],
  ['in a comment', `# ${route('@app.get("/ships")', 'ships')}`, '/ships', 'ships_ships_get', undefined],
])('the route is found where it is sure: one %s', (_, source, path, operation, place) => {
  expect(lineOf({ 'app.py': source }, path, operation)).toBe(place);
});

test('of two that may be it, none is named', () => {
  const source = route('@router.get("/ships")', 'ships');
  expect(lineOf({ 'a.py': source, 'b.py': source }, '/fleet/ships', 'ships_fleet_ships_get')).toBeUndefined();
  expect(lineOf({ 'a.py': source, 'tests/b.py': source }, '/fleet/ships', 'ships_fleet_ships_get')).toBe('a.py:1');
});
