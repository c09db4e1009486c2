// Measures synthesis: node src/benchmarks/synth.mjs [runs] [cases]
//
// The cases below by their letters, `ajce` for a comparison with JavaScript that needs no long preparation; then copies of
// the landing zone in one app, in Java and JavaScript, and 1,000 pipelines. The programs take turns, so that what else the machine
// does meets all of them. Memory is the sum of the proportional sets of the process tree (Linux only).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertSame, readStacks, writeModule } from './javascript.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(root);
const runs = Number(process.argv[2] ?? 5);
const letters = process.argv[3] ?? 'ajbvced';
const target = join('src', 'benchmarks', 'target');
const app = join('stacks', 'target', 'app');
const scratch = mkdtempSync(join(tmpdir(), 'terralake-benchmark-'));
const env = {
  ...process.env,
  CHECKPOINT_DISABLE: '1',
  CDKTF_OUTDIR: join(scratch, 'out'),
  JSII_RUNTIME: 'exec node --min-semi-space-size=16 stacks/kernel.cjs',
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
};
/** Those of app.mjs. */
const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:NewSize=8m', '-Xlog:disable'];

mkdirSync(target, { recursive: true });
check('node', ['stacks/app.mjs']);
const stacks = readStacks(env.CDKTF_OUTDIR);
writeModule(stacks, join(target, 'stacks.cjs'));
check(...javascript('platform'));
assertSame(stacks, readStacks(env.CDKTF_OUTDIR));
if (/[ced]/.test(letters)) {
  check('npm', ['install', '--prefix', target, '--no-save', '--no-audit', '--no-fund', 'cdktf-cli@0.21.0']);
}

const cases = {
  a: ['node stacks/app.mjs', () => ['node', ['stacks/app.mjs']]],
  j: ['the same resources in JavaScript', () => javascript('platform')],
  b: ['the full azurerm bindings, plain `java`', () => ['env', ['-u', 'JSII_RUNTIME', 'java', ...main(fullBindings())]]],
  v: ['the full azurerm bindings, our JVM options', () => tuned(main(fullBindings()))],
  c: ['cdktf synth, our app command', () => cdktf('node stacks/app.mjs')],
  e: ['cdktf synth, an empty JavaScript app', () => cdktf('node src/benchmarks/empty.cjs')],
  d: ["cdktf synth, the Java template's command", () => cdktf(template())],
};
const chosen = Object.entries(cases).filter(([letter]) => letters.includes(letter));
const commands = chosen.map(([letter, [, command]]) => [letter, command()]);
const results = Object.fromEntries(chosen.map(([letter]) => [letter, []]));
for (let run = 0; run <= runs; run++) {
  for (const [letter, command] of commands) {
    const result = await measure(command);
    if (run > 0) results[letter].push(result); // the first round fills caches
  }
}
console.log(`\n${runs} runs, Node.js ${process.versions.node}\n\n| program | fastest | median | peak memory |\n|---|---|---|---|`);
for (const [letter, [name]] of chosen) {
  const [fastest, middle] = [0, 0.5].map((at) => quantile(results[letter], 'seconds', at).toFixed(2));
  console.log(`| ${letter}: ${name} | ${fastest} s | ${middle} s | ${quantile(results[letter], 'mebibytes', 0.5).toFixed(0)} MiB |`);
}
ratio('a', 'j');
ratio('c', 'e');
ratio('a', 'b');
ratio('a', 'v');
ratio('c', 'd');

console.log('\n| copies of the landing zone | Java | per copy | JavaScript | ratio |\n|---|---|---|---|---|');
const copies = [...flags, '-cp', classpath(), join('src', 'benchmarks', 'Copies.java')];
for (const count of [1, 10, 100]) {
  const times = Array.from({ length: 3 }, () => [
    Number(check('java', [...copies, String(count), join(scratch, 'copies')]).stdout),
    Number(check(...javascript('copies', String(count), join(scratch, 'copies'))).stdout),
  ]);
  const [java, js] = [0, 1].map((index) => Math.min(...times.map((time) => time[index])));
  const perCopy = ((java / count) * 1000).toFixed(0);
  console.log(`| ${count} | ${java.toFixed(2)} s | ${perCopy} ms | ${js.toFixed(2)} s | ${(java / js).toFixed(2)} |`);
}

