import { aptLists } from './apt-lists.ts';
import { baseSize } from './base-size.ts';
import { contextSize } from './context-size.ts';
import { firstAnswer } from './first-answer.ts';
import { gracefulStop } from './graceful-stop.ts';
import { healthCheck } from './health-check.ts';
import { leakedFiles } from './leaked-files.ts';
import { packageCache } from './package-cache.ts';
import type { Probe } from './probe.ts';
import { processUser } from './process-user.ts';
import { rebuild } from './rebuild.ts';
import { reloader } from './reloader.ts';
import { workers } from './workers.ts';

export const probes: readonly Probe[] = [
  aptLists,
  baseSize,
  contextSize,
  firstAnswer,
  gracefulStop,
  healthCheck,
  leakedFiles,
  packageCache,
  processUser,
  rebuild,
  reloader,
  workers,
];
