#!/usr/bin/env bash
# Draws the app's icons from favicon.svg with Chromium; run it again when the mark changes. Their results are committed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../SiteAccess.OperatorBlazor/wwwroot"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# $1 file, $2 pixels, $3 background, $4 how much of it the mark takes
draw() {
  cat >"$work/page.html" <<PAGE
<!doctype html><style>html,body{margin:0;background:$3}div{width:$2px;height:$2px;display:grid;place-items:center}img{width:$4;height:$4}</style>
<div><img src="data:image/svg+xml;base64,$(base64 -w0 favicon.svg)"></div>
PAGE
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --default-background-color=00000000 --window-size="$2,$2" --screenshot="$work/shot.png" "file://$work/page.html" >/dev/null 2>&1
  cp "$work/shot.png" "icons/$1"
}

mkdir -p icons
draw 192.png 192 transparent 100%
draw 512.png 512 transparent 100%
draw maskable.png 512 '#e3f3ec' 62%
draw apple.png 180 '#e3f3ec' 70%
