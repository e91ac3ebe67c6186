# shellcheck shell=bash
# A Docker engine that answers, with buildx. The machine's own wherever there is one; otherwise the version that GitHub's
# runners have, from Debian's packages, in a root folder of its own, so that nothing of the machine is replaced.

engine_release=forky
engine_packages=docker.io,docker-cli,docker-buildx,docker-compose,docker-registry,iptables,ca-certificates,procps
install_hint="install Docker Engine with buildx (https://docs.docker.com/engine/install) and run this again."

provide_engine() {
  engine_is_complete && return
  forget_stale_socket && engine_is_complete && return
  if ! engine_answers && engine_is_chosen_by_user; then
    give_up "no Docker engine answers at ${DOCKER_HOST:-context $DOCKER_CONTEXT}, which the environment names: start it, or unset that variable, and run this again."
  fi
  can_install || give_up "$(what_is_missing), and only root on Debian or Ubuntu gets it from here: $install_hint"
  lock_machine
  # Whoever held the lock before may have done it all.
  # shellcheck source=script/setup.d/environment.sh
  . "$SEA_TRIAL_ROOT/script/setup.d/environment.sh"
  engine_is_complete && return
  provide_engine_folder
  lend_client
  engine_answers || start_engine
  docker_has_buildx || lend_plugins
}

engine_is_complete() { engine_answers && docker_has_buildx; }
engine_answers() { within 5 docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }
docker_has_buildx() { within 5 docker buildx version >/dev/null 2>&1; }
engine_is_chosen_by_user() { [[ ${DOCKER_HOST:-$our_docker_host} != "$our_docker_host" || -n ${DOCKER_CONTEXT:-} ]]; }

what_is_missing() {
  if engine_answers; then echo "docker has no buildx plugin"; else echo "no Docker engine answers"; fi
}

# Our engine was ended and the machine has got one of its own since: two would fight over the bridge docker0.
forget_stale_socket() {
  [[ ${DOCKER_HOST:-} == "$our_docker_host" ]] && ! engine_answers && (unset DOCKER_HOST && engine_answers) || return
  unset DOCKER_HOST
  rm -f "$SEA_TRIAL_RUN/docker.sock"
}

# The folder gets its name only when it is whole, and its stamp says of what; images live in it and outlast the engine.
provide_engine_folder() {
  local dir=$SEA_TRIAL_ENGINE_DIR recipe="$engine_release $engine_packages"
  [[ -e $dir/.sea-trial && $(<"$dir/.sea-trial") == "$recipe" ]] && return
  engine_process >/dev/null && return # never from under a running engine
  need_mmdebstrap
  long_step "building a Docker engine from Debian packages" "30 s" build_engine_folder "$dir" "$recipe"
}

build_engine_folder() {
  local dir=$1 recipe=$2
  rm -rf --one-file-system "$dir".new.* "$dir".old &&
    mkdir -p "$(dirname "$dir")" &&
    debootstrap_into "$dir.new.$$" "$engine_release" "$engine_packages" --format=directory &&
    printf '%s\n' "$recipe" >"$dir.new.$$/.sea-trial" &&
    { [[ ! -e $dir ]] || mv "$dir" "$dir.old"; } &&
    mv "$dir.new.$$" "$dir" &&
    rm -rf --one-file-system "$dir.old"
}

start_engine() {
  local run=$SEA_TRIAL_RUN log=$SEA_TRIAL_RUN/dockerd.log began=$SECONDS pid
  export DOCKER_HOST=$our_docker_host
  mkdir -p "$run"
  if ! pid=$(engine_process); then
    # Left by an engine that was ended. dockerd refuses to start where its number has gone to another process, and waits
    # 10 s for the end of a containerd that is dead but not yet reaped.
    rm -f "$run/docker.pid" "$run/docker.sock" "$run/docker/containerd/containerd.pid"
    say "starting the Docker engine of $SEA_TRIAL_ENGINE_DIR …"
    setsid unshare --mount --propagation private bash "$SEA_TRIAL_ROOT/script/setup.d/run-engine" \
      "$SEA_TRIAL_ENGINE_DIR" "$run" "$SEA_TRIAL_ROOT" </dev/null >"$log" 2>&1 8<&- 9>&- &
    pid=$!
  fi
  until engine_answers; do
    if ! kill -0 "$pid" 2>/dev/null; then
      engine_failed "the Docker engine ended while starting" "$log"
    elif ((SECONDS - began > 60)); then
      engine_failed "waited 60 s for the Docker engine (process $pid) to answer at $DOCKER_HOST; it still runs, end it by \`kill $pid\`" "$log"
    fi
    sleep 0.1
  done
  say "the Docker engine answers at $DOCKER_HOST"
}

engine_failed() {
  say "$1; the end of $2:"
  tail -n 20 "$2" | sed 's/^/  /' >&2
  exit 1
}

# Prints the process of a dockerd that lives in our folder: a number alone may belong to anybody by now.
engine_process() {
  local pid
  pid=$(cat "$SEA_TRIAL_RUN/docker.pid" 2>/dev/null) || return
  [[ -n $pid && $(cat "/proc/$pid/comm" 2>/dev/null) == dockerd && "/proc/$pid/root" -ef $SEA_TRIAL_ENGINE_DIR ]] && echo "$pid"
}

lend_client() {
  command -v docker >/dev/null && return
  mkdir -p "$SEA_TRIAL_CACHE/bin"
  cp "$SEA_TRIAL_ENGINE_DIR/usr/bin/docker" "$SEA_TRIAL_CACHE/bin/"
  export PATH=$PATH:$SEA_TRIAL_CACHE/bin
}

lend_plugins() {
  local user_config=${HOME:-/root}/.docker entry
  if [[ ${DOCKER_CONFIG:-$our_docker_config} != "$our_docker_config" ]]; then
    give_up "docker has no buildx plugin, and DOCKER_CONFIG=$DOCKER_CONFIG names a folder that is not ours to change: put the plugin there, or unset it, and run this again."
  fi
  mkdir -p "$our_docker_config/cli-plugins"
  cp "$SEA_TRIAL_ENGINE_DIR"/usr/libexec/docker/cli-plugins/docker-{buildx,compose} "$our_docker_config/cli-plugins/"
  # The user's logins and contexts stay in force.
  for entry in config.json contexts; do
    if [[ -e $user_config/$entry ]]; then ln -sfn "$user_config/$entry" "$our_docker_config/$entry"; fi
  done
  export DOCKER_CONFIG=$our_docker_config
  docker_has_buildx || give_up "docker does not accept the buildx plugin of $our_docker_config/cli-plugins: $install_hint"
}
