import { locationOf } from '../dockerfile/location.ts';
import type { Diagnosis } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { application, requirements, startedBy } from './example.ts';
import { startedScripts } from '../symptoms/start/started-file.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';

const script = '#!/bin/sh\nset -e\nexec "$@"\n';

export const entrypointWithoutCommand: Diagnosis = {
  id: 'entrypoint-without-command',
  blames: 'image',
  summary: 'ENTRYPOINT waits for a command to start, and there is no CMD',
  why: 'An entrypoint script that ends with `exec "$@"`, and a wrapper such as tini, start what CMD names. Without CMD that is nothing: the shell goes on, reaches its end, and the container exits. An ENTRYPOINT also takes the CMD of the base image away.',
  references: ['https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact'],
  moments: ['exit'],
  *recognise(symptoms) {
    const { facts } = symptoms;
    const { entrypoint, command } = facts.startCommand ?? {};
    if (entrypoint?.exec === undefined || command !== undefined || !waits(symptoms)) return;
    yield {
      headline: 'ENTRYPOINT starts what CMD names, and there is no CMD',
      title: 'ENTRYPOINT starts the command that it is handed, and there is no CMD',
      why: 'It is handed nothing, comes to its end and takes the container with it.',
      advice: 'Add a CMD behind it: `CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]`.',
      location: locationOf(facts.dockerfile, entrypoint.span),
      evidence: endEvidence(symptoms),
      explains: ['nothing-started'],
    };
  },
  examples: [
    {
      title: 'a script that ends with `exec "$@"`',
      dockerfile: startedBy('ENTRYPOINT ["/app/entrypoint.sh"]'),
      files: { 'requirements.txt': requirements, 'app.py': application, 'entrypoint.sh': script },
      saw: { exitCode: 0, log: [] },
      place: 'Dockerfile:6',
    },
    {
      title: 'a wrapper alone',
      dockerfile: startedBy('ENTRYPOINT ["tini", "--"]'),
      files: { 'requirements.txt': requirements, 'app.py': application },
      saw: { exitCode: 1, log: ['tini (tini version 0.19.0)', 'Usage: tini [OPTIONS] PROGRAM -- [ARGS] | --version'] },
      place: 'Dockerfile:6',
    },
  ],
  confusions: [
    {
      title: 'the script starts something itself, which ends',
      is: 'nothing-started',
      dockerfile: startedBy('ENTRYPOINT ["/app/entrypoint.sh"]'),
      files: { 'app.py': application, 'entrypoint.sh': '#!/bin/sh\nexec python app.py\n' },
      saw: { exitCode: 0, log: [] },
    },
    {
      title: 'there is a CMD, and it starts no server',
      is: 'nothing-started',
      dockerfile: startedBy('ENTRYPOINT ["/app/entrypoint.sh"]', 'CMD ["python", "app.py"]'),
      files: { 'app.py': application, 'entrypoint.sh': script },
      saw: { exitCode: 0, log: [] },
    },
  ],
};

/** It would have started what it is handed: a script's `"$@"`, or a wrapper with nothing behind it. */
function waits({ facts, container, fatal }: Symptoms): boolean {
  if (fatal !== undefined) return false;
  const { entrypoint, launchers = [], words = [] } = facts.startCommand ?? {};
  const text = (entrypoint?.exec ?? []).map(({ value }) => value).join(' ');
  const passesOn = [text, ...startedScripts(facts).map((each) => each.text ?? '')].some((each) =>
    /^[^#\n]*"?\$(?:@|\{@\}|\*)"?/m.test(each),
  );
  if (passesOn) return container?.state?.exitCode === 0;
  const isWrapper = /^(?:\S*\/)?(?:tini|dumb-init|catatonit|gosu|su-exec)(?: (?:-\S+|\w+))*$/.test(text);
  const [first] = words;
  return (
    isWrapper &&
    (first === undefined || text.startsWith(first.text)) &&
    launchers.every(({ kind }) => kind === 'wrapper')
  );
}
