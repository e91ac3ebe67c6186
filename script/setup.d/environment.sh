# shellcheck shell=bash
# Source this to reach what set-up has put in place. It decides nothing and starts nothing, so it costs no time:
# where set-up found Docker on the machine, none of its folders exist and the environment stays as it was.

SEA_TRIAL_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
export SEA_TRIAL_CACHE=${SEA_TRIAL_CACHE:-/var/cache/sea-trial}
export SEA_TRIAL_ENGINE_DIR=${SEA_TRIAL_ENGINE_DIR:-$SEA_TRIAL_CACHE/engine}
export SEA_TRIAL_RUN=${SEA_TRIAL_RUN:-/run/sea-trial}
our_docker_host=unix://$SEA_TRIAL_RUN/docker.sock
our_docker_config=$SEA_TRIAL_CACHE/docker-config

if [[ -z ${DOCKER_HOST:-} && -z ${DOCKER_CONTEXT:-} && -S $SEA_TRIAL_RUN/docker.sock ]]; then
  export DOCKER_HOST=$our_docker_host
fi
# Docker looks for plugins in its configuration folder; ours holds nothing else than plugins and links to the user's files.
if [[ -z ${DOCKER_CONFIG:-} && -d $our_docker_config/cli-plugins ]]; then
  export DOCKER_CONFIG=$our_docker_config
fi
# Last, so that a docker client of the machine's own comes first.
if [[ -d $SEA_TRIAL_CACHE/bin && :$PATH: != *:$SEA_TRIAL_CACHE/bin:* ]]; then
  export PATH=$PATH:$SEA_TRIAL_CACHE/bin
fi

# First, so that the suite asks the versions that it was written for, whatever else the machine has.
actionlint_version=1.7.12
zizmor_version=1.32.0
export SEA_TRIAL_LINTERS=${SEA_TRIAL_LINTERS:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/sea-trial/actionlint-$actionlint_version-zizmor-$zizmor_version}
if [[ -d $SEA_TRIAL_LINTERS && :$PATH: != *:$SEA_TRIAL_LINTERS:* ]]; then
  export PATH=$SEA_TRIAL_LINTERS:$PATH
fi

# The registry that the suite pushes to, where neither PATH nor the engine's folder has one.
export SEA_TRIAL_REGISTRY=${SEA_TRIAL_REGISTRY:-${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/sea-trial/docker-registry}

# Node 24 comes with the dependencies, whatever version npm itself runs on.
find_node() {
  for SEA_TRIAL_NODE in "$SEA_TRIAL_ROOT"/node_modules/{node/bin,.bin}/node; do
    if [[ -x $SEA_TRIAL_NODE ]]; then break; fi
  done
}
find_node
export SEA_TRIAL_ROOT SEA_TRIAL_NODE
