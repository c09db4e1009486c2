// What a change does to deployed environments, as Markdown: the diff of the snapshots since a commit, and what Terraform did in the emulator
// to what that commit had deployed, which UpgradeTests wrote down: node stacks/delivery/upgrade.mjs <commit>
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { known } from './environments.mjs';
import { cut, folded, LIMIT } from './report.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [commit] = process.argv.slice(2);
const diff = (...options) =>
  execFileSync('git', ['-C', root, 'diff', '--no-color', ...options, commit, '--', 'main.tf.json.snapshots'], { encoding: 'utf8', maxBuffer: 2 ** 30 }).trimEnd();

// Half of what a comment takes is for the reports.
const room = Math.floor(LIMIT / 2 / known.length);
const reports = known.map((name) => {
  const report = join(root, 'stacks', 'target', 'upgrade', `${name}.md`);
  return `### ${name}\n\n${existsSync(report) ? cut(readFileSync(report, 'utf8'), room) : 'The upgrade did not come to its end: the log of the run says why.\n'}`;
});
const changed = diff('--stat');
const snapshots = changed === '' ? 'No snapshot changes.\n' : `\`\`\`\n${cut(changed, LIMIT / 4)}\n\`\`\`\n`;
const text = ['## What this does to deployed environments\n', ...reports, '### Snapshots\n', snapshots].join('\n');
console.log(changed === '' ? text : `${text}${folded('the diff', diff(), LIMIT - text.length, 'diff')}`);
