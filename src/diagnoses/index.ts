import { appAttributeNotFound } from './app-attribute-not-found.ts';
import { appIsNone } from './app-is-none.ts';
import { appModuleNotFound } from './app-module-not-found.ts';
import { aptListsAbsent } from './apt-lists-absent.ts';
import { aptPackageNotFound } from './apt-package-not-found.ts';
import { aptUpdateAlone } from './apt-update-alone.ts';
import { aptWithoutYes } from './apt-without-yes.ts';
import { asgiServerForWsgiApp } from './asgi-server-for-wsgi-app.ts';
import { authenticationRequired } from './authentication-required.ts';
import { backingServiceUnreachable } from './backing-service-unreachable.ts';
import { badServerOption } from './bad-server-option.ts';
import { baseImageNotFound } from './base-image-not-found.ts';
import { basePlatformMissing } from './base-platform-missing.ts';
import { brokenHealthcheck } from './broken-healthcheck.ts';
import { builderUnavailable } from './builder-unavailable.ts';
import { buildArgumentMissing } from './build-argument-missing.ts';
import { buildKilled } from './build-killed.ts';
import { buildLibraryMissing } from './build-library-missing.ts';
import { buildSecretMissing } from './build-secret-missing.ts';
import { buildStepAsNonRoot } from './build-step-as-non-root.ts';
import { buildStepFailed } from './build-step-failed.ts';
import { cacheExportFailed } from './cache-export-failed.ts';
import { cacheExportUnsupported } from './cache-export-unsupported.ts';
import { circularImport } from './circular-import.ts';
import { commandMisspelt } from './command-misspelt.ts';
import { commandNotFound } from './command-not-found.ts';
import { compilerMissing } from './compiler-missing.ts';
import { concurrencyLimit } from './concurrency-limit.ts';
import { copyOutsideContext } from './copy-outside-context.ts';
import { copySourceAbsent } from './copy-source-absent.ts';
import { copySourceIgnored } from './copy-source-ignored.ts';
import { crashOnRequest } from './crash-on-request.ts';
import { daemonisedServer } from './daemonised-server.ts';
import type { Diagnosis } from './diagnosis.ts';
import { diskFull } from './disk-full.ts';
import { dockerfileMissing } from './dockerfile-missing.ts';
import { dockerfileParseError } from './dockerfile-parse-error.ts';
import { entitlementRefused } from './entitlement-refused.ts';
import { entrypointNotExecutable } from './entrypoint-not-executable.ts';
import { entrypointNotFound } from './entrypoint-not-found.ts';
import { entrypointRepeatsCommand } from './entrypoint-repeats-command.ts';
import { entrypointWithoutCommand } from './entrypoint-without-command.ts';
import { execFormBroken } from './exec-form-broken.ts';
import { execFormOneString } from './exec-form-one-string.ts';
import { externallyManagedPython } from './externally-managed-python.ts';
import { fileMissingInImage } from './file-missing-in-image.ts';
import { frameworkVersionConflict } from './framework-version-conflict.ts';
import { fromArgumentUnset } from './from-argument-unset.ts';
import { gpuAbsent } from './gpu-absent.ts';
import { hiddenApplication } from './hidden-application.ts';
import { hostNotAllowed } from './host-not-allowed.ts';
import { hostPortTaken } from './host-port-taken.ts';
import { imageNotLoaded } from './image-not-loaded.ts';
import { imagePlatformMismatch } from './image-platform-mismatch.ts';
import { importNameMissing } from './import-name-missing.ts';
import { importRootWrong } from './import-root-wrong.ts';
import { interpreterMissing } from './interpreter-missing.ts';
import { ipv6OnlyHost } from './ipv6-only-host.ts';
import { killed } from './killed.ts';
import { localBaseImageUnseen } from './local-base-image-unseen.ts';
import { lockfileAbsent } from './lockfile-absent.ts';
import { lockfileOutOfDate } from './lockfile-out-of-date.ts';
import { loopbackHost } from './loopback-host.ts';
import { missingEnvironmentVariable } from './missing-environment-variable.ts';
import { missingExtra } from './missing-extra.ts';
import { missingRequirement } from './missing-requirement.ts';
import { missingSharedLibrary } from './missing-shared-library.ts';
import { moduleShadowed } from './module-shadowed.ts';
import { movedVirtualenv } from './moved-virtualenv.ts';
import { nativeCrash } from './native-crash.ts';
import { noCommand } from './no-command.ts';
import { notAServer } from './not-a-server.ts';
import { notHttp } from './not-http.ts';
import { nothingStarted } from './nothing-started.ts';
import { openConnectionsHold } from './open-connections-hold.ts';
import { outOfMemory } from './out-of-memory.ts';
import { packageIndexAuth } from './package-index-auth.ts';
import { packageIndexUnreachable } from './package-index-unreachable.ts';
import { portInUseInContainer } from './port-in-use-in-container.ts';
import { portMismatch } from './port-mismatch.ts';
import { privilegedPort } from './privileged-port.ts';
import { probeFailed } from './probe-failed.ts';
import { projectInstallIncomplete } from './project-install-incomplete.ts';
import { pydanticMajorMismatch } from './pydantic-major-mismatch.ts';
import { pythonTooOldForSource } from './python-too-old-for-source.ts';
import { pythonVersionIncompatible } from './python-version-incompatible.ts';
import { readOnlyFileSystem } from './read-only-file-system.ts';
import { readPermissionDenied } from './read-permission-denied.ts';
import { redirectToHttps } from './redirect-to-https.ts';
import { redirectToOtherHost } from './redirect-to-other-host.ts';
import { registryDenied } from './registry-denied.ts';
import { registryRateLimited } from './registry-rate-limited.ts';
import { registryUnreachable } from './registry-unreachable.ts';
import { requestCutOff } from './request-cut-off.ts';
import { requirementConflict } from './requirement-conflict.ts';
import { requirementHashMismatch } from './requirement-hash-mismatch.ts';
import { requirementNameNotFound } from './requirement-name-not-found.ts';
import { requirementVersionNotFound } from './requirement-version-not-found.ts';
import { requirementsFileAbsent } from './requirements-file-absent.ts';
import { requirementsFileInvalid } from './requirements-file-invalid.ts';
import { responseHangs } from './response-hangs.ts';
import { rootPath } from './root-path.ts';
import { runOptionInvalid } from './run-option-invalid.ts';
import { scriptCrlf } from './script-crlf.ts';
import { scriptNotExecutable } from './script-not-executable.ts';
import { scriptWithoutShebang } from './script-without-shebang.ts';
import { serverNotInstalled } from './server-not-installed.ts';
import { shutdownHangs } from './shutdown-hangs.ts';
import { sigtermIgnored } from './sigterm-ignored.ts';
import { stagePathAbsent } from './stage-path-absent.ts';
import { startupFailed } from './startup-failed.ts';
import { startupHangs } from './startup-hangs.ts';
import { stillStarting } from './still-starting.ts';
import { syntaxError } from './syntax-error.ts';
import { tlsOnly } from './tls-only.ts';
import { udpOnly } from './udp-only.ts';
import { unbindableHost } from './unbindable-host.ts';
import { undocumentedAnswer } from './undocumented-answer.ts';
import { unhandledException } from './unhandled-exception.ts';
import { unixSocketOnly } from './unix-socket-only.ts';
import { unknownStage } from './unknown-stage.ts';
import { unknownUser } from './unknown-user.ts';
import { upstreamUnreachable } from './upstream-unreachable.ts';
import { variableInExecForm } from './variable-in-exec-form.ts';
import { wheelWrongPlatform } from './wheel-wrong-platform.ts';
import { workerCrashLoop } from './worker-crash-loop.ts';
import { writePermissionDenied } from './write-permission-denied.ts';
import { wrongArchitectureBinary } from './wrong-architecture-binary.ts';
import { wrongStopSignal } from './wrong-stop-signal.ts';
import { wsgiWorkerForAsgiApp } from './wsgi-worker-for-asgi-app.ts';

