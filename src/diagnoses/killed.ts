import type { Diagnosis } from './diagnosis.ts';
import { endEvidence } from '../symptoms/evidence.ts';
import { application, requirements, servedBy } from './example.ts';

const files = { 'requirements.txt': requirements, 'app.py': application };

export const killed: Diagnosis = {
  id: 'killed',
  blames: 'image',
  summary: 'the process is killed with SIGKILL, and the kernel did not do it for its memory',
  why: 'SIGKILL leaves no word in any log. Process 1 of a container cannot send it to itself: a watchdog or a script inside killed what the shell had started, or somebody outside, such as `docker kill` or a runner that is shut down, ended the container.',
  references: ['https://docs.docker.com/reference/cli/docker/container/kill/'],
  moments: ['exit'],
  general: true,
  *recognise(symptoms) {
    const { container, fatal } = symptoms;
    const state = container?.state;
    if (state?.exitCode !== 137 || state.oomKilled || fatal !== undefined) return;
    yield {
      headline: 'it is killed with SIGKILL, not for its memory',
      title: 'it is killed with SIGKILL, and not by the kernel for its memory',
      why: 'Exit code 137 is 128 and the number of SIGKILL; the engine says that no limit of memory was reached.',
      advice:
        'Look for what sends it: a watchdog, a time limit in a script, `kill -9`, `docker kill` or the end of the runner.',
      evidence: endEvidence(symptoms, 12),
    };
  },
  examples: [
    {
      title: 'no limit of memory was reached',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: { exitCode: 137, log: ['INFO:     Started server process [1]'] },
    },
    {
      title: 'a shell tells that its child was killed',
      dockerfile: servedBy('uvicorn app:app --host 0.0.0.0'),
      files,
      saw: { exitCode: 137, log: ['Killed'] },
    },
  ],
  confusions: [
    {
      title: 'the kernel did it',
      is: 'out-of-memory',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files,
      saw: { exitCode: 137, oomKilled: true, log: [] },
    },
  ],
};
