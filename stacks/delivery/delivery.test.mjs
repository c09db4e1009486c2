// What the workflows run: node --test stacks/delivery/delivery.test.mjs
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'terralake-delivery-'));
const environments = join(folder, 'stacks', 'environments');
cpSync(here, join(folder, 'stacks', 'delivery'), { recursive: true });
after(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  rmSync(environments, { recursive: true, force: true });
  mkdirSync(environments);
  settings('local', { workload: 'w' });
  settings('shared', { location: 'westeurope', backend: { resourceGroupName: 'rg-state', storageAccountName: 'state', containerName: 'tfstate' } });
});
const windows = process.platform === 'win32' ? 'skipped on Windows: programs are doubled by scripts' : false;

// Backends

test('deploys an environment whose state is shared', () => {
  assert.deepEqual(delivery('remote-backend', ['shared']), { status: 0, stdout: '', stderr: '' });
});

test('refuses an environment whose state would be lost with the runner', () => {
  const problem = 'names no backend, and the state would be lost with this machine: see "Share the state" in docs/deploy.md';
  assert.deepEqual(delivery('remote-backend', ['local']), { status: 1, stdout: '', stderr: `${join(environments, 'local.json')} ${problem}\n` });
});

for (const name of ['', 'prd', '../environments/shared', 'shared.json']) {
  test(`refuses the environment "${name}", which there is not`, () => {
    const stderr = `environment "${name}" is not known, there are local, shared\n`;
    assert.deepEqual(delivery('remote-backend', [name]), { status: 1, stdout: '', stderr });
    assert.deepEqual(delivery('state-backend', [name]), { status: 1, stdout: '', stderr });
    assert.deepEqual(delivery('plan', [name, 'plan.json']), { status: 1, stdout: '', stderr });
  });
}

test('names the environments that can be planned, and their runners', () => {
  assert.equal(delivery('remote-backend', [], { RUNNERS: '' }).stdout, '[{"environment":"shared","runner":"ubuntu-latest"}]\n');
  settings('private', { backend: {} });
  assert.deepEqual(JSON.parse(delivery('remote-backend', [], { RUNNERS: '{"private": "inside"}' }).stdout), [
    { environment: 'private', runner: 'inside' },
    { environment: 'shared', runner: 'ubuntu-latest' },
  ]);
});

test('makes a backend once, without keys', { skip: windows }, () => {
  const az = azure();
  assert.deepEqual(delivery('state-backend', ['shared', '0'], az.env), {
    status: 0,
    stdout: 'made resource group rg-state\nmade storage account state\nmade container tfstate\nmade role Storage Blob Data Contributor\n',
    stderr: '',
  });
  const made = az.calls();
  const account = made.find((call) => call.startsWith('storage account create'));
  for (const option of ['--allow-shared-key-access false', '--allow-blob-public-access false', '--min-tls-version TLS1_2', '--location westeurope']) {
    assert.ok(account.includes(option), option);
  }
  assert.ok(made.some((call) => /^storage account blob-service-properties update .*--enable-versioning true --enable-delete-retention true/.test(call)));
  const role = made.find((call) => call.startsWith('role assignment create'));
  assert.match(role, /--scope \/subscriptions\/s\/state\/blobServices\/default\/containers\/tfstate --assignee-object-id me --assignee-principal-type ServicePrincipal/);

  az.forget();
  assert.deepEqual(delivery('state-backend', ['shared', '0'], az.env), { status: 0, stdout: '', stderr: '' });
  assert.deepEqual(az.calls().filter((call) => / create /.test(call)), []);
});

test('waits until a new role works', { skip: windows }, () => {
  const az = azure({ late: 3 });
  assert.equal(delivery('state-backend', ['shared', '0'], az.env).status, 0);
  assert.equal(az.calls().filter((call) => call.startsWith('storage blob list')).length, 4);
});

test('gives up on a role that does not come to work', { skip: windows }, () => {
  const { status, stderr } = delivery('state-backend', ['shared', '0'], azure({ late: 99 }).env);
  assert.deepEqual([status, stderr], [1, 'Storage Blob Data Contributor on container tfstate of state does not work yet\n']);
});

test('keeps no state in an account that takes keys', { skip: windows }, () => {
  const { status, stderr } = delivery('state-backend', ['shared', '0'], azure({ account: { name: 'state', allowSharedKeyAccess: null } }).env);
  assert.equal(status, 1);
  assert.match(stderr, /^storage account state takes shared keys, and the state is secret: az storage account update --name state /);
});

