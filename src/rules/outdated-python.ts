import { endOfLife, isPastEndOfLife, newestPython, pythonVersionOf } from '../facts/python-support.ts';
import { defineRule, dockerfile } from './rule.ts';

export const outdatedPython = defineRule({
  id: 'outdated-python',
  aliases: [],
  severity: 'warning',
  summary: 'this Python is past its end of life',
  why: 'Holes that are found in it stay open, and its images are not built anew, so those of the system in them stay open too. Frameworks drop such versions soon after, and pip then installs their last old release without a word.',
  references: ['https://devguide.python.org/versions/', 'https://hub.docker.com/_/python'],
  bad: [
    {
      title: 'Python 3.8',
      dockerfile: dockerfile`
        FROM python:3.8-slim
        `,
    },
    {
      title: "Python 3.7, in another publisher's image",
      dockerfile: dockerfile`
        ARG PYTHON=3.7
        FROM tiangolo/uvicorn-gunicorn-fastapi:python$PYTHON
        `,
    },
  ],
  good: [
    {
      title: 'a version that gets fixes',
      dockerfile: dockerfile`
        FROM python:3.14-slim
        `,
    },
    {
      title: 'another image that has an old number',
      dockerfile: dockerfile`
        FROM redis:3.2
        `,
    },
  ],
  on: ['FROM'],
  *check(instruction, { facts }) {
    const base = facts.placeOf(instruction)?.stage.base;
    const [word] = instruction.words;
    if (base?.kind !== 'image' || word === undefined) return;
    const version = pythonVersionOf(base.reference);
    const end = version === undefined ? undefined : endOfLife(version);
    if (version === undefined || end === undefined || !isPastEndOfLife(version, facts.today)) return;
    yield {
      at: word.span,
      title: `Python ${version} has had no security fixes since ${monthName(end)}`,
      advice: `Move to a supported version, such as ${newestPython}.`,
    };
  },
});

function monthName(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
