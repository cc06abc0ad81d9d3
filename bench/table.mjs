// Writes the results of a step as Markdown: the median of the rounds, and in brackets the lowest and the highest.
//   node table.mjs STEP RESULTS.jsonl
import { readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';

const [step, file] = process.argv.slice(2);
const runs = readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const rounds = Map.groupBy ? Map.groupBy(runs, (run) => run.label) : group(runs);

const columns = {
  history: { 'newest page ms': (r) => r.newest.p50, 'middle ms': (r) => r.middle.p50, 'oldest ms': (r) => r.oldest.p50, 'newest p99 ms': (r) => r.newest.p99 },
  idle: {
    connections: (r) => r.connections,
    'RSS KiB each': (r) => r.rssKibibytesEach,
    'kernel KiB each (both ends)': (r) => r.kernelKibibytesEach,
  },
}[step] ?? {
  'messages/s': (r) => r.messagesPerSecond,
  'per server CPU s': (r) => r.messagesPerServerCpuSecond,
  'acknowledged p50 ms': (r) => r.toAcknowledged.p50,
  'p99': (r) => r.toAcknowledged.p99,
  'delivered p50 ms': (r) => r.toDelivered.p50,
  'p99 ': (r) => r.toDelivered.p99,
  'lost, doubled, misordered': (r) => r.lost + r.doubled + r.misordered,
};

console.log(`# ${step}\n\n${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores shared by everything, load average at the end ${loadavg()[1].toFixed(1)}, rounds: ${Math.max(...[...rounds.values()].map((r) => r.length))}\n`);
console.log(`| | ${Object.keys(columns).join(' | ')} |\n|---|${Object.keys(columns).map(() => '---:').join('|')}|`);
for (const [label, own] of rounds) {
  console.log(`| ${label}${own.some((run) => run.isFailed) ? ' **FAILED**' : ''} | ${Object.values(columns).map((column) => spread(own.map(column))).join(' | ')} |`);
}

const ratios = ratiosOf(rounds);
if (ratios.length > 0) {
  console.log(`\n| ratio | throughput | delivered p50 | delivered p99 |\n|---|---:|---:|---:|\n${ratios.join('\n')}`);
}

if (step !== 'history' && step !== 'idle') {
  console.log('\n| CPU µs per message | |\n|---|---|');
  for (const [label, own] of rounds) {
    const names = Object.keys(own[0].processes);
    console.log(`| ${label} | ${names.map((name) => `${name} ${median(own.map((run) => run.processes[name].microsecondsPerMessage)).toFixed(0)}`).join(', ')} |`);
  }
}

function ratiosOf(all) {
  return [...all.keys()].filter((label) => label.startsWith('SiteAccess') && all.has(label.replace('SiteAccess', 'peer'))).map((label) => {
    const [ours, theirs] = [all.get(label), all.get(label.replace('SiteAccess', 'peer'))];
    const ratio = (pick) => (median(ours.map(pick)) / median(theirs.map(pick))).toFixed(2);
    return `| ${label.replace('SiteAccess', 'SiteAccess : peer')} | ${ratio((r) => r.messagesPerSecond)} | ${ratio((r) => r.toDelivered.p50)} | ${ratio((r) => r.toDelivered.p99)} |`;
  });
}

function group(list) {
  const groups = new Map();
  for (const run of list) {
    groups.set(run.label, [...(groups.get(run.label) ?? []), run]);
  }
  return groups;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}

function spread(values) {
  const show = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
  return values.length === 1 ? show(values[0]) : `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}
