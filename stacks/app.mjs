// The app command of cdktf.json: builds the stacks when a source changed, then runs them.
//
// Maven takes seconds even when there is nothing to do, so a fingerprint of the sources decides whether it is
// asked. Progress of a build goes to standard output, which the CDKTF CLI shows as it comes; standard error, which it
// shows as an error, stays empty on a normal run.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'stacks', 'target');
const stamp = join(target, 'app.sha256');
const dependencies = join(target, 'app.dependencies');
const onWindows = process.platform === 'win32';

process.chdir(root);
const current = fingerprint();
if (!isBuilt(current)) {
  await build();
  writeFileSync(stamp, current);
}
process.exit(run());

/** A hash of everything that the build reads. Test sources are not part of it. */
function fingerprint() {
  const hash = createHash('sha256').update(javaHome() ?? '');
  const skipped = new Set(['target', 'node_modules', 'test', 'environments']);
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = join(path, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name)) {
        visit(child);
      } else if (entry.isFile()) {
        hash.update(`${child}\0`).update(readFileSync(child)).update('\0');
      }
    }
  };
  hash.update(readFileSync('pom.xml'));
  ['src', 'stacks'].forEach(visit);
  return hash.digest('hex');
}

function isBuilt(expected) {
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === expected &&
    classpath().split(delimiter).every(existsSync)
  );
}

/** Runs Maven and says what it is at; its own output is shown when it fails. */
async function build() {
  rmSync(stamp, { force: true });
  console.log('Building the stacks; the first time this takes a few minutes.');
  const maven = spawn(
    'mvn',
    ['-B', '-ntp', 'package', '-pl', 'stacks', '-am', '-DskipTests', '-Dspotless.check.skip', '-Pclasspath'],
    { stdio: ['ignore', 'pipe', 'pipe'], shell: onWindows },
  );
  let log = '';
  const started = Date.now();
  const follow = (chunk) => {
    log += chunk;
    for (const line of String(chunk).split('\n')) {
      const [, module] = /^\[INFO\] Building (?!jar)(.+?) \S+\s+\[\d+\/\d+\]/.exec(line) ?? [];
      const progress = module ?? (/^(generating|downloading) /.test(line) ? `  ${line}` : undefined);
      if (progress) {
        console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${progress}`);
      }
    }
  };
  maven.stdout.on('data', follow);
  maven.stderr.on('data', follow);
  const code = await new Promise((resolve) => {
    maven.on('error', (error) => resolve(`Maven cannot be started (${error.message}); is mvn on the PATH?`));
    maven.on('close', resolve);
  });
  if (code !== 0) {
    console.error(typeof code === 'string' ? code : relevant(log));
    process.exit(1);
  }
}

/** The errors of a Maven log, without the advice that follows each of them. */
function relevant(log) {
  const noise = /Re-run Maven|For more information|\[Help \d\]|To see the full stack trace|After correcting|mvn <args>|^\[ERROR\] *$/;
  const lines = log.split('\n').filter((line) => /^(\[ERROR\]|bindings:|Error:)/.test(line) && !noise.test(line));
  return lines.length > 0 ? [...new Set(lines)].join('\n') : log;
}

function classpath() {
  return [join(target, 'classes'), ...readFileSync(dependencies, 'utf8').trim().split(delimiter)].join(delimiter);
}

function run() {
  const java = javaHome() ? join(javaHome(), 'bin', 'java') : 'java';
  const options = [
    // A synth lives for a second: quick to start beats quick in the long run.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-Xshare:auto',
  ];
  const program = spawnSync(
    java,
    [...options, '-cp', classpath(), 'io.terralake.stacks.Main'],
    { stdio: 'inherit', env: { ...process.env, ...quietJsii() } },
  );
  if (program.error) {
    console.error(`Java cannot be started (${program.error.message}); is a JDK 17 on the PATH or in JAVA_HOME?`);
  }
  return program.status ?? 1;
}

/** jsii warns at length about Node.js releases that it was not tested with. */
function quietJsii() {
  return {
    JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: '1',
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
    JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
  };
}

function javaHome() {
  return process.env.JAVA_HOME;
}
