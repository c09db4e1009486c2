// Plans as Markdown: node stacks/delivery/report.mjs <file of plan.mjs>…
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** GitHub takes 65,536 characters in a comment or an issue. */
export const LIMIT = 60_000;

export function read(files) {
  return files.map((file) => JSON.parse(readFileSync(file, 'utf8'))).sort((a, b) => (a.environment < b.environment ? -1 : 1));
}

export function stacksOf(plans, result) {
  return plans.flatMap(({ stacks }) => stacks).filter((stack) => stack.result === result);
}

/** One line for each stack, and for those that are not as they should be what Terraform says, as much of it as there is room for. */
export function markdown(plans) {
  const stacks = plans.flatMap((plan) => plan.stacks);
  const lines = stacks.map(({ name, result, text }) => `| \`${name}\` | ${outcome(result, text)} |`);
  const told = stacks.filter(({ result }) => result !== 'unchanged');
  const room = Math.floor(LIMIT / Math.max(told.length, 1)) - 200;
  return ['| stack | |', '|---|---|', ...lines, ...told.map(({ name, text }) => folded(name, text, room))].join('\n') + '\n';
}

function outcome(result, text) {
  return result === 'changed' ? (/^Plan: .*\.$/m.exec(text)?.[0] ?? 'only outputs change') : result;
}

/** As much of a text as there is room for. */
export function cut(text, room) {
  const left = Math.max(room, 0);
  return text.length > left ? `${text.slice(0, left)}\n… ${text.length - left} characters more in the run's log` : text;
}

/** A text that unfolds, cut off where there is no more room. */
export function folded(title, text, room, language = '') {
  const shown = cut(text, room);
  // A fence longer than any in the text ends where it should.
  const fence = '`'.repeat(Math.max(3, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return `\n<details><summary>${title}</summary>\n\n${fence}${language}\n${shown}\n${fence}\n\n</details>`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(markdown(read(process.argv.slice(2))));
}
