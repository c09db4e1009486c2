// What the emulator takes beside Terraform and its provider: node src/benchmarks/emulator.mjs [resources]. They are applied, planned again and
// destroyed, as identities, network security groups and route tables in one group. Needs Terraform with azurerm 4.55.0, and Linux: processor time
// and memory are read from /proc.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const resources = Number(process.argv[2] ?? 1000);
const folder = join('target', 'emulator-benchmark');
const TICKS = 100;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const kinds = ['azurerm_user_assigned_identity', 'azurerm_network_security_group', 'azurerm_route_table'];
const resource = { azurerm_resource_group: { Group: { name: 'rg-benchmark', location: 'westeurope' } } };
for (let i = 1; i < resources; i++) {
  const kind = kinds[i % kinds.length];
  resource[kind] ??= {};
  resource[kind][`r${i}`] = {
    name: `benchmark-${i}`,
    location: '${azurerm_resource_group.Group.location}',
    resource_group_name: '${azurerm_resource_group.Group.name}',
  };
}
writeFileSync(
  join(folder, 'main.tf.json'),
  JSON.stringify({
    terraform: { required_providers: { azurerm: { source: 'hashicorp/azurerm', version: '4.55.0' } } },
    provider: { azurerm: [{ features: {} }] },
    resource,
  }),
);

const state = join(folder, 'azure.jsonl');
const emulator = (...options) => {
  const { status, stdout, stderr } = spawnSync('java', ['-jar', 'src/emulator/target/emulator.jar', ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
const terraform = (command, ...options) => [`-chdir=${folder}`, command, '-no-color', '-input=false', ...options];
check(spawnSync('terraform', terraform('init'), { encoding: 'utf8' }));
const variables = Object.fromEntries(emulator('start', '--state', state, '--format', 'env').trim().split('\n').map((line) => line.split(/=(.*)/s).slice(0, 2)));
try {
  const pid = JSON.parse(readFileSync(`${state}.running`, 'utf8')).pid;
  console.log(`${resources} resources\n\n| | wall | Terraform and azurerm, processor | emulator, processor | Terraform and azurerm, memory | emulator, memory |\n|---|---|---|---|---|---|`);
  for (const [name, ...options] of [['apply', '-auto-approve', '-parallelism=20'], ['plan', '-detailed-exitcode', '-parallelism=20'], ['destroy', '-auto-approve', '-parallelism=20']]) {
    const before = processor(pid);
    const { seconds, used, peak } = await run(terraform(name, ...options), variables);
    const own = processor(pid) - before;
    console.log(`| ${name} | ${seconds.toFixed(1)} s | ${used.toFixed(1)} s | ${own.toFixed(1)} s | ${Math.round(peak)} MiB | ${Math.round(high(pid))} MiB |`);
  }
} finally {
  emulator('stop', '--state', state);
}

/** Wall and processor time of a command with all that it starts, and the highest sum of their memory. */
async function run(options, env) {
  const started = performance.now();
  const child = spawn('terraform', options, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const seen = new Map();
  let peak = 0;
  const sampler = setInterval(() => {
    const tree = below(child.pid);
    for (const pid of tree) seen.set(pid, processor(pid) || seen.get(pid) || 0);
    peak = Math.max(peak, tree.map(resident).reduce((sum, each) => sum + each, 0));
  }, 50);
  const status = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(sampler);
  check({ status, stderr: said });
  return { seconds: (performance.now() - started) / 1000, used: [...seen.values()].reduce((sum, each) => sum + each, 0), peak };
}

function below(pid) {
  try {
    return [pid, ...readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean).flatMap(below))];
  } catch {
    return [];
  }
}

/** Seconds of a process so far, 0 for one that is over. */
function processor(pid) {
  try {
    // What comes after the name, which may have blanks, begins with the third field; times are the 14th and the 15th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}

function resident(pid) {
  return status(pid, 'VmRSS');
}

function high(pid) {
  return status(pid, 'VmHWM');
}

/** MiB. */
function status(pid, field) {
  try {
    return Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function check({ status, stderr }) {
  if (status !== 0) throw new Error(stderr);
}
