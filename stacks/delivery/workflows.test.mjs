// Tests of the workflow setup.yml and what it asks before it deploys: node --test stacks/setup.test.mjs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'terralake-setup-'));
mkdirSync(join(folder, 'environments'));
cpSync(join(root, 'stacks', 'remote-backend.mjs'), join(folder, 'remote-backend.mjs'));
writeFileSync(join(folder, 'environments', 'local.json'), '{"workload": "w"}');
writeFileSync(join(folder, 'environments', 'shared.json'), '{"backend": {"storageAccountName": "state"}}');
after(() => rmSync(folder, { recursive: true }));

const workflows = join(root, '.github', 'workflows');
const setup = readFileSync(join(workflows, 'setup.yml'), 'utf8');
const [, build, deploy] = /\n {2}build:\n(.*)\n {2}deploy:\n(.*)$/s.exec(setup);

test('deploys an environment whose state is shared', () => {
  assert.deepEqual(ask('shared'), { status: 0, stderr: '' });
});

test('refuses an environment whose state would be lost with the runner', () => {
  const file = join(folder, 'environments', 'local.json');
  assert.deepEqual(ask('local'), {
    status: 1,
    stderr: `${file} names no backend, and the state would be lost with this machine: see "Share the state" in docs/deploy.md\n`,
  });
});

for (const name of ['', 'prd', '../environments/shared', 'shared.json']) {
  test(`refuses the environment "${name}", which there is not`, () => {
    assert.deepEqual(ask(name), { status: 1, stderr: `environment "${name}" is not known, there are local, shared\n` });
  });
}

test('asks before anything is built', () => {
  assert.ok(build.indexOf('remote-backend.mjs "$ENVIRONMENT"') < build.indexOf('run: mvn'));
});

test('only the job that builds nothing can log in', () => {
  assert.match(setup, /\npermissions: \{\}\n/);
  assert.doesNotMatch(build, /id-token|environment:/);
  assert.match(deploy, /\n {4}permissions:\n {6}id-token: write # \S.*\n {4}timeout/);
  assert.doesNotMatch(deploy, /mvn|synth(?! )|actions\/checkout/);
  assert.match(deploy, /--skip-synth/);
});

test('the runner that deploys is an input', () => {
  assert.match(deploy, /\n {4}runs-on: \$\{\{ inputs\.runner \}\}\n/);
});

test('no workflow leaves the token of its checkout behind', () => {
  for (const name of readdirSync(workflows)) {
    const text = readFileSync(join(workflows, name), 'utf8');
    const checkouts = text.split('uses: actions/checkout@').slice(1);
    assert.ok(checkouts.length > 0, name);
    for (const step of checkouts) assert.match(step, /^\S+ # \S+\n {8}with:\n {10}persist-credentials: false\n/, name);
  }
});

function ask(environment) {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'remote-backend.mjs'), environment], { encoding: 'utf8' });
  return { status, stderr };
}
