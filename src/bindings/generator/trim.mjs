// Copies a provider's npm package without the submodules that nobody asked for.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { transformSync } from 'esbuild';

/** Writes to `target` the package in `source` reduced to `submodules`; same name, version and classes. */
export function trimPackage(source, assembly, submodules, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(join(target, 'lib'), { recursive: true });
  for (const file of ['package.json', 'LICENSE', 'README.md']) {
    cpSync(join(source, file), join(target, file));
  }

  const folders = new Map(submodules.map((name) => [name, folderOf(assembly, name)]));
  for (const folder of folders.values()) {
    copyCode(join(source, 'lib', folder), join(target, 'lib', folder));
  }
  const getters = [...folders].map(
    ([name, folder]) =>
      `Object.defineProperty(exports, '${name}', { enumerable: true, get: () => require('./${folder}') });\n`,
  );
  // Getters load a submodule when it is first used: most programs use few.
  writeFileSync(join(target, 'lib', 'index.js'), `'use strict';\n${getters.join('')}`);
  writeFileSync(join(target, 'lib', 'index.d.ts'), '');
  writeFileSync(join(target, '.jsii'), JSON.stringify(trimAssembly(assembly, submodules)));
}

function trimAssembly(assembly, submodules) {
  const kept = new Set(submodules.map((name) => `${assembly.name}.${name}`));
  const only = (record, submoduleOf) =>
    Object.fromEntries(Object.entries(record).filter(([fqn, value]) => kept.has(submoduleOf(fqn, value))));
  return {
    ...assembly,
    submodules: only(assembly.submodules, (fqn) => fqn),
    types: only(assembly.types, (fqn, type) => `${assembly.name}.${type.namespace}`),
  };
}

function folderOf(assembly, submodule) {
  return basename(dirname(assembly.submodules[`${assembly.name}.${submodule}`].symbolId.replace(/:$/, '')));
}

/** Copies the JavaScript of a folder without inlined source maps, comments and blanks, which are three quarters of it. */
function copyCode(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      copyCode(source, target);
    } else if (entry.name.endsWith('.js')) {
      writeFileSync(target, transformSync(readFileSync(source, 'utf8'), { minifyWhitespace: true }).code);
    } else if (!existsSync(target)) {
      cpSync(source, target);
    }
  }
}
