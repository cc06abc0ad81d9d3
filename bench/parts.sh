# What the steps of bench/run are made of.
system=artifacts/bench/system.json
results=artifacts/bench/results.jsonl
seconds=${SECONDS_MEASURED:-6}
warmup=${SECONDS_WARMUP:-4}
host=""

build() {
  build/setup.sh >/dev/null
  for project in SiteAccess.BenchHost SiteAccess.Load; do
    dotnet build "bench/$project" -c Release --nologo -v:q -clp:NoSummary
  done
}

# Starts the system with $1 nodes of each service; it ends with this script.
start() {
  mkdir -p artifacts/bench
  rm -f "$system"
  dotnet bench/SiteAccess.BenchHost/bin/Release/net10.0/SiteAccess.BenchHost.dll "--Nodes=$1" "--Run:FilePath=$system" >artifacts/bench/host.log 2>&1 &
  host=$!
  trap stop EXIT
  trap "exit 130" INT TERM
  for _ in $(seq 240); do
    [ -f "$system" ] && return
    kill -0 "$host" 2>/dev/null || break
    sleep 0.5
  done
  echo "The system did not start:" >&2
  tail -n 20 artifacts/bench/host.log >&2
  return 1
}

stop() {
  if [ -n "$host" ] && kill -TERM "$host" 2>/dev/null; then wait "$host" || true; fi
  host=""
}

# One run of the load generator: a line for people, and a line of JSON in the results.
load() { dotnet bench/SiteAccess.Load/bin/Release/net10.0/SiteAccess.Load.dll --system "$system" "$@" >>"$results"; }

measure_chat() {
  load --label "$1, closed loop" --pairs 200 --seconds "$seconds" --warmup "$warmup"
  load --label "$1, 500/s" --mode open --rate 500 --pairs 500 --seconds "$seconds" --warmup "$warmup"
}
