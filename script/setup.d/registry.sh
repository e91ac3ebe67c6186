# shellcheck shell=bash
# A registry, to which the suite pushes and from which it pulls: Debian's docker-registry. Nothing of a trial needs one. An engine of
# ours has it in its folder; for the machine's own the program alone is taken out of its package, for installed it would start a service.

provide_registry() {
  registry_is_there && return
  if command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null; then
    (long_step "fetching docker-registry from Debian packages" "5 s" fetch_registry) && return
  fi
  say "docker-registry is missing: the tests that push an image fail. Put its program (https://github.com/distribution/distribution) on PATH, or name it in SEA_TRIAL_REGISTRY, and run this again."
}

registry_is_there() {
  command -v docker-registry >/dev/null || [[ -x $SEA_TRIAL_ENGINE_DIR/usr/bin/docker-registry || -x $SEA_TRIAL_REGISTRY ]]
}

# Without root: the lists of packages go into a folder of our own where the machine's are not there.
fetch_registry() {
  local made
  mkdir -p "$(dirname "$SEA_TRIAL_REGISTRY")" && made=$(mktemp -d "$SEA_TRIAL_REGISTRY.new.XXXXXX") || return
  mkdir -p "$made/state/lists/partial" "$made/cache/archives/partial" &&
    (cd "$made" && { apt-get download docker-registry || download_with_own_lists "$made"; }) &&
    dpkg-deb --extract "$made"/docker-registry_*.deb "$made" &&
    mv "$made/usr/bin/docker-registry" "$SEA_TRIAL_REGISTRY"
  local status=$?
  rm -rf "$made"
  return "$status"
}

download_with_own_lists() {
  local own=(-o "Dir::State::lists=$1/state/lists" -o "Dir::Cache=$1/cache")
  apt-get "${own[@]}" update && apt-get "${own[@]}" download docker-registry
}
