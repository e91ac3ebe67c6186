# shellcheck shell=bash disable=SC2154
# actionlint and zizmor, by which the suite proves the workflows and every example of one. Both are pinned, for each of their releases
# knows more rules: environment.sh names the versions, and the folder after them. Nothing of a trial needs them, so nothing is given up
# where one cannot be had: the tests that ask it fail then, and say so.

provide_workflow_linters() {
  if ! mkdir -p "$SEA_TRIAL_LINTERS"; then
    say "actionlint and zizmor are missing, for $SEA_TRIAL_LINTERS cannot be made: set SEA_TRIAL_LINTERS to a folder that can, and run this again."
    return 0
  fi
  [[ -x $SEA_TRIAL_LINTERS/actionlint ]] || provide_actionlint
  [[ -x $SEA_TRIAL_LINTERS/zizmor ]] || provide_zizmor
}

# From its source, which the checksum database of the Go modules vouches for.
provide_actionlint() {
  if command -v go >/dev/null; then
    (long_step "building actionlint $actionlint_version" "10 s" build_actionlint) && return
  fi
  say "actionlint is missing: the tests of workflows fail. Install Go 1.25 or newer (https://go.dev/dl/) and run this again."
}

build_actionlint() {
  local made
  made=$(mktemp -d "$SEA_TRIAL_LINTERS/new.XXXXXX") || return
  GOBIN=$made go install "github.com/rhysd/actionlint/cmd/actionlint@v$actionlint_version" &&
    mv "$made/actionlint" "$SEA_TRIAL_LINTERS/"
  local status=$?
  rm -rf "$made"
  return "$status"
}

provide_zizmor() {
  if ! has_pip && can_install; then
    lock_machine
    has_pip || (long_step "installing pip from Debian packages" "10 s" install_packages python3-pip) || true
  fi
  if has_pip; then
    (long_step "fetching zizmor $zizmor_version" "3 s" fetch_zizmor) && return
  fi
  say "zizmor is missing: the tests of workflows fail. Install Python 3 with pip and run this again."
}

has_pip() { python3 -m pip --version >/dev/null 2>&1; }

# A program in a wheel, of which pip makes sure by the hashes beside this file.
fetch_zizmor() {
  local made
  made=$(mktemp -d "$SEA_TRIAL_LINTERS/new.XXXXXX") || return
  python3 -m pip install --target "$made" --no-deps --only-binary :all: --no-compile --require-hashes \
    --requirement "$SEA_TRIAL_ROOT/script/setup.d/zizmor.txt" &&
    mv "$made/bin/zizmor" "$SEA_TRIAL_LINTERS/"
  local status=$?
  rm -rf "$made"
  return "$status"
}
