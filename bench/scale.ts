import path from 'node:path';
import { foundCompany, planned } from '../__tests__/support/company.ts';
import { startRunner } from '../__tests__/support/runner.ts';
import { median } from './median.ts';

const services = 2_000;
const rounds = 5;
const aimMs = 2_000;
const program = path.join(import.meta.dirname, '../dist/index.js');

/** The step that plans the jobs of a company's repository, with and without asking what a change touches. */
export async function benchScale(): Promise<void> {
  using runner = startRunner();
  const branch = foundCompany(runner.workspace, services, [5, 77, 1_999]);
  for (const [what, inputs] of [
    ['plan', {}],
    ['plan of what is affected', { 'only-affected': 'true' }],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) times.push((await planned(runner, branch, program, inputs)).ms);
    console.log(`${what}, services ${services}: ${Math.round(median(times))} ms (aim: ${aimMs} ms)`);
  }
}
