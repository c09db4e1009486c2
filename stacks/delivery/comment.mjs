// Shows plans in a pull request, in one comment that is kept up to date: node stacks/delivery/comment.mjs <number> <file of plan.mjs>…
import { keepComment } from './github.mjs';
import { markdown, read, stacksOf } from './report.mjs';

const [number, ...files] = process.argv.slice(2);
const plans = read(files);
await keepComment(number, '<!-- terralake: what would change -->', `### What would change\n\n${markdown(plans)}`);

process.exitCode = stacksOf(plans, 'failed').length > 0 ? 1 : 0;
