# shellcheck shell=bash
# What set-up says while it works. All of it goes to stderr: stdout belongs to the export lines.

say() { printf 'setup: %s\n' "$*" >&2; }

# Ends with 2: the machine lacks something that only its owner can add.
give_up() {
  say "$*"
  exit 2
}

# long_step WHAT EXPECTED COMMAND...: one line before, one after, the command's own output only where it fails.
# The command runs as a condition, where `set -e` is off: functions given here chain their steps with &&.
long_step() {
  local what=$1 expected=$2 began=$SECONDS log
  shift 2
  log=$(mktemp "${TMPDIR:-/tmp}/sea-trial-setup.XXXXXX")
  say "$what, about $expected …"
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
    say "$what: done in $((SECONDS - began)) s"
    return
  fi
  say "$what: failed after $((SECONDS - began)) s; the end of its log ($log):"
  tail -n 20 "$log" | sed 's/^/  /' >&2
  exit 1
}

# within SECONDS COMMAND...: macOS has no `timeout`; there the command runs without a limit.
within() {
  local limit=$1
  shift
  if command -v timeout >/dev/null; then timeout --kill-after=2 "$limit" "$@"; else "$@"; fi
}
