#!/usr/bin/env bash
# Looks for what SiteAccess needs on this machine, installs what it may, and names the rest in one line each.
#   build/setup.sh            what ./run needs
#   build/setup.sh --tests    what ./test needs too (a browser)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stop() { echo "SiteAccess: $*" >&2; exit 1; }

dotnet --version >/dev/null 2>&1 || stop "the .NET SDK 10 is missing: install it from https://dot.net, then run this again."
node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null || stop "Node.js 20 or later is missing: install it, then run this again."
command -v npm >/dev/null || stop "npm is missing: install it with Node.js, then run this again."

# The first restore finds out which package set this machine's package sources allow.
if ! output=$(dotnet restore SiteAccess.sln --nologo -v:m 2>&1); then
  echo "$output" >&2
  stop "the restore failed; what it said is above."
fi
portable=${PortablePackages:-$(sed -n 's:.*<PortablePackages>\(.*\)</PortablePackages>.*:\1:p' artifacts/package-set.props 2>/dev/null)}

programs=()
packages=()
need() { command -v "$1" >/dev/null || { programs+=("$1"); packages+=("$2"); }; }
if [ "$portable" = true ]; then
  need redis-server redis-server
  need turnserver coturn
  need setpriv util-linux
else
  docker info >/dev/null 2>&1 || podman info >/dev/null 2>&1 || stop "a container engine (Docker or Podman) is needed for Postgres, Redis and coturn, and none answers."
fi
if [ "${1:-}" = --tests ]; then
  need redis-server redis-server
  if ! command -v chromium >/dev/null && ! command -v google-chrome >/dev/null; then
    programs+=(chromium); packages+=(chromium fonts-dejavu-core)
  fi
fi
[ ${#packages[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  if sudo -n true 2>/dev/null; then as_root=(sudo -n); else as_root=(false); fi
fi
if ! command -v apt-get >/dev/null || [ "${as_root[*]:-}" = false ]; then
  stop "these programs are missing: ${programs[*]}. Install them (on Debian: sudo apt-get install ${packages[*]}), then run this again."
fi
echo "Installing ${packages[*]} ..."
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"; } >"$log" 2>&1; then
  cat "$log" >&2
  stop "apt-get could not install ${packages[*]}; what it said is above."
fi
rm -f "$log"
