// The environments that there are.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'environments');
export const known = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.replace(/\.json$/, ''));

/** The settings of an environment and their file; ends the program where there are none. */
export function read(environment) {
  if (!known.includes(environment)) {
    fail(`environment "${environment}" is not known, there are ${known.join(', ')}`);
  }
  const file = join(folder, `${environment}.json`);
  return { file, settings: JSON.parse(readFileSync(file, 'utf8')) };
}

/** As read, for one that keeps its state elsewhere than on this machine. */
export function readShared(environment) {
  const { file, settings } = read(environment);
  if (!settings.backend) {
    fail(`${file} names no backend, and the state would be lost with this machine: see "Share the state" in docs/deploy.md`);
  }
  return { file, settings };
}

export function fail(problem) {
  console.error(problem);
  process.exit(1);
}
