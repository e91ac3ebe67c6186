import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logTail } from '../symptoms/evidence.ts';
import { requirements, servedBy } from './example.ts';
import { startPlace, workersOf } from '../symptoms/start.ts';

export const outOfMemory: Diagnosis = {
  id: 'out-of-memory',
  blames: 'image',
  summary: 'the kernel kills the application because it needs more memory than it may have',
  why: 'A container that reaches its limit of memory is killed with SIGKILL, without a word in its log. Each worker loads the whole application, so their number multiplies what it needs.',
  references: ['https://docs.docker.com/engine/containers/resource_constraints/#memory'],
  moments: ['exit', 'silent'],
  early: true,
  *recognise(symptoms) {
    const { container, log, facts, moment } = symptoms;
    const killed = container?.state?.oomKilled === true && container.state.exitCode === 137;
    const told = log.filter((line) => /was sent SIGKILL! Perhaps out of memory\?/.test(line));
    if (container === undefined || (moment === 'exit' ? !killed && told.length === 0 : told.length < 2)) return;
    const place = startPlace(facts);
    const workers = workersOf(facts) ?? 1;
    yield {
      headline: 'the container is killed, it is out of memory',
      title: 'the kernel kills it: it needs more memory than it may have',
      why: 'At the limit of memory the process ends with SIGKILL, without a word in its log.',
      advice: `${workers > 1 ? `Start fewer than ${workers} workers, or give` : 'Give'} it more memory: \`run-options: --memory=…\` under \`with:\`, or a larger runner.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [...exitEvidence(container), ...logTail(symptoms)],
      explains: ['worker-crash-loop', 'startup-failed', 'still-starting'],
    };
  },
  examples: [
    {
      title: 'killed while it loads',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: { 'requirements.txt': requirements },
      saw: { exitCode: 137, oomKilled: true, log: [] },
      place: 'Dockerfile:7',
    },
    {
      title: 'gunicorn lives on, and its workers are killed one after the other',
      dockerfile: servedBy('["gunicorn", "-k", "asgi", "app:app", "-b", "0.0.0.0:8000"]'),
      files: { 'requirements.txt': requirements },
      saw: {
        log: [7, 9].map(
          (pid) =>
            `[2026-11-24 09:05:29 +0000] [1] [ERROR] Worker (pid:${pid}) was sent SIGKILL! Perhaps out of memory?`,
        ),
        listening: ['0.0.0.0:8000'],
        waitedMs: 3_000,
        ended: 'decided',
        answers: ['timeout'],
      },
      place: 'Dockerfile:7',
    },
  ],
  confusions: [
    {
      title: 'killed from outside: the kernel did not do it',
      is: 'unknown',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      saw: { exitCode: 137, log: [] },
    },
    {
      title: 'only a child was killed, and the container ended well',
      is: 'nothing-started',
      dockerfile: servedBy('["sh", "-c", "python load.py; true"]'),
      saw: { exitCode: 0, log: ['Killed'] },
    },
  ],
};
