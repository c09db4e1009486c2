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

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

// Only this script writes here: a build by hand, of other sources perhaps, never becomes what is run.
const app = join('stacks', 'target', 'app');
const stamp = join(app, 'sources.sha256');
const archive = join(app, 'classes.jsa');
const windows = process.platform === 'win32';

const sources = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  await build();
  writeFileSync(stamp, sources);
}
process.exit(run());

/** A hash of everything that the build reads. Tests, benchmarks, settings, SQL scripts, notebooks, Python and workflows' scripts are not part of it. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync('pom.xml'));
  const skipped = new Set(['target', 'node_modules', 'test', 'benchmarks', 'environments', 'sql', 'notebooks', 'delivery', 'training', 'rollout']);
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isFile()) {
        hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
      } else if (entry.isDirectory() && !skipped.has(entry.name)) {
        visit(path);
      }
    }
  };
  ['src', 'stacks'].forEach(visit);
  return hash.digest('hex');
}

/** Runs Maven and says what it is at; its errors are shown when it fails. */
async function build() {
  rmSync(app, { recursive: true, force: true });
  console.log('Building the stacks; the first time this takes a few minutes.');
  const options = ['-B', '-ntp', '-Dmaven.test.skip', '-DskipTests', '-Dspotless.check.skip', '-Papp', '-pl', 'stacks', '-am'];
  // Clean, because Maven judges by dates whether classes are current; the bindings are exempt and judge by content.
  const maven = spawn('mvn', ['clean', 'package', ...options], { stdio: ['ignore', 'pipe', 'pipe'], shell: windows });
  const started = Date.now();
  let log = '';
  let rest = '';
  const follow = (chunk) => {
    log += chunk;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const step of lines.map(progress).filter(Boolean)) {
      console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${step}`);
    }
  };
  maven.stdout.on('data', follow);
  maven.stderr.on('data', follow);
  const result = await new Promise((resolve) => {
    maven.on('error', (error) => resolve(`Maven cannot be started (${error.message}): is mvn on the PATH?`));
    maven.on('close', resolve);
  });
  if (result !== 0) {
    console.error(typeof result === 'string' ? result : errors(log));
    process.exit(1);
  }
}

/** What a line of Maven's log tells somebody who waits: a module begins, a download, a generator at work. */
function progress(line) {
  const [, module] = /^\[INFO\] Building (?!jar)(.+?) \S+\s+\[\d+\/\d+\]/.exec(line) ?? [];
  return module ?? (/^(generating|downloading) /.test(line) ? `  ${line.trim()}` : undefined);
}

/** The errors of a Maven log, without the advice that follows each of them; where a binding is missing, with ours. */
function errors(log) {
  const advice = /Re-run Maven|For more information|\[Help \d\]|To see the full|After correcting|mvn <args>|Command execution failed|^\[ERROR\] *$/;
  const lines = log.split('\n').filter((line) => /^(\[ERROR\]|bindings:)/.test(line) && !advice.test(line));
  const missing = [...log.matchAll(/package com\.hashicorp\.cdktf\.providers\.(\w+)\.(\w+) does not exist/g)].map(
    ([, provider, type]) => {
      const name = type.startsWith('data_') ? type.replace('data_', 'data.') : `${provider}_${type}`;
      return `Is ${name} missing in src/bindings/${provider}/types.txt?`;
    },
  );
  return lines.length > 0 ? [...new Set([...lines, ...missing])].join('\n') : log;
}

function run() {
  const home = process.env.JAVA_HOME;
  const classpath = readdirSync(app).filter((name) => name.endsWith('.jar')).sort();
  const options = [
    // A synth lives for a second: a quick start beats quick code.
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-XX:NewSize=8m',
    // The first run leaves an archive of loaded classes, the others start from it.
    `-XX:${existsSync(archive) ? 'SharedArchiveFile' : 'ArchiveClassesAtExit'}=${archive}`,
    '-Xlog:disable',
    '-cp',
    classpath.map((name) => join(app, name)).join(delimiter),
  ];
  const java = spawnSync(home ? join(home, 'bin', 'java') : 'java', [...options, 'io.terralake.stacks.Main'], {
    stdio: 'inherit',
    env: { ...process.env, ...jsii() },
  });
  if (java.error) {
    console.error(`Java cannot be started (${java.error.message}): is a JDK 17 on the PATH or in JAVA_HOME?`);
  }
  return java.status ?? 1;
}

/** Settings of jsii's Node.js process: without its start script, room for what a synth makes, no warnings about its release, compiled code kept. */
function jsii() {
  return {
    JSII_RUNTIME: `${windows ? '' : 'exec '}node --min-semi-space-size=16 stacks/kernel.cjs`,
    JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: '1',
    JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: process.versions.node.split('.')[0],
    JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
    NODE_COMPILE_CACHE: join(process.cwd(), app, 'node'),
  };
}
