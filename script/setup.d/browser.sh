# shellcheck shell=bash
# A browser, in which the suite looks at report.html. Nothing of a trial needs one.

provide_browser() {
  browser_is_there && return
  if can_install; then
    lock_machine
    browser_is_there && return
    (long_step "installing Chromium from Debian packages" "20 s" install_packages chromium fonts-dejavu-core) && return
  fi
  say "chromium is missing: the tests that look at report.html in a browser fail. Install it, or Chrome, and run this again."
}

browser_is_there() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return
  done
  [[ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]]
}