test('asks in the subscription that the backend names', { skip: windows }, () => {
  settings('shared', { location: 'l', backend: { resourceGroupName: 'g', storageAccountName: 'state', containerName: 'c', subscriptionId: 'sub' } });
  const az = azure();
  assert.equal(delivery('state-backend', ['shared', '0'], az.env).status, 0);
  assert.deepEqual(az.calls().filter((call) => !call.startsWith('account') && !call.includes('--subscription sub')), []);
});

test('says what Azure says', { skip: windows }, () => {
  const { status, stderr } = delivery('state-backend', ['shared', '0'], azure({ fails: 'storage account create' }).env);
  assert.equal(status, 1);
  assert.match(stderr, /^az storage account create .*: not allowed here\n$/);
});

// Plans

test('plans each stack of the environment, and changes nothing', { skip: windows }, () => {
  const { env, calls } = terraform({ 'shared-a': [0, 'No changes.'], 'shared-b': [2, 'a: Refreshing state... [id=x]\nPlan: 1 to add, 0 to change, 0 to destroy.'], 'shared-c': [1, 'Error: no'], 'local-a': [0, ''] });
  assert.deepEqual(delivery('plan', ['shared', 'plan.json'], env), { status: 0, stdout: 'shared-a: unchanged\nshared-b: changed\nshared-c: failed\n', stderr: '' });
  assert.deepEqual(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')), {
    environment: 'shared',
    stacks: [
      { name: 'shared-a', result: 'unchanged', text: 'No changes.' },
      { name: 'shared-b', result: 'changed', text: 'Plan: 1 to add, 0 to change, 0 to destroy.' },
      { name: 'shared-c', result: 'failed', text: 'Error: no' },
    ],
  });
  assert.deepEqual([...new Set(calls())], ['init -input=false -no-color', 'plan -lock=false -detailed-exitcode -input=false -no-color']);
});

test('plans with Terraform itself', { skip: spawnSync('terraform', ['version']).status === 0 ? false : 'skipped: there is no terraform' }, () => {
  const folders = terraform({ 'shared-new': [], 'shared-empty': [], 'shared-wrong': [] }) && join(folder, 'cdktf.out', 'stacks');
  writeFileSync(join(folders, 'shared-new', 'cdk.tf.json'), '{"resource": {"terraform_data": {"a": {"input": "x"}}}}');
  writeFileSync(join(folders, 'shared-empty', 'cdk.tf.json'), '{"locals": {"a": "x"}}');
  writeFileSync(join(folders, 'shared-wrong', 'cdk.tf.json'), '{"locals": {"a": "${b}"}}');
  assert.equal(delivery('plan', ['shared', 'plan.json']).stdout, 'shared-new: changed\nshared-empty: unchanged\nshared-wrong: failed\n');
  assert.match(delivery('report', ['plan.json']).stdout, /^\| `shared-new` \| Plan: 1 to add, 0 to change, 0 to destroy\. \|$/m);
  assert.deepEqual(readdirSync(join(folders, 'shared-new')).sort(), ['cdk.tf.json']);
});

// What people read

const unchanged = { name: 'dev-a', result: 'unchanged', text: 'No changes.' };
const changed = { name: 'dev-b', result: 'changed', text: '```\nPlan: 1 to add, 2 to change, 0 to destroy.' };
const failed = { name: 'dev-c', result: 'failed', text: 'Error: no' };

test('reports what changes, and what no plan is of', () => {
  assert.equal(
    delivery('report', [plans(unchanged, changed, failed)]).stdout,
    `| stack | |
|---|---|
| \`dev-a\` | unchanged |
| \`dev-b\` | Plan: 1 to add, 2 to change, 0 to destroy. |
| \`dev-c\` | failed |

<details><summary>dev-b</summary>

\`\`\`\`
\`\`\`
Plan: 1 to add, 2 to change, 0 to destroy.
\`\`\`\`

</details>

<details><summary>dev-c</summary>

\`\`\`
Error: no
\`\`\`

</details>

`,
  );
});

