import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contractOf } from './contracts';

// The same samples are written by the C# tests: a contract that drifts apart fails on one side.
const folder = new URL('../../../tests/contracts/', import.meta.url);
const samples = readdirSync(folder).filter((file) => file.endsWith('.json'));

test('the samples of all that the widget reads are there', () => {
  expect(samples).toEqual(expect.arrayContaining(['message.json', 'message-page.json', 'problem.json', 'session.json']));
});

test.each(samples)('%s is what the widget expects', (file) => {
  const sample: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const check = contractOf(file);
  // Samples of other parts of the system only have to be JSON.
  if (check) expect(check(sample, file)).toEqual([]);
});

test('a sample that does not fit is found', () => {
  expect(contractOf('message-of-a-bot.json')?.({ seq: '1' }, 'm')).toContain('m.seq: 1 is no whole number');
  expect(contractOf('session.json')?.(null, 's')).toEqual(['s: null where an object belongs']);
});
