// Tests that every type in a types.txt has a use: node --test src/bindings/generator/test/used.test.mjs
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { BINDINGS } from '../common.mjs';
import { parseTypes } from '../types.mjs';

const PROJECT = dirname(dirname(BINDINGS));

test('every type that is generated is imported by some source', () => {
  assert.deepEqual(unused([join(PROJECT, 'src'), join(PROJECT, 'stacks')], BINDINGS), []);
});

test('names the types that nothing imports', (context) => {
  const root = mkdtempSync(join(tmpdir(), 'terralake-types-'));
  context.after(() => rmSync(root, { recursive: true }));
  write(join(root, 'bindings', 'x', 'types.txt'), 'x_queue\nx_queue_rule # a comment\ndata.x_client_config\ndata.x_queue\n');
  write(join(root, 'java', 'A.java'), 'import com.hashicorp.cdktf.providers.x.queue.Queue;\n');
  write(join(root, 'java', 'b', 'B.java'), 'import com.hashicorp.cdktf.providers.x.data_x_client_config.DataXClientConfig;\n');
  write(join(root, 'java', 'target', 'C.java'), 'import com.hashicorp.cdktf.providers.x.queue_rule.QueueRule;\n');
  assert.deepEqual(unused([join(root, 'java')], join(root, 'bindings')), [
    `${join('x', 'types.txt')}:2: no source imports x_queue_rule`,
    `${join('x', 'types.txt')}:4: no source imports data.x_queue`,
  ]);
});

/** A line for each type in the lists below `bindings` whose Java package no source in `folders` imports from. */
function unused(folders, bindings) {
  const imported = new Set(folders.flatMap(sources).flatMap(imports));
  return files(bindings, (name) => name === 'types.txt').flatMap((list) => {
    const provider = relative(bindings, dirname(list));
    return parseTypes(readFileSync(list, 'utf8'), list)
      .entries.filter(({ type }) => !imported.has(packageOf(provider, type)))
      .map(({ type, line }) => `${relative(bindings, list)}:${line}: no source imports ${type}`);
  });
}

function packageOf(provider, type) {
  return `${provider}.${type.startsWith('data.') ? type.replace('data.', 'data_') : type.slice(provider.length + 1)}`;
}

function imports(source) {
  return [...readFileSync(source, 'utf8').matchAll(/\bcom\.hashicorp\.cdktf\.providers\.(\w+\.\w+)/g)].map(
    ([, name]) => name,
  );
}

function sources(folder) {
  return files(folder, (name) => name.endsWith('.java'));
}

function files(folder, wanted) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ['target', 'node_modules'].includes(entry.name) ? [] : files(path, wanted);
    }
    return wanted(entry.name) ? [path] : [];
  });
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
