// What the fork synthesizes is what is committed: node --test src/cdktn/cdktn.test.mjs
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const snapshots = join(here, '..', '..', 'main.tf.json.snapshots');
const synthesized = join(here, 'target', 'project', 'cdktf.out');
const packages = join(here, 'target', 'project', 'src', 'bindings', 'node_modules', '@cdktn');
const { stacks } = readJson(join(synthesized, 'manifest.json'));

test('the fork synthesizes the stacks that are committed', () => {
  const committed = readdirSync(snapshots).map((file) => file.replace('.tf.json', ''));
  assert.deepEqual(Object.keys(stacks).sort(), committed.sort());
});

for (const [name, { synthesizedStackPath }] of Object.entries(stacks)) {
  test(`${name} is the committed one, but for the providers' versions`, () => {
    const now = readJson(join(synthesized, synthesizedStackPath));
    const committed = readJson(join(snapshots, `${name}.tf.json`));
    Object.assign(committed.terraform.required_providers, forkedProviders(committed));
    assert.deepEqual(JSON.parse(JSON.stringify(now), comparable), committed);
  });
}

/** Those of a stack's providers that the fork has a package for, in the version that the package was made from. */
function forkedProviders({ terraform }) {
  const made = readdirSync(packages).map((name) => readJson(join(packages, name, 'package.json')).cdktn.provider);
  const versions = new Map(made.map(({ name, version }) => [name.split('/').pop(), version]));
  return Object.fromEntries(
    Object.entries(terraform.required_providers)
      .filter(([name]) => versions.has(name))
      .map(([name, provider]) => [name, { ...provider, version: versions.get(name) }]),
  );
}

/** Leaves CDKTF's metadata out, and what the snapshots leave out of the paths of assets. */
function comparable(key, value) {
  if (typeof value === 'string') {
    return value.replace(/(assets\/[^/"]+\/)[0-9A-F]{32}/g, '$1<asset-hash>');
  }
  if (Array.isArray(value) || value === null || typeof value !== 'object') {
    return value;
  }
  const { '//': metadata, ...rest } = value;
  return rest;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
