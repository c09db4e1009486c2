// The deploy hook's report as Markdown: node stacks/delivery/summary.mjs <report>
import { readFileSync } from 'node:fs';

const { succeeded, items } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const cell = (text) => String(text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = ({ target, kind, name, outcome, detail }) => `| ${[target, kind, name, outcome, detail].map(cell).join(' | ')} |`;
console.log(`### Deploy hook: ${succeeded ? 'all well' : 'failed'}\n`);
console.log(['| target | kind | name | outcome | |', '|---|---|---|---|---|', ...items.map(row)].join('\n'));
