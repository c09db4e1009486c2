// Shows what upgrade.mjs wrote in a pull request: node stacks/delivery/upgrade-comment.mjs <number> <file>
import { readFileSync } from 'node:fs';
import { keepComment } from './github.mjs';

const [number, file] = process.argv.slice(2);
await keepComment(number, '<!-- terralake: what an upgrade does -->', readFileSync(file, 'utf8'));
