import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readEvent } from '../../../src/github/event.ts';
import { openGitHub } from '../../../src/github/octokit.ts';
import { systemClock, systemFiles } from '../../../src/ports.ts';
import { publish } from '../../../src/publish/publish.ts';
import { printable } from '../../../src/render/printing.ts';
import type { Report } from '../../../src/report.ts';
import { commentChoices } from '../../../src/settings/options.ts';

// The publishing alone, as a step of a workflow: the report comes from the file that the first argument names.
const report = v.parse(
  v.custom<Report>((value) => typeof value === 'object'),
  JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')),
);
const event = readEvent(process.env, systemFiles);
if (event === undefined) throw new Error('this is no workflow');
const { told } = await publish({
  report,
  proven: () => Promise.resolve(report),
  event,
  comment: v.parse(v.picklist(commentChoices), process.env['INPUT_COMMENT']),
  files: { report: '/tmp/report.json' },
  root: '',
  openGitHub: async () =>
    openGitHub({
      token: process.env['INPUT_GITHUB-TOKEN'] ?? '',
      repository: event.repository,
      clock: systemClock,
      patienceMs: 20_000,
      retryPauseMs: 1,
    }),
  ports: { clock: systemClock, environment: process.env, workingDirectory: process.cwd() },
});
for (const line of told) process.stdout.write(`told: ${printable(line)}\n`);
