import { addInsteadOfCopy } from './add-instead-of-copy.ts';
import { apkCacheKept } from './apk-cache-kept.ts';
import { appModuleNotFound } from './app-module-not-found.ts';
import { aptInsteadOfAptGet } from './apt-instead-of-apt-get.ts';
import { aptListsLeft } from './apt-lists-left.ts';
import { aptRecommends } from './apt-recommends.ts';
import { aptUpdateAlone } from './apt-update-alone.ts';
import { aptWithoutYes } from './apt-without-yes.ts';
import { brokenHealthcheck } from './broken-healthcheck.ts';
import { bufferedOutput } from './buffered-output.ts';
import { cdInsteadOfWorkdir } from './cd-instead-of-workdir.ts';
import { consecutiveRuns } from './consecutive-runs.ts';
import { constantPlatform } from './constant-platform.ts';
import { contextLeaks } from './context-leaks.ts';
import { copiedArchive } from './copied-archive.ts';
import { copyFromItself } from './copy-from-itself.ts';
import { curlAndWget } from './curl-and-wget.ts';
import { deprecatedMaintainer } from './deprecated-maintainer.ts';
import { destinationWithoutSlash } from './destination-without-slash.ts';
import { duplicateStageName } from './duplicate-stage-name.ts';
import { emptyLabel } from './empty-label.ts';
import { entrypointWithoutExec } from './entrypoint-without-exec.ts';
import { floatingUvImage } from './floating-uv-image.ts';
import { forbiddenTrigger } from './forbidden-trigger.ts';
import { fullBaseImage } from './full-base-image.ts';
import { inlineIgnore } from './inline-ignore.ts';
import { instructionBeforeFrom } from './instruction-before-from.ts';
import { invalidLabelKey } from './invalid-label-key.ts';
import { labelNotEmail } from './label-not-email.ts';
import { labelNotGitHash } from './label-not-git-hash.ts';
import { labelNotSemver } from './label-not-semver.ts';
import { labelNotSpdx } from './label-not-spdx.ts';
import { labelNotTime } from './label-not-time.ts';
import { labelNotUrl } from './label-not-url.ts';
import { linkedShell } from './linked-shell.ts';
import { loopbackHost } from './loopback-host.ts';
import { missingDockerignore } from './missing-dockerignore.ts';
import { missingExpose } from './missing-expose.ts';
import { missingHealthcheck } from './missing-healthcheck.ts';
import { missingLabel } from './missing-label.ts';
import { missingWorkdir } from './missing-workdir.ts';
import { movedVirtualenv } from './moved-virtualenv.ts';
import { namedUser } from './named-user.ts';
import { outdatedPython } from './outdated-python.ts';
import { overriddenInstruction } from './overridden-instruction.ts';
import { packageCacheKept } from './package-cache-kept.ts';
import { packageManagerWithoutYes } from './package-manager-without-yes.ts';
import { pipCacheKept } from './pip-cache-kept.ts';
import { pipeWithoutPipefail } from './pipe-without-pipefail.ts';
import { poetryDevDependencies } from './poetry-dev-dependencies.ts';
import { pointlessCommand } from './pointless-command.ts';
import { portMismatch } from './port-mismatch.ts';
import { portOutOfRange } from './port-out-of-range.ts';
import { redundantPlatform } from './redundant-platform.ts';
import { relativeWorkdir } from './relative-workdir.ts';
import { reloadInImage } from './reload-in-image.ts';
import { reservedStageName } from './reserved-stage-name.ts';
import { rootUser } from './root-user.ts';
import type { Rule } from './rule.ts';
import { sameInstructionVariable } from './same-instruction-variable.ts';
import { secretInVariable } from './secret-in-variable.ts';
import { shellFormHealthcheck } from './shell-form-healthcheck.ts';
import { shellFormStart } from './shell-form-start.ts';
import { shellWithoutExec } from './shell-without-exec.ts';
import { singleWorker } from './single-worker.ts';
import { sourceBeforeDependencies } from './source-before-dependencies.ts';
import { sudoInRun } from './sudo-in-run.ts';
import { superfluousLabel } from './superfluous-label.ts';
import { unknownStage } from './unknown-stage.ts';
import { unlockedUv } from './unlocked-uv.ts';
import { unpinnedAptPackages } from './unpinned-apt-packages.ts';
import { unpinnedBase } from './unpinned-base.ts';
import { unpinnedGemInstall } from './unpinned-gem-install.ts';
import { unpinnedGoInstall } from './unpinned-go-install.ts';
import { unpinnedNpmInstall } from './unpinned-npm-install.ts';
import { unpinnedPipInstall } from './unpinned-pip-install.ts';
import { unpinnedRequirements } from './unpinned-requirements.ts';
import { unpinnedSystemPackages } from './unpinned-system-packages.ts';
import { untrustedRegistry } from './untrusted-registry.ts';
import { useraddLargeLog } from './useradd-large-log.ts';
import { wgetProgressBar } from './wget-progress-bar.ts';
import { wholeFileSystemCopied } from './whole-file-system-copied.ts';
import { yarnCacheKept } from './yarn-cache-kept.ts';
import { zypperDistUpgrade } from './zypper-dist-upgrade.ts';

/** Every rule, in the order in which the documentation lists them. */
export const rules: readonly Rule[] = [
  loopbackHost,
  portMismatch,
  missingExpose,
  appModuleNotFound,
  reloadInImage,
  singleWorker,
  shellFormStart,
  shellFormHealthcheck,
  shellWithoutExec,
  entrypointWithoutExec,
  sourceBeforeDependencies,
  pipCacheKept,
  aptUpdateAlone,
  aptWithoutYes,
  aptListsLeft,
  aptRecommends,
  unpinnedBase,
  fullBaseImage,
  outdatedPython,
  missingWorkdir,
  relativeWorkdir,
  rootUser,
  missingHealthcheck,
  brokenHealthcheck,
  bufferedOutput,
  missingDockerignore,
  contextLeaks,
  unpinnedRequirements,
  unlockedUv,
  floatingUvImage,
  poetryDevDependencies,
  movedVirtualenv,
  untrustedRegistry,
  constantPlatform,
  redundantPlatform,
  instructionBeforeFrom,
  reservedStageName,
  duplicateStageName,
  addInsteadOfCopy,
  copiedArchive,
  destinationWithoutSlash,
  unknownStage,
  copyFromItself,
  wholeFileSystemCopied,
  sameInstructionVariable,
  secretInVariable,
  namedUser,
  portOutOfRange,
  overriddenInstruction,
  forbiddenTrigger,
  deprecatedMaintainer,
  inlineIgnore,
  invalidLabelKey,
  missingLabel,
  superfluousLabel,
  emptyLabel,
  labelNotUrl,
  labelNotTime,
  labelNotSpdx,
  labelNotGitHash,
  labelNotSemver,
  labelNotEmail,
  pointlessCommand,
  cdInsteadOfWorkdir,
  sudoInRun,
  useraddLargeLog,
  wgetProgressBar,
  curlAndWget,
  linkedShell,
  pipeWithoutPipefail,
  consecutiveRuns,
  unpinnedAptPackages,
  aptInsteadOfAptGet,
  packageManagerWithoutYes,
  packageCacheKept,
  apkCacheKept,
  unpinnedSystemPackages,
  zypperDistUpgrade,
  unpinnedPipInstall,
  unpinnedNpmInstall,
  unpinnedGemInstall,
  unpinnedGoInstall,
  yarnCacheKept,
];
