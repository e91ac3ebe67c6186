# shellcheck shell=bash
# ShellCheck, which lint asks about RUN where it is on PATH; the suite tries it with the real one.

# Lint does without it, so nothing is given up where it cannot be had: the tests that ask it fail then, and say so.
provide_shellcheck() {
  command -v shellcheck >/dev/null && return
  if can_install; then
    lock_machine
    command -v shellcheck >/dev/null && return
    (long_step "installing ShellCheck from Debian packages" "5 s" install_packages shellcheck) && return
  fi
  say "shellcheck is missing: lint reads RUN less closely, and the tests that ask it fail. Install it (https://github.com/koalaman/shellcheck#installing)."
}