test('reports no more than GitHub takes', () => {
  const long = { name: 'dev-b', result: 'changed', text: 'x'.repeat(200_000) };
  const { stdout } = delivery('report', [plans(long, { ...long, name: 'dev-c' })]);
  assert.ok(stdout.length < 61_000, `${stdout.length}`);
  assert.match(stdout, /… 170200 characters more in the run's log/);
});

test('comments a pull request once, and then keeps the comment up to date', async () => {
  const github = await doubled({ 'GET /repos/o/r/issues/7/comments': [[{ id: 1, user: { type: 'User' }, body: '<!-- terralake: what would change -->' }]] });
  assert.deepEqual(await asking(github, 'comment', ['7', plans(changed)]), { status: 0, stdout: '', stderr: '' });
  const [, { request, body }] = github.requests;
  assert.equal(request, 'POST /repos/o/r/issues/7/comments');
  assert.match(body.body, /^<!-- terralake: what would change -->\n### What would change\n\n\| stack \| \|\n/);

  const again = await doubled({
    'GET /repos/o/r/issues/7/comments': [
      Array.from({ length: 100 }, (_, id) => ({ id, user: { type: 'User' }, body: '' })),
      [{ id: 500, user: { type: 'Bot' }, body: body.body }],
    ],
  });
  assert.equal((await asking(again, 'comment', ['7', plans(unchanged)])).status, 0);
  assert.deepEqual(again.requests.map(({ request }) => request), [
    'GET /repos/o/r/issues/7/comments',
    'GET /repos/o/r/issues/7/comments',
    'PATCH /repos/o/r/issues/comments/500',
  ]);
});

test('a plan that failed is shown, and fails', async () => {
  const github = await doubled({ 'GET /repos/o/r/issues/7/comments': [[]] });
  assert.equal((await asking(github, 'comment', ['7', plans(failed)])).status, 1);
  assert.equal(github.requests.length, 2);
});

test('says what a change does to what is deployed', () => {
  const git = (...options) => assert.equal(spawnSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...options]).status, 0);
  const snapshots = join(folder, 'main.tf.json.snapshots');
  const reports = join(folder, 'stacks', 'target', 'upgrade');
  after(() => [snapshots, reports, join(folder, '.git')].forEach((made) => rmSync(made, { recursive: true })));
  mkdirSync(snapshots);
  writeFileSync(join(snapshots, 'shared-lake.tf.json'), '"before ```"\n');
  git('init', '--quiet');
  git('add', 'main.tf.json.snapshots');
  git('commit', '--quiet', '--message', 'before');
  const title = '## What this does to deployed environments\n\n';
  const unknown = 'The upgrade did not come to its end: the log of the run says why.\n\n';
  assert.deepEqual(delivery('upgrade', ['HEAD']), {
    status: 0,
    stdout: `${title}### local\n\n${unknown}### shared\n\n${unknown}### Snapshots\n\nNo snapshot changes.\n\n`,
    stderr: '',
  });

  writeFileSync(join(snapshots, 'shared-lake.tf.json'), '"after"\n');
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, 'shared.md'), '| stack | creates |\n');
  const { stdout } = delivery('upgrade', ['HEAD']);
  assert.ok(stdout.startsWith(`${title}### local\n\n${unknown}### shared\n\n| stack | creates |\n\n### Snapshots\n\n\`\`\`\n`), stdout);
  assert.match(stdout, /\n<details><summary>the diff<\/summary>\n\n````diff\ndiff --git [^]*\n-"before ```"\n\+"after"\n````\n\n<\/details>\n$/);

  writeFileSync(join(reports, 'local.md'), 'x'.repeat(200_000));
  writeFileSync(join(reports, 'shared.md'), 'y'.repeat(200_000));
  writeFileSync(join(snapshots, 'shared-lake.tf.json'), 'z'.repeat(200_000));
  const cutOff = delivery('upgrade', ['HEAD']).stdout;
  assert.ok(cutOff.length < 61_000, `${cutOff.length}`);
  assert.match(cutOff, /\n### local\n\nx+\n… 185000 characters more in the run's log\n### shared\n\ny+\n… [^]*\n### Snapshots\n[^]*\nz?/);

  const failed = delivery('upgrade', ['no-such-commit']);
  assert.equal(failed.status, 1);
  assert.match(failed.stderr, /no-such-commit/);
});

