# Shared by the scripts beside it: finding a JDK and Debian's packages. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
die() { say "$@"; exit 2; }

# Sets `feature` to the feature number of the JDK at $1, to nothing when there is none. No process is started for it:
# the workstation opens the sooner.
jdk_feature() {
  local line version
  feature=
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#*\"}
        version=${version#1.}
        feature=${version%%[!0-9]*}
        ;;
    esac
  done <"$1/release"
}

# Every place where a JDK may live, one a line.
jdk_places() {
  local on_path
  on_path=$(command -v javac || true)
  [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
  [ -n "$on_path" ] && dirname "$(dirname "$(readlink -f "$on_path")")"
  printf '%s\n' /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /opt/*/jdk* /usr/local/*jdk* \
    /usr/local/lib/jvm/* /snap/openjdk/current/jdk "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/* "${HOME:-/nonexistent}"/.local/share/mise/installs/java/*
}

# Sets JAVA_HOME to the newest JDK from 21 to 25; a newer one is taken only where none of these is.
best_jdk() {
  local place feature rank best=0
  while read -r place; do
    jdk_feature "$place"
    [ -n "$feature" ] && [ "$feature" -ge 21 ] || continue
    rank=$feature
    [ "$feature" -le 25 ] && rank=$((feature + 1000))
    if [ "$rank" -gt "$best" ]; then best=$rank found=$place; fi
  done < <(jdk_places)
  [ "$best" -gt 0 ]
}

find_jdk() {
  local found=
  if ! best_jdk; then
    (install_packages 'openjdk-25-jdk-headless|openjdk-21-jdk-headless') || true
    best_jdk || die "Centralino needs a JDK of 21 or later and found none in JAVA_HOME, on the PATH, in /usr/lib/jvm," \
      "/opt, ~/.sdkman or ~/.jdks. Install one (for instance Temurin 25) and run this again."
  fi
  export JAVA_HOME=$found
}

# Installs Debian packages, each given as NAME or as NAME|OTHER (the first that exists here), unless they are there.
need_packages() {
  local wanted alternative there missing=() names
  command -v dpkg-query >/dev/null || return 0
  there=" $(dpkg-query -W -f='${Package}=${Status} ' ${*//|/ } 2>/dev/null) " || true
  for wanted in "$@"; do
    IFS='|' read -r -a names <<<"$wanted"
    for alternative in "${names[@]}"; do
      case $there in *" $alternative=install ok installed "*) continue 2 ;; esac
    done
    missing+=("$wanted")
  done
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

install_packages() {
  local wanted alternative names chosen=() as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }; then
      as_root=(sudo)
    else
      die "Missing packages. As root: apt-get update && apt-get install --no-install-recommends ${*%%|*}"
    fi
  fi
  say "Installing: $*"
  "${as_root[@]}" apt-get -qq update >&2 || say "The package lists could not be renewed; trying with those at hand."
  for wanted in "$@"; do
    IFS='|' read -r -a names <<<"$wanted"
    for alternative in "${names[@]}"; do
      if apt-cache show "$alternative" >/dev/null 2>&1; then
        chosen+=("$alternative")
        continue 2
      fi
    done
    die "None of these packages exists here: ${wanted//|/, }"
  done
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${chosen[@]}" >&2 \
    || die "Could not install: ${chosen[*]}. Type: apt-get install ${chosen[*]}"
}

# The packages a list names, comments left out.
package_list() {
  sed 's/#.*//' "$root/releng/packages/$1.txt"
}
