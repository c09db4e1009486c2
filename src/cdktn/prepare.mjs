// Lays the project out in target/project as it would be on CDKTF's fork: node prepare.mjs
//
// The sources are ours as they are, with names replaced; nothing outside target is written.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { borrowed, forkJava, forkLock, forkManifest, forkNames, forkPom, missing } from './fork.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const project = dirname(dirname(here));
const copy = join(here, 'target', 'project');
const bindings = join('src', 'bindings');
const [manifest, lock] = ['package.json', 'package-lock.json'].map((name) => readJson(join(here, name)));

const files = new Map([join(project, 'pom.xml'), ...below(join(project, 'src')), ...below(join(project, 'stacks'))].map(forked));
const ours = readJson(join(project, bindings, 'package.json'));
const absent = missing(ours, manifest);
if (absent.length > 0) {
  console.error(`cdktn: src/cdktn/package.json lacks ${absent.join(', ')}, which src/bindings/package.json has for CDKTF`);
  process.exit(1);
}
files.set(join(bindings, 'package.json'), json(forkManifest(ours, manifest)));
files.set(join(bindings, 'package-lock.json'), json(forkLock(readJson(join(project, bindings, 'package-lock.json')), lock)));
files.set(join(bindings, '.npmrc'), readFileSync(join(here, '.npmrc')));

for (const path of below(copy).filter((path) => !files.has(relative(copy, path)))) {
  rmSync(path);
}
files.forEach((content, path) => write(join(copy, path), Buffer.from(content)));

run(join(copy, bindings, 'generator', 'install.mjs'));
for (const name of borrowed(manifest)) {
  console.log(`cdktn: the fork has no ${name} here; ${manifest.dependencies[name].slice('npm:'.length)} takes its place, names replaced`);
  below(join(copy, bindings, 'node_modules', name))
    .filter((path) => /(\.jsii|package\.json|\.js)$/.test(path))
    .forEach((path) => write(path, Buffer.from(forkNames(readFileSync(path, 'utf8')))));
}

function forked(path) {
  const text = () => readFileSync(path, 'utf8');
  const content = path.endsWith('.java') ? forkJava(text()) : basename(path) === 'pom.xml' ? forkPom(text(), lock) : readFileSync(path);
  return [relative(project, path), content];
}

/** The files below a folder, but for what builds and this module have there. */
function below(folder) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ['target', 'node_modules'].includes(entry.name) || path === here ? [] : below(path);
    }
    return [path];
  });
}

function write(path, content) {
  if (!existsSync(path) || !readFileSync(path).equals(content)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

function run(script) {
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(1);
  }
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}