test('keeps what an upgrade does in a comment of its own', async () => {
  const file = join(folder, 'changes.md');
  writeFileSync(file, '## What this does\n');
  const plan = { id: 1, user: { type: 'Bot' }, body: '<!-- terralake: what would change -->' };
  const github = await doubled({ 'GET /repos/o/r/issues/7/comments': [[plan]] });
  const run = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_RUN_ID: '42', HEAD: 'abc123' };
  assert.deepEqual(await asking(github, 'upgrade-comment', ['7', file], run), { status: 0, stdout: '', stderr: '' });
  const [, { request, body }] = github.requests;
  assert.equal(request, 'POST /repos/o/r/issues/7/comments');
  const by = 'abc123, by [this run](https://github.example/o/r/actions/runs/42).\n';
  assert.equal(body.body, `<!-- terralake: what an upgrade does -->\n## What this does\n\n${by}`);

  const before = { id: 2, user: { type: 'Bot' }, body: body.body };
  for (const left of [() => writeFileSync(file, ''), () => rmSync(file)]) {
    left();
    const again = await doubled({ 'GET /repos/o/r/issues/7/comments': [[{ id: 1, user: null, body: null }, before]] });
    assert.equal((await asking(again, 'upgrade-comment', ['7', file], run)).status, 0);
    const [, { request: patch, body: unknown }] = again.requests;
    assert.equal(patch, 'PATCH /repos/o/r/issues/comments/2');
    assert.equal(
      unknown.body,
      `<!-- terralake: what an upgrade does -->\nWhat this does to deployed environments is not known: the run did not get that far.\n\n${by}`,
    );
  }

  writeFileSync(file, 'x'.repeat(200_000));
  const long = await doubled({ 'GET /repos/o/r/issues/7/comments': [[]] });
  assert.equal((await asking(long, 'upgrade-comment', ['7', file], run)).status, 0);
  assert.ok(long.requests[1].body.body.length < 65_536);
});

const issue = { number: 3, body: '<!-- terralake: drift -->\n…' };

for (const [what, issues, stacks, requests, status] of [
  ['opens an issue on drift', [], [changed], ['POST /repos/o/r/issues'], 0],
  ['updates the issue that is open', [issue], [changed], ['PATCH /repos/o/r/issues/3'], 0],
  ['takes no other issue for it', [{ number: 1, body: 'x' }, { number: 2, body: null }, { ...issue, pull_request: {} }], [changed], ['POST /repos/o/r/issues'], 0],
  ['closes the issue when drift is gone', [issue], [unchanged], ['POST /repos/o/r/issues/3/comments', 'PATCH /repos/o/r/issues/3'], 0],
  ['does nothing without drift', [], [unchanged], [], 0],
  ['does not close it when it cannot know', [issue], [unchanged, failed], [], 1],
  ['fails without a plan', [], [failed], [], 1],
]) {
  test(what, async () => {
    const github = await doubled({ 'GET /repos/o/r/issues': [issues] });
    const done = await asking(github, 'drift', [plans(...stacks)]);
    assert.equal(done.status, status, done.stderr);
    assert.deepEqual(github.requests.map(({ request }) => request), ['GET /repos/o/r/issues', ...requests]);
    const { body } = github.requests.at(-1);
    if (stacks.includes(changed)) assert.equal(body.title, 'Drift in dev-b');
    if (requests.length === 2) assert.deepEqual(body, { state: 'closed', state_reason: 'completed' });
  });
}

test('says what GitHub says', async () => {
  const github = await doubled({});
  assert.match((await asking(github, 'drift', [plans(changed)])).stderr, /Error: GET issues\?state=open\S+: 404 \{\}/);
});

test('sums up what the deploy hook did', () => {
  const items = [{ target: 'sql', kind: 'database', name: 'a|b', outcome: 'failed', detail: 'two\nlines' }, { target: 'f', kind: 'function', name: 'g', outcome: 'created' }];
  writeFileSync(join(folder, 'hook.json'), JSON.stringify({ dryRun: false, succeeded: false, items }));
  assert.equal(
    delivery('summary', ['hook.json']).stdout,
    '### Deploy hook: failed\n\n| target | kind | name | outcome | |\n|---|---|---|---|---|\n| sql | database | a\\|b | failed | two lines |\n| f | function | g | created |  |\n',
  );
});

function settings(name, content) {
  writeFileSync(join(environments, `${name}.json`), JSON.stringify(content));
}

function plans(...stacks) {
  writeFileSync(join(folder, 'plans.json'), JSON.stringify({ environment: 'dev', stacks }));
  return 'plans.json';
}

function command(name, parameters, env) {
  return [[join(folder, 'stacks', 'delivery', `${name}.mjs`), ...parameters], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...env } }];
}

