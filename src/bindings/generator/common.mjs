import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `src/bindings`. */
export const BINDINGS = dirname(dirname(fileURLToPath(import.meta.url)));

export function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(part).update('\0');
  }
  return hash.digest('hex');
}

/** Stops the build with one readable line instead of a stack trace. */
export function fail(message) {
  console.error(`bindings: ${message}`);
  process.exit(1);
}
