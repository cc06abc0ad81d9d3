// Writes what the load generator has to know of a program that the bench started by itself:
//   node describe.mjs STORES.json OUT.json NAME=PID@PORT…
import { readFileSync, writeFileSync } from 'node:fs';

const [stores, out, ...programs] = process.argv.slice(2);
const system = JSON.parse(readFileSync(stores, 'utf8'));
const started = programs.map((program) => /^(?<name>.+)=(?<pid>\d+)@(?<port>\d+)$/.exec(program).groups);
const urls = started.map(({ port }) => `http://127.0.0.1:${port}`);
const processes = Object.fromEntries(started.map(({ name, pid }) => [name, Number(pid)]));
writeFileSync(out, JSON.stringify({ ...system, apis: urls, realtimes: urls, processes: { ...processes, ...system.processes } }, null, 2));
