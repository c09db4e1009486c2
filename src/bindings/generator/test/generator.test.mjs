// Tests of the generator: node --test src/bindings/generator/test
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { bundlePackage } from '../bundle.mjs';
import { BINDINGS } from '../common.mjs';
import { availableTypes, select } from '../types.mjs';

const assembly = {
  name: '@cdktf/provider-x',
  version: '1.2.3',
  submodules: {
    '@cdktf/provider-x.provider': { readme: { markdown: '# `provider`\n' } },
    '@cdktf/provider-x.storageAccount': { readme: { markdown: '# `x_storage_account`\n' } },
    '@cdktf/provider-x.storageQueue': { readme: { markdown: '# `x_storage_queue`\n' } },
    '@cdktf/provider-x.dataXClientConfig': { readme: { markdown: '# `data_x_client_config`\n' } },
  },
};

test('knows resources and data sources by their Terraform types', () => {
  assert.deepEqual(
    [...availableTypes(assembly)],
    [
      ['x_storage_account', 'storageAccount'],
      ['x_storage_queue', 'storageQueue'],
      ['data.x_client_config', 'dataXClientConfig'],
    ],
  );
});

test('selects the listed types, comments aside', () => {
  const { submodules, problems } = select('# storage\nx_storage_queue # a queue\n\ndata.x_client_config\n', 'f', assembly);
  assert.deepEqual(problems, []);
  assert.deepEqual(submodules, ['storageQueue', 'dataXClientConfig']);
});

test('names a type that does not exist and the nearest that do', () => {
  const { problems } = select('x_storage_queue\nx_storage_acount\n', 'x/types.txt', assembly);
  assert.deepEqual(problems, [
    'x/types.txt:2: @cdktf/provider-x 1.2.3 has no type x_storage_acount; the nearest are x_storage_account, x_storage_queue, data.x_client_config',
  ]);
});

test('names a type that is listed twice', () => {
  const { problems } = select('x_storage_queue\nx_storage_queue\n', 'x/types.txt', assembly);
  assert.deepEqual(problems, ['x/types.txt:2: x_storage_queue is listed twice, first in line 1']);
});

test('names every mistake at once', () => {
  assert.equal(select('x_a\nx_b\n', 'f', assembly).problems.length, 2);
});

test('bundles a package with the libraries that it brings along, the seldom used ones not loaded', async () => {
  const folder = mkdtempSync(join(BINDINGS, 'target', 'test-'));
  const write = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  try {
    write('.jsii', '{}');
    write('README.md', '');
    write(
      'package.json',
      JSON.stringify({
        name: 'cdktf',
        main: 'lib/index.js',
        types: 'lib/index.d.ts',
        dependencies: { semver: '1' },
        bundledDependencies: ['semver'],
        peerDependencies: { constructs: '1' },
      }),
    );
    write('lib/index.js', 'const semver = require("semver");\nexports.check = (version) => semver.valid(version);\n');
    write('node_modules/semver/index.js', 'globalThis.loaded = true; exports.valid = (version) => `${version} is valid`;\n');
    await bundlePackage(folder, join(folder, 'copy'));
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const { check } = createRequire(import.meta.url)(join(folder, 'copy', 'lib', 'index.js'));
    assert.equal(globalThis.loaded, undefined);
    assert.equal(check('1.2.3'), '1.2.3 is valid');
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'copy', 'package.json'), 'utf8')), {
      name: 'cdktf',
      main: 'lib/index.js',
      types: 'lib/index.d.ts',
      peerDependencies: { constructs: '1' },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The real thing, on the smallest provider. */
let module;
before(() => {
  // Below the bindings, where the packages that a provider depends on are found.
  mkdirSync(join(BINDINGS, 'target'), { recursive: true });
  module = mkdtempSync(join(BINDINGS, 'target', 'test-'));
});
after(() => rmSync(module, { recursive: true }));

test('generates the official classes of the listed types only', () => {
  list('time_sleep\n');
  assert.deepEqual(generate(), { status: 0, stderr: '' });
  const java = join(module, 'target', 'generated', 'java', 'com', 'hashicorp', 'cdktf', 'providers', 'time');
  const sleep = readFileSync(join(java, 'sleep', 'Sleep.java'), 'utf8');
  assert.match(sleep, /^ {8}TF_RESOURCE_TYPE = "time_sleep";$/m);
  assert.ok(existsSync(join(java, 'provider', 'TimeProvider.java')));
  assert.ok(!existsSync(join(java, 'offset')));
  const resources = join(module, 'target', 'generated', 'resources', 'com', 'hashicorp', 'cdktf', 'providers', 'time');
  assert.ok(existsSync(join(resources, `provider-time@${version()}.jsii.tgz`)));
});

test('does nothing when nothing changed', () => {
  const before = statSync(join(module, 'target', 'generated')).mtimeMs;
  assert.equal(generate().status, 0);
  assert.equal(statSync(join(module, 'target', 'generated')).mtimeMs, before);
});

test('generates again when the list changes, and forgets the classes of the old one', () => {
  mkdirSync(join(module, 'target', 'classes'), { recursive: true });
  list('time_sleep\ntime_offset\n');
  assert.equal(generate().status, 0);
  const types = readdirSync(join(module, 'target/generated/java/com/hashicorp/cdktf/providers/time'));
  assert.ok(types.includes('offset'));
  assert.ok(!existsSync(join(module, 'target', 'classes')));
});

test('fails again and again as long as the list is wrong', () => {
  list('time_slep\n');
  for (let attempt = 0; attempt < 2; attempt++) {
    const { status, stderr } = generate();
    assert.equal(status, 1);
    assert.match(stderr, /^bindings: .*types\.txt:1: @cdktf\/provider-time .* has no type time_slep; the nearest are time_sleep, /);
  }
});

test('refuses a version that is not the locked one', () => {
  list('time_sleep\n');
  const { status, stderr } = generate('0.0.1');
  assert.equal(status, 1);
  assert.match(stderr, /pom\.xml says @cdktf\/provider-time 0\.0\.1, package-lock\.json says .*: they must be the same/);
});

function list(types) {
  writeFileSync(join(module, 'types.txt'), types);
}

function version() {
  return JSON.parse(readFileSync(join(BINDINGS, 'package.json'), 'utf8')).dependencies['@cdktf/provider-time'];
}

function generate(wanted = version()) {
  const script = join(BINDINGS, 'generator', 'generate.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '@cdktf/provider-time', module, wanted], { encoding: 'utf8' });
  return { status, stderr };
}
