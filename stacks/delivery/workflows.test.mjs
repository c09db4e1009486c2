// What every workflow keeps to, and what single ones promise: node --test stacks/delivery/workflows.test.mjs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const folder = join(root, '.github', 'workflows');
const all = Object.fromEntries(readdirSync(folder).map((name) => [name.replace(/\.yml$/, ''), read(readFileSync(join(folder, name), 'utf8'))]));
const { ci, setup, drift, train_model: train, deploy_model: deploy } = all;
const windows = process.platform === 'win32' ? 'skipped on Windows: steps run in bash' : false;

test('there are these workflows', () => {
  assert.deepEqual(Object.keys(all).sort(), ['ci', 'deploy_model', 'drift', 'setup', 'train_model']);
});

for (const [name, { text, jobs, commands }] of Object.entries(all)) {
  test(`${name}: every action is pinned by commit, and says which version that is`, () => {
    const used = [...text.matchAll(/\buses: (.*)/g)].map(([, action]) => action);
    assert.ok(used.length > 0);
    for (const action of used) assert.match(action, /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${name}: there is no secret`, () => {
    assert.doesNotMatch(text, /secrets\b|password|client-secret|creds:/i);
  });

  test(`${name}: nothing is spliced into a command`, () => {
    assert.ok(commands.length > 0);
    for (const command of commands) assert.doesNotMatch(command, /\$\{\{/);
  });

  test(`${name}: what an event says stands in names, conditions and the environment only`, () => {
    const lines = text.split('\n').filter((line) => line.includes('client_payload'));
    for (const line of lines) assert.match(line, /^run-name: |^ {6}\(github\.event_name == |^ {10}RUN: /);
  });

  test(`${name}: rights are given to jobs, each for a reason`, () => {
    assert.match(text, name === 'ci' ? /\npermissions:\n {2}contents: read\n/ : /\npermissions: \{\}\n/);
    const granted = Object.entries(jobs).flatMap(([job, its]) => [...its.matchAll(/^ {6}([\w-]+: write)(.*)$/gm)].map(([, right, why]) => [job, right, why]));
    for (const [, , why] of granted) assert.match(why, /^ # \S/);
    const writes = { ci: ['comment pull-requests'], setup: ['diff id-token', 'comment pull-requests', 'deploy id-token', 'destroy id-token'], drift: ['plan id-token', 'report issues'], train_model: ['train id-token'], deploy_model: ['dev id-token', 'prod id-token'] };
    assert.deepEqual(granted.map(([job, right]) => `${job} ${right.replace(': write', '')}`), writes[name]);
  });

  test(`${name}: who can log in is an environment of GitHub`, () => {
    for (const its of Object.values(jobs)) {
      assert.equal(/^ {4}environment: \S/m.test(its), its.includes('id-token: write'));
    }
  });

  test(`${name}: no checkout leaves its token behind`, () => {
    const checkouts = text.split('uses: actions/checkout@').slice(1);
    assert.ok(checkouts.length > 0);
    for (const step of checkouts) assert.match(step, /^\S+ # \S+\n {8}with:\n {10}persist-credentials: false\n/);
  });

  test(`${name}: two runs do not get in each other's way, and none is endless`, () => {
    assert.match(text, /^( {4})?concurrency:\n\s+group: \S.*\n\s+cancel-in-progress: \S/m);
    for (const its of Object.values(jobs)) assert.match(its, /^ {4}timeout-minutes: \d+$/m);
  });

  test(`${name}: no trigger runs a stranger's code with rights`, () => {
    assert.doesNotMatch(text, /pull_request_target|workflow_run|issue_comment/);
  });
}

// setup.yml

test('setup: a fork gets nothing but CI', () => {
  const fork = "if: github.event_name == 'workflow_dispatch' || github.event.pull_request.head.repo.full_name == github.repository";
  assert.ok(setup.jobs.environments.includes(fork));
  // All others wait for that job, and are skipped with it.
  assert.match(setup.jobs.build, /\n {4}needs: environments\n/);
  for (const job of ['diff', 'deploy', 'destroy']) assert.match(setup.jobs[job], /\n {4}needs: (\[environments, build\]|build)\n/);
  assert.match(setup.jobs.comment, /\n {4}needs: diff\n/);
  for (const job of Object.values(setup.jobs)) assert.doesNotMatch(job, /always\(\)|^ {4}if: .*cancelled\(\)/m);
});

test('setup: a pull request is planned by who may only read', () => {
  assert.match(setup.jobs.diff, /\n {4}if: github\.event_name == 'pull_request'\n/);
  assert.match(setup.jobs.diff, /\n {4}environment: \$\{\{ matrix\.environment \}\}-plan\n/);
  for (const job of ['deploy', 'destroy']) assert.match(setup.jobs[job], /\n {4}if: github\.event_name == 'workflow_dispatch' && inputs\.destroy [!=]= ''\n/);
});

test('setup: asks before anything is built', () => {
  assert.doesNotMatch(setup.jobs.environments, /mvn|cdktf-cli/);
  assert.match(setup.jobs.environments, /remote-backend\.mjs \$\{ENVIRONMENT:\+"\$ENVIRONMENT"\}/);
});

test('setup: only jobs that build nothing can log in', () => {
  for (const [name, job] of Object.entries(setup.jobs)) {
    if (job.includes('id-token')) assert.doesNotMatch(job, /mvn|(?<!--skip-)synth|actions\/checkout/, name);
    else assert.doesNotMatch(job, /azure\/login/, name);
  }
  for (const job of ['deploy', 'destroy']) assert.match(setup.jobs[job], /--skip-synth/);
});

test('setup: deploys in order: backend, stacks, hook, summary', () => {
  const order = ['state-backend.mjs', 'cdktf-cli@0.21.0 deploy', 'deploy-hook.jar', 'summary.mjs'].map((step) => setup.jobs.deploy.indexOf(step));
  assert.ok(order[0] > 0);
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
});

test('setup: the runner that deploys is an input, the environment agrees', () => {
  for (const job of ['deploy', 'destroy']) {
    assert.match(setup.jobs[job], /\n {4}runs-on: \$\{\{ inputs\.runner \}\}\n {4}environment: \$\{\{ inputs\.environment \}\}\n/);
  }
});

for (const [word, status] of [['destroy dev', 0], ['destroy', 1], ['destroy prod', 1], ['dev', 1], ['yes', 1], ['destroy dev$(exit 0)', 1]]) {
  test(`setup: "${word}" ${status === 0 ? 'destroys' : 'does not destroy'} dev`, { skip: windows }, () => {
    const done = bash(step(setup.jobs.environments, 'Compare the word'), { DESTROY: word, ENVIRONMENT: 'dev' });
    assert.deepEqual([done.status, done.stderr], [status, status === 0 ? '' : 'type "destroy dev" to destroy it, nothing to deploy it\n']);
  });
}

// drift.yml

test('drift: looks each night, as who may only read', () => {
  assert.match(drift.text, /\n {2}schedule:\n {4}- cron: "40 2 \* \* \*"\n/);
  assert.match(drift.jobs.plan, /\n {4}environment: \$\{\{ matrix\.environment \}\}-plan\n/);
  assert.doesNotMatch(drift.text, /cdktf-cli@0\.21\.0 (deploy|destroy)|terraform apply/);
  assert.match(drift.jobs.report, /run: node stacks\/delivery\/drift\.mjs plan-\*\.json\n/);
});

// train_model.yml and deploy_model.yml

test('train_model: starts with code and with what happens to data', () => {
  assert.match(train.text, /\n {2}push:\n {4}branches: \[main\]\n {4}paths: \[stacks\/model-events\/training\/\*\*\]\n/);
  const types = /types: \[(.*)\]/.exec(train.text)[1].split(', ');
  assert.deepEqual(types, ['storage-blobcreated', 'storage-blobdeleted', 'storage-blobrenamed', 'storage-directoryrenamed', 'storage-directorydeleted']);
});

for (const [name, { text }] of Object.entries({ train_model: train, deploy_model: deploy })) {
  test(`${name}: its runs can be found by the event's id`, () => {
    assert.match(text, /^run-name: .*format\('[\w ]*event \{0\}', github\.event\.client_payload\.id\)/m);
  });
}

test('deploy_model: starts with a completed run of the configured experiment only', () => {
  assert.match(deploy.text, /\n {2}repository_dispatch:\n {4}types: \[machinelearningservices-runcompleted\]\n/);
  const condition = /\n {4}if: >\n {6}(.*)\n {6}(.*)\n/.exec(deploy.jobs.dev);
  assert.deepEqual(condition.slice(1), [
    "vars.ML_EXPERIMENT != '' &&",
    "(github.event_name == 'workflow_dispatch' || github.event.client_payload.data.experimentName == vars.ML_EXPERIMENT)",
  ]);
});

test('deploy_model: fetches before it rolls out, and prod comes after dev and an approval', () => {
  const { dev, prod } = deploy.jobs;
  assert.ok(dev.indexOf('candidate.py') > 0 && dev.indexOf('candidate.py') < dev.indexOf('rollout.py'));
  assert.match(prod, /\n {4}needs: dev\n {4}if: needs\.dev\.outputs\.deployed == 'true'\n/);
  assert.match(prod, /\n {4}environment: prod\n/);
  assert.match(dev, /\n {4}environment: dev\n/);
});

for (const run of ['$(touch pwned)', '`touch pwned`', '"; touch pwned; "', "'; touch pwned; '", '--help', '-o\ntouch pwned']) {
  test(`deploy_model: a run named ${JSON.stringify(run)} is a name, and no command`, { skip: windows || withoutPython() }, () => {
    const done = bash(step(deploy.jobs.dev, 'Fetch the model, if it may be deployed'), { RUN: run, EXPERIMENT: 'iris', RESOURCE_GROUP: 'rg', WORKSPACE: 'mlw' });
    assert.equal(done.status, 1);
    assert.match(done.stderr, /^run .* is not allowed: letters, digits and _\.-, the first a letter or digit\n$/);
    assert.doesNotMatch(readdirSync(root).join('\n'), /pwned/);
  });
}

test('ci: runs what checks workflows and training, and skips none of it', () => {
  assert.match(ci.jobs.scan, /TERRALAKE_REQUIRE_SCANNERS: "true"/);
  assert.match(ci.jobs.scan, /actionlint@v\d+\.\d+\.\d+/);
  assert.match(ci.jobs.verify, /TERRALAKE_REQUIRE_PYTHON: "true"/);
});

// Azure DevOps

for (const name of ['azure-pipelines', 'model']) {
  const text = readFileSync(join(root, '.azure-pipelines', `${name}.yml`), 'utf8');

  test(`Azure DevOps, ${name}: runs what GitHub runs`, () => {
    const commands = (of) => [...of.matchAll(/(?:stacks\/delivery|(?:stacks\/model-events\/rollout|\$ROLLOUT))\/(\w+(?:-\w+)*\.(?:mjs|py))|cdktf-cli@\S+ \w+|mvn -B .*|az extension .*/g)].map(([all, file]) => file ?? all);
    const there = new Set(commands([setup, train, deploy].map((workflow) => workflow.text).join()));
    const here = [...new Set(commands(text))];
    assert.ok(here.length >= 4);
    assert.deepEqual(here.filter((command) => !there.has(command)), []);
  });

  test(`Azure DevOps, ${name}: splices nothing into a script, keeps no token, asks before it deploys`, () => {
    assert.doesNotMatch(text, /password|secret/i);
    const scripts = commandsOf(text.split('\n'));
    assert.ok(scripts.length > 0);
    for (const script of scripts) assert.doesNotMatch(script, /\$\{\{|\$\((?!az |python3 )/);
    const checkouts = text.split('- checkout: self').slice(1);
    assert.ok(checkouts.length > 0);
    for (const checkout of checkouts) assert.match(checkout, /^\n +persistCredentials: false\n/);
    for (const [, job] of text.matchAll(/- deployment: .*\n((?: +.*\n)+?) +strategy:/g)) assert.match(job, / environment: /);
  });
}

/** A workflow's text, the text of each of its jobs, and its commands, without a YAML parser: the style here is one. */
function read(text) {
  const [, after] = text.split(/^jobs:\n/m);
  const jobs = Object.fromEntries(after.split(/^(?= {2}\w+:\n)/m).map((job) => [/^ {2}(\w+):\n/m.exec(job)?.[1], job]).filter(([name]) => name));
  return { text, jobs, commands: commandsOf(text.split('\n')) };
}

function commandsOf(lines) {
  return lines.flatMap((line, index) => {
    const [, before, first] = /^( *(?:- )?)(?:run|script|inlineScript): (.*)$/.exec(line) ?? [];
    if (before === undefined) return [];
    const rest = lines.slice(index + 1);
    const end = rest.findIndex((next) => next.search(/\S|$/) <= before.length);
    return [[first, ...rest.slice(0, end)].join('\n')];
  });
}

/** What a step runs, as the runner would. */
function step(job, name) {
  const [, style, block] = new RegExp(`- name: ${name}\\n(?: {8}.*\\n)*? {8}run: ([|>])\\n((?: {10}.*\\n)+)`).exec(job);
  const lines = block.split('\n').map((line) => line.slice(10));
  return style === '>' ? lines.join(' ') : lines.join('\n');
}

function bash(script, env) {
  return spawnSync('bash', ['-e', '-c', script], { cwd: root, encoding: 'utf8', env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env } });
}

function withoutPython() {
  return spawnSync('python3', ['--version']).status === 0 ? false : 'skipped: there is no python3';
}
