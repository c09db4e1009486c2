// Shows plans in a pull request, in one comment that is kept up to date: node stacks/delivery/comment.mjs <number> <file of plan.mjs>…
import { ask, list } from './github.mjs';
import { markdown, read, stacksOf } from './report.mjs';

const [number, ...files] = process.argv.slice(2);
const plans = read(files);
const mark = '<!-- terralake: what would change -->';
const body = `${mark}\n### What would change\n\n${markdown(plans)}`;

const comments = await list(`issues/${number}/comments`);
const mine = comments.find((comment) => comment.user.type === 'Bot' && comment.body.startsWith(mark));
await (mine ? ask('PATCH', `issues/comments/${mine.id}`, { body }) : ask('POST', `issues/${number}/comments`, { body }));

process.exitCode = stacksOf(plans, 'failed').length > 0 ? 1 : 0;
