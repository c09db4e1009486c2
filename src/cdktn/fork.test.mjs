// Tests of the replacements: node --test src/cdktn/fork.test.mjs
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { borrowed, forkJava, forkLock, forkManifest, forkNames, forkPom, missing } from './fork.mjs';

const manifest = {
  dependencies: { '@cdktn/provider-x': '2.0.0', '@cdktn/provider-y': 'npm:@cdktf/provider-y@1.5.0', cdktn: '0.24.0', constructs: '10.7.2' },
};
const lock = {
  packages: {
    '': manifest,
    'node_modules/@cdktn/provider-x': { version: '2.0.0' },
    'node_modules/@cdktn/provider-y': { version: '1.5.0', name: '@cdktf/provider-y' },
    'node_modules/cdktn': { version: '0.24.0' },
    'node_modules/constructs': { version: '10.7.2' },
  },
};
const ours = { name: 'bindings', dependencies: { '@cdktf/provider-x': '1.0.0', cdktf: '0.21.0', constructs: '10.4.2', tool: '3.0.0' } };

test('replaces the packages of a source, and nothing else', () => {
  assert.equal(
    forkJava('import com.hashicorp.cdktf.App;\nimport com.hashicorp.cdktf.providers.x.queue.Queue;\n// to cdktf.out\n'),
    'import io.cdktn.cdktn.App;\nimport io.cdktn.providers.x.queue.Queue;\n// to cdktf.out\n',
  );
});

test("replaces the names in a provider's package", () => {
  assert.equal(
    forkNames('"base": "cdktf.TerraformResource", "name": "@cdktf/provider-x", "artifactId": "cdktf-provider-x", "groupId": "com.hashicorp"'),
    '"base": "cdktn.TerraformResource", "name": "@cdktn/provider-x", "artifactId": "cdktn-provider-x", "groupId": "io.cdktn"',
  );
});

test('gives a POM the coordinates and versions of the fork, and leaves folders as they are', () => {
  assert.equal(
    forkPom('<module>cdktf</module><groupId>com.hashicorp</groupId> <artifactId>cdktf-provider-y</artifactId>\n <version>1.0.0</version>', lock),
    '<module>cdktf</module><groupId>io.cdktn</groupId> <artifactId>cdktn-provider-y</artifactId>\n <version>1.5.0</version>',
  );
  assert.equal(forkPom('<cdktf.version>0.21.0</cdktf.version>', lock), '<cdktn.version>0.24.0</cdktn.version>');
  assert.equal(
    forkPom('<artifactId>cdktf</artifactId><version>${cdktf.version}</version>', lock),
    '<artifactId>cdktn</artifactId><version>${cdktn.version}</version>',
  );
});

test('keeps the tools in package.json and its lock, and takes the rest from the fork', () => {
  assert.deepEqual(forkManifest(ours, manifest), { name: 'bindings', dependencies: { tool: '3.0.0', ...manifest.dependencies } });
  const packages = { '': ours, 'node_modules/cdktf/node_modules/zip': {}, 'node_modules/cdktf': {}, 'node_modules/tool': { version: '3.0.0' } };
  assert.deepEqual(forkLock({ lockfileVersion: 3, packages }, lock), {
    lockfileVersion: 3,
    packages: { 'node_modules/tool': { version: '3.0.0' }, ...lock.packages, '': forkManifest(ours, manifest) },
  });
});

test('names what the fork lacks', () => {
  assert.deepEqual(missing(ours, manifest), []);
  assert.deepEqual(missing({ dependencies: { '@cdktf/provider-z': '1.0.0', ...ours.dependencies } }, manifest), ['@cdktn/provider-z']);
});

test("knows which packages are CDKTF's under another name", () => {
  assert.deepEqual(borrowed(manifest), ['@cdktn/provider-y']);
});
