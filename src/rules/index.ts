import { appModuleNotFound } from './app-module-not-found.ts';
import { aptListsLeft } from './apt-lists-left.ts';
import { aptRecommends } from './apt-recommends.ts';
import { aptUpdateAlone } from './apt-update-alone.ts';
import { aptWithoutYes } from './apt-without-yes.ts';
import { bufferedOutput } from './buffered-output.ts';
import { contextLeaks } from './context-leaks.ts';
import { loopbackHost } from './loopback-host.ts';
import { missingDockerignore } from './missing-dockerignore.ts';
import { missingExpose } from './missing-expose.ts';
import { missingWorkdir } from './missing-workdir.ts';
import { outdatedPython } from './outdated-python.ts';
import { pipCacheKept } from './pip-cache-kept.ts';
import { portMismatch } from './port-mismatch.ts';
import { relativeWorkdir } from './relative-workdir.ts';
import { reloadInImage } from './reload-in-image.ts';
import { rootUser } from './root-user.ts';
import type { Rule } from './rule.ts';
import { shellFormStart } from './shell-form-start.ts';
import { shellWithoutExec } from './shell-without-exec.ts';
import { sourceBeforeDependencies } from './source-before-dependencies.ts';
import { unpinnedBase } from './unpinned-base.ts';
import { unpinnedRequirements } from './unpinned-requirements.ts';

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [
  loopbackHost,
  portMismatch,
  missingExpose,
  appModuleNotFound,
  reloadInImage,
  shellFormStart,
  shellWithoutExec,
  sourceBeforeDependencies,
  pipCacheKept,
  aptUpdateAlone,
  aptWithoutYes,
  aptListsLeft,
  aptRecommends,
  unpinnedBase,
  outdatedPython,
  missingWorkdir,
  relativeWorkdir,
  rootUser,
  bufferedOutput,
  missingDockerignore,
  contextLeaks,
  unpinnedRequirements,
];
