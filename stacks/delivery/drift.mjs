// Keeps one issue open while an environment differs from what was deployed: node stacks/delivery/drift.mjs <file of plan.mjs>…
import { ask, list } from './github.mjs';
import { markdown, read, stacksOf } from './report.mjs';

const plans = read(process.argv.slice(2));
const mark = '<!-- terralake: drift -->';
const changed = stacksOf(plans, 'changed').map(({ name }) => name);
const failed = stacksOf(plans, 'failed').map(({ name }) => name);

const issues = await list('issues?state=open&creator=github-actions%5Bbot%5D');
const open = issues.find((issue) => !issue.pull_request && issue.body?.startsWith(mark));
if (changed.length > 0) {
  const title = `Drift in ${changed.join(', ')}`;
  const next = '[What to do](../blob/HEAD/docs/operations.md#drift).';
  const body = `${mark}\nWhat is in Azure is not what \`main\` says. ${next}\n\n${markdown(plans)}`;
  await (open ? ask('PATCH', `issues/${open.number}`, { title, body }) : ask('POST', 'issues', { title, body }));
  console.log(title);
} else if (open && failed.length === 0) {
  await ask('POST', `issues/${open.number}/comments`, { body: 'Every plan is empty again.' });
  await ask('PATCH', `issues/${open.number}`, { state: 'closed', state_reason: 'completed' });
  console.log(`closed #${open.number}`);
}
// Of those nobody knows whether they have drifted.
if (failed.length > 0) {
  console.error(`no plan of ${failed.join(', ')}`);
  process.exitCode = 1;
}
