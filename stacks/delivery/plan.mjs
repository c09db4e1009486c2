// What would change in an environment that was synthesized: node stacks/delivery/plan.mjs <environment> <file>
//
// Terraform's own plan, because `cdktf diff` takes one stack at a time and does not tell drift from none. It locks nothing: who may
// only read can run it, beside a deployment too. The file gets {"environment", "stacks": [{"name", "result", "text"}]}, each result
// unchanged, changed or failed.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from './environments.mjs';

const [environment, file] = process.argv.slice(2);
read(environment);
const { stacks } = JSON.parse(readFileSync(join('cdktf.out', 'manifest.json'), 'utf8'));
const results = { 0: 'unchanged', 2: 'changed' };

const planned = Object.values(stacks)
  .filter(({ name }) => name.startsWith(`${environment}-`))
  .map(({ name, workingDirectory }) => {
    const stack = { name, ...plan(join('cdktf.out', workingDirectory)) };
    console.log(`${name}: ${stack.result}`);
    return stack;
  });
writeFileSync(file, JSON.stringify({ environment, stacks: planned }, null, 2) + '\n');

function plan(folder) {
  const init = terraform(folder, 'init');
  if (init.status !== 0) return { result: 'failed', text: init.text };
  const { status, text } = terraform(folder, 'plan', '-lock=false', '-detailed-exitcode');
  return { result: results[status] ?? 'failed', text };
}

function terraform(cwd, ...parameters) {
  const { status, stdout, stderr, error } = spawnSync('terraform', [...parameters, '-input=false', '-no-color'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const progress = /: (Refreshing state|Reading|Still reading|Read complete|Still refreshing)\b/;
  const lines = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.split('\n').filter((line) => !progress.test(line));
  return { status, text: lines.join('\n').trim() };
}
