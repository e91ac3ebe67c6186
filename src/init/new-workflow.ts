import { stringify } from 'yaml';

/** What the trial is told besides its defaults; both as seen from the repository's root. */
export interface WorkflowInputs {
  readonly context?: string;
  readonly file?: string;
}

/** The workflow with which the README begins. */
export function newWorkflow(inputs: WorkflowInputs): string {
  const trial = Object.keys(inputs).length === 0 ? {} : { with: inputs };
  return stringify({
    name: 'Sea Trial',
    on: 'pull_request',
    permissions: { contents: 'read', 'pull-requests': 'write' },
    jobs: {
      image: {
        'runs-on': 'ubuntu-latest',
        steps: [
          { uses: 'actions/checkout@v6', with: { 'persist-credentials': false } },
          { uses: 'sea-trial/sea-trial@v1', ...trial },
        ],
      },
    },
  });
}

/** Whether a workflow runs Sea Trial: the action, whoever owns the copy of it, or the command. */
export function usesSeaTrial(workflow: string): boolean {
  return workflow
    .split(/\r?\n/)
    .filter((line) => !/^\s*#/.test(line))
    .some((line) => ways.some((way) => way.test(line)));
}

const ways: readonly RegExp[] = [
  /\buses["']?\s*:\s*["']?[\w.-]+\/sea-trial(?:\/[^@\s"']+)?@/,
  /\bnpx\s+(?:-\S+\s+)*sea-trial\b/,
  /(?:^|[\s;&|])sea-trial\s+(?:trial|lint|\.)/,
];
