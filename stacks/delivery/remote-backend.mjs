// Refuses to deploy from a machine that keeps nothing: node stacks/remote-backend.mjs <environment>
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'environments');
const known = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''));
const [environment] = process.argv.slice(2);

if (!known.includes(environment)) {
  fail(`environment "${environment}" is not known, there are ${known.join(', ')}`);
}
const file = join(folder, `${environment}.json`);
if (!JSON.parse(readFileSync(file, 'utf8')).backend) {
  fail(`${file} names no backend, and the state would be lost with this machine: see "Share the state" in docs/deploy.md`);
}

function fail(problem) {
  console.error(problem);
  process.exit(1);
}
