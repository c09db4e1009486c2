// Generates the Java sources of one binding module: node generate.mjs <npm package> <module folder> <version>
//
// Runs in the module's `generate-sources` phase. It does nothing when neither the list of types, nor the npm
// versions, nor the generator changed since the last run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bundlePackage } from './bundle.mjs';
import { BINDINGS, fail, sha256 } from './common.mjs';
import { writeResourceTypes } from './literals.mjs';
import { select } from './types.mjs';
import { trimPackage } from './trim.mjs';

const [packageName, module, version] = process.argv.slice(2);
const source = join(BINDINGS, 'node_modules', ...packageName.split('/'));
const target = join(module, 'target');
const typesFile = join(module, 'types.txt');
const types = existsSync(typesFile) ? readFileSync(typesFile, 'utf8') : '';

const fingerprint = fingerprintOf(types);
const stamp = join(target, 'bindings.sha256');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint) {
  await generate();
  writeFileSync(stamp, fingerprint);
}

function fingerprintOf(list) {
  const generator = join(BINDINGS, 'generator');
  const scripts = readdirSync(generator)
    .filter((name) => name.endsWith('.mjs'))
    .sort()
    .map((name) => readFileSync(join(generator, name)));
  return sha256(packageName, version, list, readFileSync(join(BINDINGS, 'package-lock.json')), ...scripts);
}

async function generate() {
  const { version: locked, bundledDependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  if (locked !== version) {
    fail(`pom.xml says ${packageName} ${version}, package-lock.json says ${locked}: they must be the same`);
  }
  // Classes and jar of the list before would survive in part: javac removes nothing.
  for (const stale of ['bindings.sha256', 'classes', 'generated', 'package', 'maven-status']) {
    rmSync(join(target, stale), { recursive: true, force: true });
  }
  mkdirSync(target, { recursive: true });
  const copy = join(target, 'package');
  if (types !== '') {
    trim(copy);
  } else if (bundledDependencies) {
    await bundlePackage(source, copy);
  }
  pacmak(existsSync(copy) ? copy : source);
}

function trim(copy) {
  const assembly = JSON.parse(readFileSync(join(source, '.jsii'), 'utf8'));
  const { submodules, problems } = select(types, relative(BINDINGS, typesFile), assembly);
  if (problems.length > 0) {
    fail(problems.join('\nbindings: '));
  }
  trimPackage(source, assembly, ['provider', ...submodules], copy);
  console.log(`generating Java for ${submodules.length} types of ${packageName} ${version}`);
}

function pacmak(packageFolder) {
  const out = join(target, 'jsii');
  const command = join(BINDINGS, 'node_modules', 'jsii-pacmak', 'bin', 'jsii-pacmak');
  const options = ['--targets=java', '--code-only', '--no-npmignore', '--rosetta-unknown-snippets=verbatim'];
  const run = spawnSync(process.execPath, [command, ...options, `--outdir=${out}`, packageFolder], {
    encoding: 'utf8',
    env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20,22,24', npm_config_ignore_scripts: 'true' },
  });
  if (run.status !== 0) {
    fail(`jsii-pacmak failed for ${packageName}:\n${run.stdout}${run.stderr}`);
  }
  renameSync(join(out, 'java', 'src', 'main'), join(target, 'generated'));
  writeResourceTypes(join(packageFolder, 'lib'), join(target, 'generated', 'java'));
  for (const spent of [out, join(target, 'package')]) {
    rmSync(spent, { recursive: true, force: true });
  }
}