console.log('\n1,000 pipelines of 20 activities each:');
const pipelines = [...copies.slice(0, -1), join('src', 'benchmarks', 'Pipelines.java')];
console.log(check('java', [...pipelines, '1000', join(scratch, 'pipelines')]).stdout);
rmSync(scratch, { recursive: true });

function javascript(program, ...options) {
  return ['node', [join('src', 'benchmarks', `${program}.cjs`), ...options]];
}

/** The app command of CDKTF's template for Java; Maven looks for the other modules in its repository. */
function template() {
  check('mvn', ['-B', '-q', '-ntp', 'install', '-DskipTests', '-Dspotless.check.skip']);
  return 'env -u JSII_RUNTIME mvn -e -q -pl stacks compile org.codehaus.mojo:exec-maven-plugin:3.6.4:java -Dexec.mainClass=io.terralake.stacks.Main -Dexec.workingdir=.';
}

/** Runs the program as app.mjs does. */
function tuned(program) {
  const archive = join(scratch, 'classes.jsa');
  check('java', [...flags, `-XX:ArchiveClassesAtExit=${archive}`, ...program]);
  return ['java', [...flags, `-XX:SharedArchiveFile=${archive}`, ...program]];
}

function main(azurerm) {
  return ['-cp', classpath(azurerm), 'io.terralake.stacks.Main'];
}

function cdktf(command) {
  return [join(target, 'node_modules', '.bin', 'cdktf'), ['synth', '--app', command, '--output', join(scratch, 'cdktf.out')]];
}

function classpath(azurerm) {
  return readdirSync(app)
    .filter((name) => name.endsWith('.jar'))
    .sort()
    .map((name) => (azurerm && name.startsWith('cdktf-provider-azurerm') ? azurerm : join(app, name)))
    .join(delimiter);
}

/** The jar of the whole azurerm package, generated and compiled once; takes minutes. */
function fullBindings() {
  const module = join(root, target, 'azurerm');
  const jar = join(module, 'azurerm.jar');
  if (!existsSync(jar)) {
    console.log('building the full azurerm bindings, once');
    mkdirSync(module, { recursive: true });
    const { dependencies } = JSON.parse(readFileSync('src/bindings/package.json', 'utf8'));
    const name = '@cdktf/provider-azurerm';
    check('node', ['src/bindings/generator/generate.mjs', name, module, dependencies[name]]);
    const generated = join(module, 'target', 'generated');
    const classes = join(module, 'classes');
    const list = join(module, 'sources.txt');
    writeFileSync(list, javaFiles(join(generated, 'java')).join('\n'));
    check('javac', ['-J-Xmx4g', '-nowarn', '-Xlint:none', '-proc:none', '-cp', classpath(), '-d', classes, `@${list}`]);
    check('jar', ['--create', '--file', jar, '-C', classes, '.', '-C', join(generated, 'resources'), '.']);
  }
  return jar;
}

function javaFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? javaFiles(path) : path.endsWith('.java') ? [path] : [];
  });
}

function check(command, options) {
  const result = spawnSync(command, options, { env, encoding: 'utf8', maxBuffer: 1 << 30 });
  if (result.status !== 0) throw new Error(`${command} ${options.join(' ').slice(0, 200)}\n${result.stdout}${result.stderr}`);
  return result;
}

async function measure([command, options]) {
  const started = performance.now();
  const child = spawn(command, options, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk) => (complaints += chunk));
  let peak = 0;
  const sampler = setInterval(() => (peak = Math.max(peak, memory(child.pid))), 25);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(sampler);
  if (code !== 0) throw new Error(`${command} ${options.join(' ').slice(0, 200)} ended with ${code}\n${complaints}`);
  return { seconds: (performance.now() - started) / 1000, mebibytes: peak };
}

/** MiB of a process and all below it; memory that they share counts once. */
function memory(pid) {
  try {
    const own = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
    );
    return Number(own?.[1] ?? 0) / 1024 + children.reduce((sum, child) => sum + memory(child), 0);
  } catch {
    return 0; // ended while we looked
  }
}

function quantile(measured, key, at) {
  const sorted = measured.map((result) => result[key]).sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length * at)];
}

function ratio(one, other) {
  if (!results[one] || !results[other]) return;
  const of = (key, at) => (quantile(results[one], key, at) / quantile(results[other], key, at)).toFixed(2);
  console.log(`\n${one}/${other}: ${of('seconds', 0)} of the fastest time, ${of('seconds', 0.5)} of the median, ${of('mebibytes', 0.5)} of the memory`);
}
