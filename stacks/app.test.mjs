// Tests of the app command, with stand-ins for Maven and Java: node --test stacks/app.test.mjs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = join(dirname(fileURLToPath(import.meta.url)), 'app.mjs');
const posixOnly = { skip: process.platform === 'win32' && 'the stand-ins are shell scripts' };

let root;
let env;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'terralake-app-'));
  mkdirSync(join(root, 'stacks', 'environments'), { recursive: true });
  mkdirSync(join(root, 'src', 'constructs', 'test'), { recursive: true });
  mkdirSync(join(root, 'bin'));
  cpSync(script, join(root, 'stacks', 'app.mjs'));
  write('pom.xml', '<project/>');
  write('src/constructs/Lake.java', 'one');
  write('stacks/environments/dev.json', '{}');
  executable(
    'mvn',
    'echo "$@" >> maven.log\nmkdir -p stacks/target/app && touch stacks/target/app/b.jar stacks/target/app/a.jar\n' +
      'echo "[INFO] Building Terralake constructs 0.1.0-SNAPSHOT        [8/9]"\necho "generating Java for 3 types"',
  );
  executable('java', 'echo "$@" >> java.log');
  env = { ...process.env, PATH: `${join(root, 'bin')}:${process.env.PATH}` };
  delete env.JAVA_HOME;
});

afterEach(() => rmSync(root, { recursive: true }));

test('builds once, then runs without Maven', posixOnly, () => {
  app();
  app();
  assert.equal(log('maven').length, 1);
  assert.equal(log('java').length, 2);
});

test('tells how a build goes on, and nothing on a normal run', posixOnly, () => {
  const first = app();
  assert.match(first.stdout, /Building the stacks[^]* s  Terralake constructs[^]* s {4}generating Java for 3 types/);
  const second = app();
  assert.equal(second.stdout + first.stderr + second.stderr, '');
});

for (const changed of ['src/constructs/Lake.java', 'src/constructs/New.java', 'pom.xml', 'stacks/app.mjs']) {
  test(`builds again when ${changed} changes`, posixOnly, () => {
    app();
    write(changed, `${existsSync(join(root, changed)) ? readFileSync(join(root, changed), 'utf8') : ''}\n// changed`);
    app();
    assert.equal(log('maven').length, 2);
  });
}

test('builds again when a source is gone', posixOnly, () => {
  app();
  rmSync(join(root, 'src/constructs/Lake.java'));
  app();
  assert.equal(log('maven').length, 2);
});

test('does not build again for settings and tests', posixOnly, () => {
  app();
  write('stacks/environments/dev.json', '{"changed": true}');
  write('src/constructs/test/LakeTests.java', 'changed');
  app();
  assert.equal(log('maven').length, 1);
});

test('never runs what a failed build left behind', posixOnly, () => {
  app();
  write('src/constructs/Lake.java', 'broken');
  executable('mvn', 'echo "[ERROR] Lake.java:[1,1] broken"\necho "[ERROR] Re-run Maven using the -X switch"\nexit 1');
  const failed = app();
  assert.equal(failed.status, 1);
  assert.equal(failed.stderr, '[ERROR] Lake.java:[1,1] broken\n');
  assert.equal(app().status, 1);
  assert.equal(log('java').length, 1);
});

test('says where to list a Terraform type that has no class', posixOnly, () => {
  const missing = (type) => `echo "[ERROR] X.java:[3,1] package com.hashicorp.cdktf.providers.azurerm.${type} does not exist"`;
  executable('mvn', `${missing('redis_cache')}\n${missing('data_azurerm_redis_cache')}\nexit 1`);
  const { stderr } = app();
  assert.match(stderr, /^Is azurerm_redis_cache missing in src\/bindings\/azurerm\/types\.txt\?$/m);
  assert.match(stderr, /^Is data\.azurerm_redis_cache missing in src\/bindings\/azurerm\/types\.txt\?$/m);
});

test('does not run the classes of a build by hand', posixOnly, () => {
  app();
  write('stacks/target/classes/Main.class', 'of another branch');
  app();
  assert.match(log('java')[1], /-cp stacks\/target\/app\/a\.jar:stacks\/target\/app\/b\.jar io\.terralake/);
});

