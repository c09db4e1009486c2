// Measures synthesis: node src/benchmarks/synth.mjs [runs]
//
// (a) our program with the trimmed bindings, (b) the same with the full azurerm bindings, (c) `cdktf synth` with our
// app command, (d) the same with the app command of CDKTF's Java template; then copies of the landing zone in one app,
// and 1,000 pipelines.
// Run it on a quiet machine. Memory is the sum of the proportional sets of the process tree (Linux only).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(root);
const runs = Number(process.argv[2] ?? 5);
const target = join('src', 'benchmarks', 'target');
const app = join('stacks', 'target', 'app');
const scratch = mkdtempSync(join(tmpdir(), 'terralake-benchmark-'));
const env = {
  ...process.env,
  CHECKPOINT_DISABLE: '1',
  CDKTF_OUTDIR: join(scratch, 'out'),
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
};

mkdirSync(target, { recursive: true });
check('node', ['stacks/app.mjs']);
const full = fullBindings();
check('npm', ['install', '--prefix', target, '--no-save', '--no-audit', '--no-fund', 'cdktf-cli@0.21.0']);
check('mvn', ['-B', '-q', '-ntp', 'install', '-DskipTests', '-Dspotless.check.skip']);

const cases = {
  'a  trimmed bindings': tuned(classpath()),
  'b  full azurerm bindings': ['java', ['-cp', classpath(full), 'io.terralake.stacks.Main']],
  "b' full azurerm bindings, our JVM options": tuned(classpath(full)),
  'c  cdktf synth, our app command': cdktf('node stacks/app.mjs'),
  'd  cdktf synth, mvn compile exec:java': cdktf(
    'mvn -e -q -pl stacks compile org.codehaus.mojo:exec-maven-plugin:3.6.4:java -Dexec.mainClass=io.terralake.stacks.Main -Dexec.workingdir=.',
  ),
};
const results = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let run = 0; run <= runs; run++) {
  for (const [name, command] of Object.entries(cases)) {
    const result = await measure(command);
    if (run > 0) results[name].push(result); // the first round fills caches
  }
}
console.log(`\nmedians of ${runs} runs, Node.js ${process.versions.node}\n\n| program | wall | peak memory |\n|---|---|---|`);
for (const [name, measured] of Object.entries(results)) {
  console.log(`| ${name} | ${(median(measured, 'seconds')).toFixed(2)} s | ${median(measured, 'mebibytes').toFixed(0)} MiB |`);
}
ratio('a/b', 'a ', 'b ');
ratio("a/b'", 'a ', "b'");
ratio('c/d', 'c ', 'd ');

console.log('\n| copies of the landing zone | constructs and synth | per copy |\n|---|---|---|');
const copies = ['-cp', classpath(), join('src', 'benchmarks', 'Copies.java')];
for (const count of [1, 10, 100]) {
  const program = spawnSync('java', ['-Xlog:disable', ...copies, String(count), join(scratch, 'copies')], { env, encoding: 'utf8' });
  if (program.status !== 0) throw new Error(program.stderr);
  const seconds = Number(program.stdout);
  console.log(`| ${count} | ${seconds.toFixed(2)} s | ${((seconds / count) * 1000).toFixed(0)} ms |`);
}

console.log('\n1,000 pipelines of 20 activities each:');
const pipelines = [...copies.slice(0, 2), join('src', 'benchmarks', 'Pipelines.java')];
console.log(check('java', ['-Xlog:disable', ...pipelines, '1000', join(scratch, 'pipelines')]).stdout);
rmSync(scratch, { recursive: true });

/** Runs the program as app.mjs does. */
function tuned(cp) {
  const archive = join(scratch, `${cp.length}.jsa`);
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-XX:NewSize=8m', '-Xlog:disable'];
  const main = ['-cp', cp, 'io.terralake.stacks.Main'];
  check('java', [...flags, `-XX:ArchiveClassesAtExit=${archive}`, ...main]);
  return ['java', [...flags, `-XX:SharedArchiveFile=${archive}`, ...main]];
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

function median(measured, key) {
  const sorted = measured.map((result) => result[key]).sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)];
}

function ratio(label, one, other) {
  const of = (letter) => results[Object.keys(cases).find((name) => name.startsWith(letter))];
  const times = median(of(one), 'seconds') / median(of(other), 'seconds');
  const memory = median(of(one), 'mebibytes') / median(of(other), 'mebibytes');
  console.log(`\n${label}: ${times.toFixed(2)} of the time, ${memory.toFixed(2)} of the memory`);
}
