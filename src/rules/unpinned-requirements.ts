import { pinningOf } from '../facts/pinning.ts';
import { defineRule, dockerfile } from './rule.ts';

const pinned = dockerfile`
  fastapi==0.115.0
  uvicorn==0.30.6
  `;

const installing = dockerfile`
  FROM python:3.12-slim
  WORKDIR /app
  COPY requirements.txt .
  RUN pip install --no-cache-dir -r requirements.txt
  `;

export const unpinnedRequirements = defineRule({
  id: 'unpinned-requirements',
  aliases: [],
  severity: 'notice',
  summary: 'a requirements file names packages without a version',
  why: 'Two builds of one commit can hold different versions, and a release of somebody else breaks an image in which nothing was changed. Which versions worked is written nowhere.',
  references: [
    'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
    'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
  ],
  bad: [
    {
      title: 'one of two lines',
      dockerfile: installing,
      files: { 'requirements.txt': 'fastapi==0.115.0\nuvicorn\n' },
    },
    {
      title: 'in a file that is included',
      dockerfile: installing,
      files: {
        'requirements.txt': '-r requirements/base.txt\nuvicorn==0.30.6\n',
        'requirements/base.txt': 'fastapi[standard] ; python_version >= "3.10"\n',
      },
    },
  ],
  good: [
    { title: 'a version for each', dockerfile: installing, files: { 'requirements.txt': pinned } },
    {
      title: 'versions from a constraints file',
      dockerfile: dockerfile`
        FROM python:3.12-slim
        WORKDIR /app
        COPY requirements.txt constraints.txt ./
        RUN pip install --no-cache-dir -r requirements.txt -c constraints.txt
        `,
      files: { 'requirements.txt': 'fastapi\nuvicorn\n', 'constraints.txt': pinned },
    },
    {
      title: 'a revision of a repository, and a package of the same repository',
      dockerfile: installing,
      files: { 'requirements.txt': 'fastapi @ git+https://github.com/fastapi/fastapi@0.115.0\n-e ./lib\n' },
    },
  ],
  on: 'file',
  *check({ facts }) {
    for (const { file, lines, unpinned } of pinningOf(facts.python, facts.context)) {
      const [first, ...others] = unpinned;
      if (first === undefined) continue;
      const name = file.path.slice(file.path.lastIndexOf('/') + 1);
      yield {
        at: first.location,
        title: `${counted(unpinned.length, lines.length)} of \`${name}\` ${unpinned.length === 1 ? 'has' : 'have'} no version`,
        advice: 'Write the versions that work behind the names; `pip freeze` prints them.',
        places: others.slice(0, 20).map(({ location }) => ({ at: location, note: 'has no version' })),
      };
    }
  },
});

function counted(some: number, all: number): string {
  return `${some} of ${all} ${all === 1 ? 'line' : 'lines'}`;
}
