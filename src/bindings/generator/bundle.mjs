// Copies an npm package with its JavaScript in one file: a synth starts with loading it, and CDKTF's code alone is 380 files.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What CDKTF needs for assets and for Terraform's version only: more than half of its code. */
const SELDOM = ['archiver', 'semver'];

/** Writes to `target` the package in `source` with what it brings along bundled; same name, version and classes. */
export async function bundlePackage(source, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of ['.jsii', 'README.md']) {
    cpSync(join(source, file), join(target, file));
  }
  const { bundledDependencies, dependencies, ...manifest } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  writeFileSync(join(target, 'package.json'), JSON.stringify(manifest));
  await build({
    entryPoints: [join(source, manifest.main)],
    outfile: join(target, manifest.main),
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: Object.keys(manifest.peerDependencies),
    minifyWhitespace: true,
    plugins: [{ name: 'seldom', setup: ({ onLoad }) => onLoad({ filter: /\.js$/ }, loadSeldom) }],
  });
  writeFileSync(join(target, manifest.types), '');
}

/** Moves `const x = require("x")` to where x is used. */
function loadSeldom({ path }) {
  const code = readFileSync(path, 'utf8');
  const contents = SELDOM.reduce((text, name) => {
    const declaration = `const ${name} = require("${name}");`;
    const use = new RegExp(`(?<![\\w."'])${name}(?=[.(])`, 'g');
    return text.includes(declaration) ? text.replace(declaration, '').replace(use, `require("${name}")`) : text;
  }, code);
  return { contents };
}
