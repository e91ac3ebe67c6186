# shellcheck shell=bash
# What may be installed by us, and how. Everything else is the owner's to install.

can_install() { [[ $(uname -s) == Linux && $(id -u) == 0 ]] && command -v apt-get >/dev/null; }

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y --no-install-recommends "$@" ||
    { apt-get update && apt-get install -y --no-install-recommends "$@"; }
}

need_mmdebstrap() {
  if ! command -v mmdebstrap >/dev/null || [[ ! -e $debian_keyring ]]; then
    long_step "installing mmdebstrap" "10 s" install_packages mmdebstrap debian-archive-keyring
  fi
}

debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# A machine with a frozen mirror tells its apt to accept old dates; what we make from that mirror needs the same words.
apt_date_settings() { apt-config dump --format '%F "%v";%n' Acquire::Check-Valid-Until Acquire::Check-Date; }

# debootstrap_into TARGET SUITE PACKAGES OPTION...: TARGET is a folder or a tar file.
debootstrap_into() {
  local target=$1 suite=$2 packages=$3 setting
  local options=("${@:4}")
  while read -r setting; do options+=(--aptopt="$setting"); done < <(apt_date_settings)
  mmdebstrap --variant=minbase --keyring="$debian_keyring" --include="$packages" "${options[@]}" "$suite" "$target"
}

# One set-up at a time on a machine. Whoever starts something that lives on closes descriptor 9 for it.
lock_machine() {
  [[ -z ${machine_lock:-} ]] || return 0
  mkdir -p "$SEA_TRIAL_CACHE"
  exec 9>"$SEA_TRIAL_CACHE/setup.lock"
  machine_lock=held
  flock --nonblock 9 && return
  say "another set-up is at work on this machine; waiting for it, at most 10 minutes …"
  flock --timeout 600 9 || give_up "the other set-up still holds $SEA_TRIAL_CACHE/setup.lock after 10 minutes: end it, then run this again."
}
