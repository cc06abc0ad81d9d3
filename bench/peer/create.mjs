// Makes the table, as a migration would.
import { readFileSync } from 'node:fs';
import pg from 'pg';

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query(readFileSync(new URL('prisma/create.sql', import.meta.url), 'utf8'));
await client.end();
