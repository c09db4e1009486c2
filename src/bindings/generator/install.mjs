// Installs the locked npm packages, once per lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BINDINGS, fail, sha256 } from './common.mjs';

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  fail(`Node.js 20 or newer is needed to generate the bindings, found ${process.versions.node}`);
}

const lock = sha256(readFileSync(join(BINDINGS, 'package-lock.json')));
const marker = join(BINDINGS, 'node_modules', '.installed');
if (!existsSync(marker) || readFileSync(marker, 'utf8') !== lock) {
  console.log('downloading the npm packages of the bindings (about 50 MB, once)');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: BINDINGS,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    fail(`npm ci failed in ${BINDINGS} (${npm.error ?? `exit code ${npm.status}`})`);
  }
  writeFileSync(marker, lock);
}