function delivery(name, parameters, env = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ...command(name, parameters, env));
  return { status, stdout, stderr };
}

/** As delivery, but lets the double of GitHub, which lives in this process, answer meanwhile. */
function asking({ env }, name, parameters, more = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ...command(name, parameters, { ...env, ...more }));
    const told = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) child[stream].on('data', (chunk) => (told[stream] += chunk));
    child.on('close', (status) => resolve({ status, ...(status === 0 ? { stdout: '' } : { stdout: told.stdout }), stderr: told.stderr }));
  });
}

/** A program of that name, first on the path, and what it was called with. */
function program(name, source) {
  const bin = mkdtempSync(join(folder, 'bin-'));
  const log = join(bin, 'calls');
  writeFileSync(log, '');
  writeFileSync(join(bin, name), `#!${process.execPath}\nconst { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs');
const words = process.argv.slice(2).join(' ').replace(' --output json --only-show-errors', '');
appendFileSync(${JSON.stringify(log)}, words + '\\n');\n${source}`);
  chmodSync(join(bin, name), 0o755);
  return {
    bin,
    env: { PATH: `${bin}${delimiter}${process.env.PATH}` },
    calls: () => readFileSync(log, 'utf8').split('\n').slice(0, -1),
    forget: () => writeFileSync(log, ''),
  };
}

function terraform(stacks) {
  const manifest = { stacks: Object.fromEntries(Object.keys(stacks).map((name) => [name, { name, workingDirectory: `stacks/${name}` }])) };
  for (const name of Object.keys(stacks)) mkdirSync(join(folder, 'cdktf.out', 'stacks', name), { recursive: true });
  writeFileSync(join(folder, 'cdktf.out', 'manifest.json'), JSON.stringify(manifest));
  return program('terraform', `if (words.startsWith('plan')) {
  const [status, text] = ${JSON.stringify(stacks)}[process.cwd().split('/').at(-1)];
  console.log(text);
  process.exitCode = status;
}`);
}

/** A subscription that remembers what was made in it; a new role works after so many attempts. */
function azure({ account, late = 0, fails = ' ' } = {}) {
  const token = ['', Buffer.from('{"oid": "me", "idtyp": "app"}').toString('base64url'), ''].join('.');
  return program('az', `const file = __filename + '.json';
const made = existsSync(file) ? JSON.parse(readFileSync(file)) : ${JSON.stringify({ account, attempts: late })};
const answer = (value) => console.log(JSON.stringify(value));
if (words.startsWith(${JSON.stringify(fails)})) { console.error('not allowed here'); process.exit(1); }
if (words.startsWith('group exists')) answer(made.group ?? false);
else if (words.startsWith('group create')) made.group = true;
else if (words.startsWith('storage account list')) answer(made.account ? [made.account] : []);
else if (words.startsWith('storage account create')) made.account = { name: 'state', allowSharedKeyAccess: false };
else if (words.startsWith('storage account show')) answer({ id: '/subscriptions/s/state' });
else if (words.startsWith('storage container-rm list')) answer(made.container ? [{ name: 'tfstate' }] : []);
else if (words.startsWith('storage container-rm create')) made.container = true;
else if (words.startsWith('role assignment list')) answer(made.role ? [{}] : []);
else if (words.startsWith('role assignment create')) made.role = true;
else if (words.startsWith('account get-access-token')) answer({ accessToken: ${JSON.stringify(token)} });
else if (words.startsWith('storage blob list') && made.attempts-- > 0) process.exitCode = 1;
writeFileSync(file, JSON.stringify(made));`);
}

/** GitHub, which has these lists, a page each. */
async function doubled(lists) {
  const requests = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += chunk));
    request.on('end', () => {
      const [path, query] = request.url.split('?');
      const name = `${request.method} ${path}`;
      requests.push({ request: name, body: text ? JSON.parse(text) : undefined, token: request.headers.authorization });
      const page = Number(new URLSearchParams(query).get('page') ?? 1) - 1;
      const answer = request.method === 'GET' ? lists[name]?.[page] : {};
      response.writeHead(answer && request.headers.authorization === 'Bearer t' ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  return { requests, env: { GITHUB_API_URL: `http://127.0.0.1:${server.address().port}`, GITHUB_REPOSITORY: 'o/r', GITHUB_TOKEN: 't' } };
}
