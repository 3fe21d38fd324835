# Shared by the scripts beside it: finding a JDK and Debian's packages, building the product. Sourced, not run.

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

# Finds JAVA_HOME's own JDK if it is one of 21 to 25, else the newest of these; a newer one only where none of these is.
best_jdk() {
  local place feature rank best=0
  jdk_feature "${JAVA_HOME:-}"
  if [ -n "$feature" ] && [ "$feature" -ge 21 ] && [ "$feature" -le 25 ]; then
    found=$JAVA_HOME
    return
  fi
  while read -r place; do
    jdk_feature "$place"
    [ -n "$feature" ] && [ "$feature" -ge 21 ] || continue
    rank=$feature
    [ "$feature" -le 25 ] && rank=$((feature + 1000))
    if [ "$rank" -gt "$best" ]; then best=$rank found=$place; fi
  done < <(jdk_places)
  [ "$best" -gt 0 ]
}

# Sets JAVA_HOME, and sees to a JDK and to the packages that the lists named name, all in one installation.
need() {
  local found= list wanted
  mapfile -t wanted < <(for list in "$@"; do package_list "$list"; done | sort -u)
  if ! best_jdk; then
    packaged_jdk || no_jdk
    wanted=("$jdk_packages" "${wanted[@]}")
  fi
  need_packages "${wanted[@]}"
  [ -n "$found" ] || best_jdk || no_jdk
  export JAVA_HOME=$found
}

jdk_packages='openjdk-25-jdk-headless|openjdk-21-jdk-headless'

# Whether a JDK can come from the package lists; as long as these are empty, it may.
packaged_jdk() {
  command -v apt-cache >/dev/null || return
  if may_install; then renew_package_lists; fi
  no_package_lists || [ -n "$(first_package "$jdk_packages")" ]
}

no_jdk() {
  die "Centralino needs a JDK of 21 or later and found none in JAVA_HOME, on the PATH, in /usr/lib/jvm, /opt, ~/.sdkman" \
    "or ~/.jdks, and this system has no package of one. Unpack one in /opt or ~/.jdks, or set JAVA_HOME to where it is" \
    "(for instance Temurin 25 from https://adoptium.net), and run this again."
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
  local wanted chosen=() package
  if may_install; then renew_package_lists; fi
  no_package_lists && die "Packages are missing, and the lists that tell their names are empty." \
    "Run this again after, as root: apt-get update"
  for wanted in "$@"; do
    package=$(first_package "$wanted")
    [ -n "$package" ] || die "None of these packages exists here: ${wanted//|/, }"
    chosen+=("$package")
  done
  may_install || die "Packages are missing. As root: apt-get install --no-install-recommends ${chosen[*]}"
  say "Installing: ${chosen[*]}"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${chosen[@]}" >&2 \
    || die "Could not install: ${chosen[*]}. Type: apt-get install ${chosen[*]}"
}

# Whether packages can be installed, and by what: as_root.
may_install() {
  as_root=()
  [ "$(id -u)" -eq 0 ] && return
  as_root=(sudo)
  sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }
}

# Once.
renew_package_lists() {
  [ -z "$renewed" ] || return 0
  renewed=yes
  "${as_root[@]}" apt-get -qq update >&2 || say "The package lists could not be renewed; trying with those at hand."
}
renewed=

no_package_lists() { ! in_package_lists bash; }

# A purely virtual package is none. (grep -q would end before apt-cache has, which counts as failure.)
in_package_lists() { apt-cache show "$1" 2>/dev/null | grep '^Filename:' >/dev/null; }

# Prints the first of NAME|OTHER that exists here.
first_package() {
  local alternative names
  IFS='|' read -r -a names <<<"$1"
  for alternative in "${names[@]}"; do
    if in_package_lists "$alternative"; then
      printf '%s\n' "$alternative"
      return
    fi
  done
}

# The packages a list names, one a line.
package_list() {
  sed 's/#.*//; s/[[:space:]]*$//; /^$/d' "$root/releng/packages/$1.txt"
}

# CENTRALINO_PRODUCT: another one than that built here, with what was installed into it.
product="${CENTRALINO_PRODUCT:-$root/releng/org.centralino.product/target/products/centralino/linux/gtk/$(uname -m)}"

# Prints the product's launcher, or nothing where it is not built.
launcher() { ls "$product"/plugins/org.eclipse.equinox.launcher_*.jar 2>/dev/null | head -n 1; }

# Builds the product where there is none, or again with a first argument that is not empty.
need_product() {
  if [ -n "${1:-}" ] || [ -z "$(launcher)" ]; then
    say "Building the product; the first time this fetches its parts and takes some minutes."
    (cd "$root" && ./mvnw -q package -pl releng/org.centralino.product -am -DskipTests -Dspotless.check.skip) >&2 </dev/null
  fi
  [ -n "$(launcher)" ] || die "The build made no product for $(uname -m); Linux is built for x86_64."
}