test('works from any folder', posixOnly, () => {
  const elsewhere = app({ cwd: tmpdir() });
  assert.equal(elsewhere.status, 0);
  assert.equal(log('java').length, 1);
});

test('passes the exit code and the errors of the program on', posixOnly, () => {
  executable('java', 'echo "dev.json#/location: wrong" >&2\nexit 1');
  const failed = app();
  assert.equal(failed.status, 1);
  assert.equal(failed.stderr, 'dev.json#/location: wrong\n');
});

test('says that Maven is missing', posixOnly, () => {
  rmSync(join(root, 'bin', 'mvn'));
  env.PATH = `${join(root, 'bin')}`;
  const failed = app();
  assert.equal(failed.status, 1);
  assert.match(failed.stderr, /^Maven cannot be started \(.*\): is mvn on the PATH\?\n$/);
});

test("lets Java start jsii's program without a shell or a script between them", posixOnly, () => {
  executable('java', 'echo "$JSII_RUNTIME" >> java.log');
  app();
  assert.deepEqual(log('java'), ['exec node --min-semi-space-size=16 stacks/kernel.cjs']);
});

test("carries jsii's protocol by standard input and output, and what is printed by standard error", () => {
  cpSync(join(dirname(script), 'kernel.cjs'), join(root, 'stacks', 'kernel.cjs'));
  write(
    'stacks/target/app/software/amazon/jsii/lib/program.js',
    `const fs = require('fs');
    const question = Buffer.alloc(100);
    const length = fs.readSync(3, question, 0, 100, null);
    console.log('printed');
    console.error('complained');
    fs.writeSync(3, 'answer to ' + question.toString('utf8', 0, length));`,
  );
  const kernel = spawnSync(process.execPath, [join(root, 'stacks', 'kernel.cjs')], { input: 'question', encoding: 'utf8' });
  assert.equal(kernel.stdout, 'answer to question');
  assert.deepEqual(kernel.stderr.trim().split('\n').map((line) => JSON.parse(line)), [
    { stdout: Buffer.from('printed\n').toString('base64') },
    { stderr: Buffer.from('complained\n').toString('base64') },
  ]);
});

test('loads packages from where the links of jsii lead, and lets them find each other', posixOnly, () => {
  cpSync(join(dirname(script), 'kernel.cjs'), join(root, 'stacks', 'kernel.cjs'));
  write('cache/cdktf/index.js', "module.exports = [__filename, require('constructs')];");
  write('cache/constructs/index.js', 'module.exports = __filename;');
  write(
    'stacks/target/app/software/amazon/jsii/lib/program.js',
    `const fs = require('node:fs');
    const folder = fs.mkdtempSync('jsii-kernel-');
    fs.mkdirSync(folder + '/node_modules');
    for (const name of ['cdktf', 'constructs']) fs.symlinkSync('../../cache/' + name, folder + '/node_modules/' + name);
    const load = require('node:module').createRequire(fs.realpathSync(folder) + '/');
    fs.writeSync(3, JSON.stringify([process.execArgv.includes('--preserve-symlinks'), ...load('cdktf')]));`,
  );
  const kernel = spawnSync(process.execPath, [join(root, 'stacks', 'kernel.cjs')], { cwd: root, encoding: 'utf8' });
  const cache = join(realpathSync(root), 'cache');
  assert.deepEqual(JSON.parse(kernel.stdout), [true, join(cache, 'cdktf', 'index.js'), join(cache, 'constructs', 'index.js')]);
});

function app(options = {}) {
  return spawnSync(process.execPath, [join(root, 'stacks', 'app.mjs')], { cwd: root, env, encoding: 'utf8', ...options });
}

function log(tool) {
  return readFileSync(join(root, `${tool}.log`), 'utf8').trim().split('\n');
}

function write(path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function executable(name, body) {
  write(`bin/${name}`, `#!/bin/sh\n${body}\n`);
  chmodSync(join(root, 'bin', name), 0o755);
}
