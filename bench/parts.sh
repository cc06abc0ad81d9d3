# What the steps of bench/run are made of.
folder=artifacts/bench
system=$folder/system.json
results=$folder/results.jsonl
measured=${SECONDS_MEASURED:-6}
warmup=${SECONDS_WARMUP:-8}
rounds=${ROUNDS:-1}
host=""
others=()
mkdir -p "$folder"
trap 'stop_others; stop' EXIT
trap 'exit 130' INT TERM

build() {
  rm -f "$results"
  if [ "${BENCH_BUILT:-}" = 1 ]; then return; fi
  build/setup.sh >/dev/null
  for project in SiteAccess.BenchHost SiteAccess.Load SiteAccess.BareHub; do
    dotnet build "bench/$project" -c Release --nologo -v:q -clp:NoSummary
  done
  case "$1" in
    peer|idle)
      # Prisma's generator would fetch a binary that it does not need for this engine; told of any program, it does not.
      (cd bench/peer && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && PRISMA_SCHEMA_ENGINE_BINARY=/bin/true npm run --silent build) >/dev/null ;;
  esac
}

# Starts the system with $1 nodes of each service, or with none: Postgres and Redis alone.
start() {
  rm -f "$system"
  dotnet bench/SiteAccess.BenchHost/bin/Release/net10.0/SiteAccess.BenchHost.dll "--Nodes=$1" "--Run:FilePath=$system" >$folder/host.log 2>&1 &
  host=$!
  for _ in $(seq 240); do
    if [ -f "$system" ]; then return; fi
    kill -0 "$host" 2>/dev/null || break
    sleep 0.5
  done
  echo "The system did not start:" >&2
  tail -n 20 $folder/host.log >&2
  return 1
}

stop() {
  if [ -n "$host" ] && kill -TERM "$host" 2>/dev/null; then wait "$host" || true; fi
  host=""
}

stop_others() {
  for process in ${others[@]+"${others[@]}"}; do
    if kill -TERM "$process" 2>/dev/null; then wait "$process" || true; fi
  done
  others=()
}

of_stores() { node -p 'JSON.parse(require("fs").readFileSync(process.argv[1]))[process.argv[2]]' "$system" "$1"; }

wait_for_port() {
  for _ in $(seq 120); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then return; fi
    sleep 0.25
  done
  echo "Nothing listens on port $1" >&2
  return 1
}

# The bare hub on rung $1, beside the stores.
start_bare() {
  Rung=$1 Database="$(of_stores postgres);Database=postgres" Tokens__SigningKey=bench-bench-bench-bench-bench-bench \
    ASPNETCORE_URLS=http://127.0.0.1:27801 dotnet bench/SiteAccess.BareHub/bin/Release/net10.0/SiteAccess.BareHub.dll >$folder/bare.log 2>&1 &
  others+=($!)
  wait_for_port 27801
  node bench/describe.mjs "$system" $folder/bare.json "hub=$!@27801"
}

# The peer on $1 instances, beside the stores; rooms reach over several of them through Redis.
start_peer() {
  local programs=() redis=""
  export DATABASE_URL
  DATABASE_URL=$(of_stores postgresUrl)
  if [ "$1" -gt 1 ]; then redis=$(of_stores redisUrl); fi
  node bench/peer/create.mjs
  for i in $(seq "$1"); do
    NODE_ENV=production REDIS_URL=$redis PORT=$((27810 + i)) node bench/peer/dist/main.js >$folder/peer$i.log 2>&1 &
    others+=($!)
    programs+=("peer$i=$!@$((27810 + i))")
    wait_for_port $((27810 + i))
  done
  node bench/describe.mjs "$system" $folder/peer.json "${programs[@]}"
}

# One run of the load generator: a line for people, and a line of JSON in the results. A run that failed is reported as such.
load() { dotnet bench/SiteAccess.Load/bin/Release/net10.0/SiteAccess.Load.dll --system "$system" "$@" >>"$results" || echo "This run FAILED." >&2; }

closed() { load --label "$1: closed loop, 200 pairs" --pairs 200 --seconds "$measured" --warmup "$warmup" "${@:2}"; }
open() { load --label "$1: 500/s, 500 pairs" --mode open --rate 500 --pairs 500 --seconds "$measured" --warmup "$warmup" "${@:2}"; }

measure_product() {
  start "$1"
  closed "SiteAccess, nodes: $1"
  open "SiteAccess, nodes: $1"
  stop
}

measure_chat() {
  for _ in $(seq "$rounds"); do measure_product 1; measure_product 2; done
}

measure_peer() {
  for _ in $(seq "$rounds"); do
    for nodes in 1 2; do
      measure_product "$nodes"
      start 0
      start_peer "$nodes"
      closed "peer, nodes: $nodes" --system $folder/peer.json --protocol socketio
      open "peer, nodes: $nodes" --system $folder/peer.json --protocol socketio
      stop_others
      stop
    done
  done
}

measure_ladder() {
  for _ in $(seq "$rounds"); do
    start 0
    for rung in bare tokens postgres outbox; do
      start_bare $rung
      closed "rung $rung" --system $folder/bare.json
      stop_others
    done
    stop
    for nodes in 1 2; do
      start $nodes
      closed "SiteAccess, nodes: $nodes"
      stop
    done
  done
}

measure_history() {
  start 1
  for messages in ${MESSAGES:-10000 1000000 10000000}; do
    load --label "history of $messages messages" --mode history --messages "$messages"
  done
  stop
}

measure_idle() {
  for connections in ${CONNECTIONS:-2000 10000}; do
    start 0
    start_bare tokens
    load --label "bare hub, $connections connections" --mode idle --pairs "$connections" --system $folder/bare.json --watch hub
    stop_others
    start_peer 1
    load --label "peer, $connections connections" --mode idle --pairs "$connections" --system $folder/peer.json --protocol socketio --watch peer1
    stop_others
    stop
    start 1
    load --label "Realtime, $connections connections" --mode idle --pairs "$connections" --watch realtime1
    stop
  done
}

# A page with and without the tag, in turns; needs no system. ROUNDS (9 here) of each.
measure_widget() {
  (cd widget && { [ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error; } && npm run --silent build) >/dev/null
  mkdir -p bench/results
  node bench/widget.mjs "${ROUNDS:-9}" >$folder/widget.md
  mv $folder/widget.md bench/results/widget.md
  cat bench/results/widget.md
}

# The results as a table, with the spread where there were several rounds.
write_table() {
  mkdir -p bench/results
  node bench/table.mjs "$1" "$results" >"bench/results/$1.md"
  cat "bench/results/$1.md"
}
