import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readEvent } from '../../../src/github/event.ts';
import { openGitHub } from '../../../src/github/octokit.ts';
import { systemClock, systemFiles } from '../../../src/ports.ts';
import { publish } from '../../../src/publish/publish.ts';
import { printable } from '../../../src/render/printing.ts';
import type { Report } from '../../../src/report.ts';
import { commentChoices } from '../../../src/settings/options.ts';
import { hurriedClock } from '../../support/hurried-clock.ts';

// The publishing alone, as a step of a workflow: the report comes from the file that the first argument names. With `hurried` behind it
// waiting costs no time, and with a number behind that the patience is of so many milliseconds.
const isHurried = process.argv[3] === 'hurried';
const clock = isHurried ? hurriedClock() : systemClock;
const patienceMs = process.argv[4] === undefined ? undefined : Number(process.argv[4]);
const began = clock.ticks();
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
  suggestions: process.env['INPUT_SUGGESTIONS'] !== 'false',
  files: { report: '/tmp/report.json', html: '/tmp/sea-trial-api.html', sarif: '/tmp/sea-trial-api.sarif' },
  root: '',
  openGitHub: async () =>
    openGitHub({
      token: process.env['INPUT_GITHUB-TOKEN'] ?? '',
      repository: event.repository,
      clock,
      ...(isHurried ? {} : { patienceMs: 20_000 }),
      ...(patienceMs === undefined ? {} : { patienceMs }),
      retryPauseMs: 1,
    }),
  ports: { clock, environment: process.env, workingDirectory: process.cwd() },
});
for (const line of told) process.stdout.write(`told: ${printable(line)}\n`);
if (isHurried) process.stdout.write(`took: ${Math.round(clock.ticks() - began)}\n`);
