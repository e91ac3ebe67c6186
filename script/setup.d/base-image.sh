# shellcheck shell=bash
# The image that the example is built on: pulled, or, where no registry answers, a stand-in under the same name.

base_image=python:3.11-slim
stand_in_label=sea-trial.stand-in
# usr-is-merged, and its hook, in the place of usrmerge, which brings all of perl.
stand_in_packages=usr-is-merged,ca-certificates,netbase,tzdata,python3,python3-pip,python3-venv

provide_base_image() {
  if ! base_image_is_there; then
    pull_base_image || build_stand_in
  fi
  if [[ $(base_image_label) == "$base_image" ]]; then
    say "$base_image is a stand-in made of Debian packages, not the official image: no registry gave it (\`docker rmi $base_image\` to try again)"
  fi
}

base_image_is_there() { within 10 docker image inspect "$base_image" >/dev/null 2>&1; }
base_image_label() { within 10 docker image inspect --format "{{index .Config.Labels \"$stand_in_label\"}}" "$base_image"; }

# A registry that cannot be reached fails in a moment; one that accepts and then hangs is given a minute.
pull_base_image() {
  local began=$SECONDS answer
  say "pulling $base_image, at most 60 s …"
  if answer=$(within 60 docker pull --quiet "$base_image" 2>&1); then
    say "pulling $base_image: done in $((SECONDS - began)) s"
    return
  fi
  say "$base_image cannot be pulled ($((SECONDS - began)) s): ${answer:-no answer within 60 s}"
  return 1
}

build_stand_in() {
  can_install || give_up "the base image $base_image is missing, no registry gives it, and only root on Debian or Ubuntu builds a stand-in from here: load it (\`docker load\`) or connect to a registry, and run this again."
  lock_machine
  base_image_is_there && return
  need_mmdebstrap
  long_step "building a stand-in for $base_image from Debian packages" "35 s" make_stand_in
}

# By way of a file: piped into `docker import`, what a failing mmdebstrap has written so far would become an image.
make_stand_in() {
  local tar=$SEA_TRIAL_CACHE/stand-in.tar
  debootstrap_into "$tar" bookworm "$stand_in_packages" --format=tar \
    --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/info/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook="'$SEA_TRIAL_ROOT/script/setup.d/dress-stand-in' \"\$1\"" &&
    docker import \
      --change 'ENV PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin' \
      --change 'ENV LANG=C.UTF-8' \
      --change 'ENV PYTHON_VERSION=3.11.2' \
      --change 'CMD ["python3"]' \
      --change "LABEL $stand_in_label=$base_image" \
      --message "stand-in for $base_image, made of Debian packages by Sea Trial" \
      "$tar" "$base_image"
  local status=$?
  rm -f "$tar"
  return "$status"
}
