import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Runner, StepResult } from './runner.ts';

/** The commit where a branch began, and its own. */
interface Branch {
  readonly base: string;
  readonly head: string;
}

const dockerfile = `FROM python:3.11-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER 1000
EXPOSE 8000
CMD ["uvicorn", "app.main:app", "--host", "0.0.0.0", "--port", "8000"]
`;
const application = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

/** Makes the repository of a company: many services, each with a Dockerfile of its own, on a branch that changes a few. */
export function foundCompany(folder: string, services: number, changed: readonly number[]): Branch {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    }).trim();
  const main = (number: number): string => path.join(folder, `services/${number}/app/main.py`);
  for (let number = 0; number < services; number += 1) {
    mkdirSync(path.dirname(main(number)), { recursive: true });
    const service = path.join(folder, `services/${number}`);
    writeFileSync(path.join(service, 'Dockerfile'), dockerfile);
    writeFileSync(path.join(service, '.dockerignore'), '.git\n');
    writeFileSync(path.join(service, 'requirements.txt'), 'fastapi==0.115.0\nuvicorn==0.30.0\n');
    writeFileSync(main(number), application);
  }
  writeFileSync(path.join(folder, '.sea-trial.yml'), 'trials:\n  services: { context: services/* }\n');
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'all services');
  const base = git('rev-parse', 'HEAD');
  git('checkout', '--quiet', '-b', 'work');
  for (const number of changed) writeFileSync(main(number), `${application}app.title = "changed"\n`);
  git('commit', '--quiet', '--all', '--allow-empty', '--message', 'a few');
  return { base, head: git('rev-parse', 'HEAD') };
}

/** The step `mode: plan` on a push of the branch. */
export async function planned(
  runner: Runner,
  { base, head }: Branch,
  program: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  return runner.run({
    program,
    inputs: { mode: 'plan', ...inputs },
    event: {
      name: 'push',
      payload: { ref: 'refs/heads/work', before: base, after: head, repository: { default_branch: 'main' } },
    },
    environment: { GITHUB_SHA: head, GITHUB_REF: 'refs/heads/work' },
  });
}
