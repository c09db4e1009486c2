// Shows what upgrade.mjs wrote in a pull request, and for which commit: HEAD=<commit> node stacks/delivery/upgrade-comment.mjs <number> <file>
import { existsSync, readFileSync } from 'node:fs';
import { keepComment } from './github.mjs';
import { cut, LIMIT } from './report.mjs';

const [number, file] = process.argv.slice(2);
const { GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_SERVER_URL, HEAD } = process.env;
const run = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`;
const written = existsSync(file) ? readFileSync(file, 'utf8') : '';
// What an earlier run found must not stay as if it were true of this commit.
const text = written.trim() === '' ? 'What this does to deployed environments is not known: the run did not get that far.\n' : written;
await keepComment(number, '<!-- terralake: what an upgrade does -->', `${cut(text, LIMIT)}\n${HEAD}, by [this run](${run}).\n`);