/**
 * In the order of the decision: at each moment what misleads others comes first (a network that fails makes pip speak of wrong names).
 * The general ones stand last, and the more telling of them before the less.
 */
export const diagnoses: readonly Diagnosis[] = [
  // The build
  builderUnavailable,
  diskFull,
  cacheExportFailed,
  imageNotLoaded,
  entitlementRefused,
  buildKilled,
  unknownStage,
  localBaseImageUnseen,
  registryRateLimited,
  registryUnreachable,
  registryDenied,
  basePlatformMissing,
  packageIndexUnreachable,
  buildSecretMissing,
  buildArgumentMissing,
  packageIndexAuth,
  cacheExportUnsupported,
  dockerfileMissing,
  fromArgumentUnset,
  dockerfileParseError,
  baseImageNotFound,
  copySourceIgnored,
  copyOutsideContext,
  stagePathAbsent,
  copySourceAbsent,
  imagePlatformMismatch,
  unknownUser,
  scriptNotExecutable,
  buildStepAsNonRoot,
  externallyManagedPython,
  requirementsFileAbsent,
  requirementsFileInvalid,
  pythonVersionIncompatible,
  requirementHashMismatch,
  requirementConflict,
  requirementNameNotFound,
  requirementVersionNotFound,
  lockfileAbsent,
  lockfileOutOfDate,
  compilerMissing,
  buildLibraryMissing,
  projectInstallIncomplete,
  aptWithoutYes,
  aptListsAbsent,
  aptUpdateAlone,
  aptPackageNotFound,
  // The start
  hostPortTaken,
  runOptionInvalid,
  noCommand,
  hiddenApplication,
  execFormBroken,
  execFormOneString,
  variableInExecForm,
  entrypointRepeatsCommand,
  entrypointWithoutCommand,
  scriptCrlf,
  commandMisspelt,
  movedVirtualenv,
  scriptWithoutShebang,
  wrongArchitectureBinary,
  interpreterMissing,
  entrypointNotExecutable,
  entrypointNotFound,
  serverNotInstalled,
  appModuleNotFound,
  commandNotFound,
  // The process ends, or its workers do
  outOfMemory,
  nativeCrash,
  gpuAbsent,
  badServerOption,
  privilegedPort,
  portInUseInContainer,
  unbindableHost,
  appAttributeNotFound,
  missingExtra,
  pydanticMajorMismatch,
  pythonTooOldForSource,
  wheelWrongPlatform,
  missingSharedLibrary,
  moduleShadowed,
  circularImport,
  importRootWrong,
  missingRequirement,
  frameworkVersionConflict,
  importNameMissing,
  syntaxError,
  missingEnvironmentVariable,
  backingServiceUnreachable,
  readOnlyFileSystem,
  readPermissionDenied,
  writePermissionDenied,
  fileMissingInImage,
  daemonisedServer,
  nothingStarted,
  // It runs, and cannot be reached
  ipv6OnlyHost,
  loopbackHost,
  portMismatch,
  unixSocketOnly,
  udpOnly,
  tlsOnly,
  notHttp,
  // It answers, and not as it should
  concurrencyLimit,
  upstreamUnreachable,
  wsgiWorkerForAsgiApp,
  asgiServerForWsgiApp,
  appIsNone,
  crashOnRequest,
  unhandledException,
  responseHangs,
  hostNotAllowed,
  redirectToHttps,
  redirectToOtherHost,
  authenticationRequired,
  rootPath,
  brokenHealthcheck,
  undocumentedAnswer,
  // It stops badly
  wrongStopSignal,
  openConnectionsHold,
  shutdownHangs,
  sigtermIgnored,
  requestCutOff,
  // True of many failures
  buildStepFailed,
  killed,
  startupFailed,
  workerCrashLoop,
  startupHangs,
  stillStarting,
  notAServer,
  probeFailed,
];
