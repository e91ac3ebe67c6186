# shellcheck shell=bash
# The dependencies, with Node 24 among them. Whatever Node the machine has only runs npm.

provide_node() {
  cd "$SEA_TRIAL_ROOT" || return
  dependencies_are_current && return
  if ! command -v npm >/dev/null; then
    can_install || give_up "npm is missing, and Sea Trial's dependencies come by it: install Node.js 24 (https://nodejs.org/en/download) and run this again."
    lock_machine
    long_step "installing Node.js and npm from Debian packages" "30 s" install_packages nodejs npm
  fi
  long_step "installing the dependencies (npm ci)" "15 s" install_dependencies
  find_node
  [[ $("$SEA_TRIAL_NODE" --version) == v24.* ]] ||
    give_up "npm ci left no Node 24 at $SEA_TRIAL_NODE: let npm run the install script of the package \"node\" (ignore-scripts off), remove node_modules and run this again."
}

# npm writes this copy last, after package-lock.json: a lockfile that is newer came by git or by hand.
dependencies_are_current() {
  local installed=node_modules/.package-lock.json
  [[ -x $SEA_TRIAL_NODE && -e $installed && ! package-lock.json -nt $installed ]]
}

install_dependencies() {
  # Two set-ups of one checkout must not run npm at once; the lockfile itself is the lock.
  exec 8<package-lock.json || return
  if command -v flock >/dev/null; then flock --timeout 600 8 || return; fi
  find_node
  dependencies_are_current || npm ci --no-audit --no-fund
  local status=$?
  exec 8<&-
  return "$status"
}
