// What the tests of the Python parts share: node --test stacks/model-events/test/*.test.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
export const product = dirname(here);
// Elsewhere than beside the sources, where a new file lets the app be built anew.
const bytecode = { PYTHONPYCACHEPREFIX: join(dirname(product), 'target', 'pycache') };

/** Runs a program without a shell. */
export function run(program, parameters, options = {}) {
  const env = { ...process.env, ...bytecode, ...options.env };
  return spawnSync(program, parameters, { encoding: 'utf8', ...options, env });
}

/** The interpreter itself: what stands on the path may be a script that looks for it, which takes longer than what it runs. */
export const python = run('python3', ['-c', 'import sys; print(sys.executable)']).stdout?.trim() || 'python3';

/** Why there is no Python here of that version or a newer one that can run the double, else undefined. */
export function missing(minor) {
  if (process.platform === 'win32') return 'skipped on Windows: the Azure CLI is doubled by a script';
  const { status } = run(python, ['-c', `import sys; sys.exit(sys.version_info < (3, ${minor}))`]);
  return status === 0 ? undefined : `skipped: there is no Python 3.${minor} or newer (python3)`;
}

/** A workspace of Azure ML without anything in it, as the double az plays it. */
export function workspace(env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'terralake-az-'));
  after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'state.json');
  const set = (state) => writeFileSync(file, JSON.stringify(state));
  set({ jobs: {}, models: {}, endpoints: {}, answers: {}, calls: [] });
  const script = (name, parameters) => {
    const where = ['--resource-group', 'rg', '--workspace-name', 'mlw'];
    const path = [here, dirname(python), process.env.PATH].join(delimiter);
    return run(python, [join(product, 'rollout', `${name}.py`), ...where, ...parameters], { env: { ...env, PATH: path, AZ_STATE: file } });
  };
  return {
    state: () => JSON.parse(readFileSync(file, 'utf8')),
    change: (how) => {
      const state = JSON.parse(readFileSync(file, 'utf8'));
      how(state);
      set(state);
    },
    /** A job of a run, which left these files. */
    job(name, files, job = {}) {
      const outputs = mkdtempSync(join(folder, 'outputs-'));
      for (const [path, content] of Object.entries(files)) writeFileSync(join(outputs, path), content);
      this.change((state) => (state.jobs[name] = { experiment_name: 'iris', status: 'Completed', folder: outputs, ...job }));
    },
    submit: (parameters) => script('submit', ['--experiment', 'iris', '--commit', 'abc', ...parameters]),
    /** Fetches what a run has trained. */
    fetch: (name, parameters = []) => script('candidate', ['--run', name, '--experiment', 'iris', '--output', join(folder, name), ...parameters]),
    /** Rolls out what was fetched. */
    rollOut: (name, parameters = []) => script('rollout', ['--candidate', join(folder, name), '--endpoint', 'flowers', '--pause', '0', ...parameters]),
    path: (...names) => join(folder, ...names),
  };
}
