import { appAttributeNotFound } from './app-attribute-not-found.ts';
import { appModuleNotFound } from './app-module-not-found.ts';
import { backingServiceUnreachable } from './backing-service-unreachable.ts';
import { baseImageNotFound } from './base-image-not-found.ts';
import { buildStepFailed } from './build-step-failed.ts';
import { commandNotFound } from './command-not-found.ts';
import { copySourceAbsent } from './copy-source-absent.ts';
import { copySourceIgnored } from './copy-source-ignored.ts';
import { daemonisedServer } from './daemonised-server.ts';
import type { Diagnosis } from './diagnosis.ts';
import { dockerfileParseError } from './dockerfile-parse-error.ts';
import { hostPortTaken } from './host-port-taken.ts';
import { importRootWrong } from './import-root-wrong.ts';
import { loopbackHost } from './loopback-host.ts';
import { missingEnvironmentVariable } from './missing-environment-variable.ts';
import { missingRequirement } from './missing-requirement.ts';
import { nothingStarted } from './nothing-started.ts';
import { outOfMemory } from './out-of-memory.ts';
import { packageIndexUnreachable } from './package-index-unreachable.ts';
import { portMismatch } from './port-mismatch.ts';
import { probeFailed } from './probe-failed.ts';
import { registryUnreachable } from './registry-unreachable.ts';
import { requirementNameNotFound } from './requirement-name-not-found.ts';
import { requirementVersionNotFound } from './requirement-version-not-found.ts';
import { serverNotInstalled } from './server-not-installed.ts';
import { startupFailed } from './startup-failed.ts';
import { stillStarting } from './still-starting.ts';
import { syntaxError } from './syntax-error.ts';
import { unhandledException } from './unhandled-exception.ts';
import { workerCrashLoop } from './worker-crash-loop.ts';

/**
 * In the order of the decision: at each moment what misleads others comes first (a network that fails makes pip speak of wrong names).
 * The general ones stand last, and the more telling of them before the less.
 */
export const diagnoses: readonly Diagnosis[] = [
  // The build
  registryUnreachable,
  packageIndexUnreachable,
  dockerfileParseError,
  baseImageNotFound,
  copySourceIgnored,
  copySourceAbsent,
  requirementNameNotFound,
  requirementVersionNotFound,
  // The start
  hostPortTaken,
  serverNotInstalled,
  commandNotFound,
  // The process ends, or its workers do
  outOfMemory,
  appModuleNotFound,
  appAttributeNotFound,
  importRootWrong,
  missingRequirement,
  syntaxError,
  missingEnvironmentVariable,
  backingServiceUnreachable,
  daemonisedServer,
  nothingStarted,
  // It runs, and cannot be reached
  loopbackHost,
  portMismatch,
  // It answers, and not as it should
  unhandledException,
  // True of many failures
  buildStepFailed,
  startupFailed,
  workerCrashLoop,
  stillStarting,
  probeFailed,
];
