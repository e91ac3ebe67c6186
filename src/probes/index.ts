import { aptLists } from './apt-lists.ts';
import { contextSize } from './context-size.ts';
import { firstAnswer } from './first-answer.ts';
import { gracefulStop } from './graceful-stop.ts';
import { leakedFiles } from './leaked-files.ts';
import { packageCache } from './package-cache.ts';
import type { Probe } from './probe.ts';
import { processUser } from './process-user.ts';
import { reloader } from './reloader.ts';

export const probes: readonly Probe[] = [
  aptLists,
  contextSize,
  firstAnswer,
  gracefulStop,
  leakedFiles,
  packageCache,
  processUser,
  reloader,
];
