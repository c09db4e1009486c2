// Which runs are deployed, and what becomes of an endpoint: node --test stacks/model-events/test/rollout.test.mjs
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { missing, product, python, run, workspace } from './python.mjs';

const skip = missing(9);

test('submits a training of the flowers here', { skip }, () => {
  const ml = workspace();
  const { stdout, stderr } = ml.submit(['--data', '']);
  assert.deepEqual([stdout, stderr], ['job-1\n', 'submitted job-1 of experiment iris\n']);
  assert.deepEqual(ml.state().jobs, { 'job-1': { experiment_name: 'iris', 'tags.commit': 'abc' } });
});

test('submits a training of a folder of the lake', { skip }, () => {
  const ml = workspace();
  ml.submit(['--data', 'azureml://datastores/lake/paths/iris']);
  assert.equal(ml.state().jobs['job-1']['inputs.data.path'], 'azureml://datastores/lake/paths/iris');
});

for (const [what, content, message] of [
  ['no files', undefined, ': there is no *.csv'],
  ['other columns', 'a,b\n', '/a.csv:1: the columns are a,b, and should be sepal_length,sepal_width,petal_length,petal_width,species'],
  ['an empty file', '', '/a.csv:1: the columns are , and should be sepal_length,sepal_width,petal_length,petal_width,species'],
  ['a text as a number', 'HEADER1,2,3,x,0\n', '/a.csv:2: 1,2,3,x,0 is no flower: four numbers and a whole one'],
  ['half a species', 'HEADER1,2,3,4,0.5\n', '/a.csv:2: 1,2,3,4,0.5 is no flower: four numbers and a whole one'],
  ['a column too many', 'HEADER1,2,3,4,0\n1,2,3,4,5,0\n', '/a.csv:3: 1,2,3,4,5,0 is no flower: four numbers and a whole one'],
  ['a number that is none', 'HEADER1,2,3,nan,0\n', '/a.csv:2: 1,2,3,nan,0 is no flower: four numbers and a whole one'],
]) {
  test(`trains on no data with ${what}`, { skip }, () => {
    const folder = workspace().path();
    const header = 'sepal_length,sepal_width,petal_length,petal_width,species\n';
    if (content !== undefined) writeFileSync(join(folder, 'a.csv'), content.replace('HEADER', header));
    const program = 'import pathlib, sys, flowers\ntry:\n  flowers.read(pathlib.Path(sys.argv[1]))\nexcept ValueError as problem:\n  print(problem)';
    const { stdout } = run(python, ['-c', program, folder], { cwd: join(product, 'training', 'src') });
    assert.equal(stdout, `${folder}${message}\n`);
  });
}

test('deploys the first model there is', { skip }, () => {
  const ml = trained({ first: 0.9 });
  assert.deepEqual(deploy(ml, 'first'), {
    status: 0,
    stdout: 'deployed=true\n',
    stderr: 'flowers: model-1 answers, trained by first\n',
  });
  assert.deepEqual(endpoint(ml), { traffic: { 'model-1': 100 }, deployments: { 'model-1': 'iris:1' } });
  assert.deepEqual(ml.state().models.iris[0].tags, { run: 'first', accuracy: '0.9', f1: '0.5' });
});

test('replaces a model by a better one, and keeps the old one without requests', { skip }, () => {
  const ml = trained({ first: 0.9, better: 0.95 }, 'first');
  assert.deepEqual(deploy(ml, 'better'), {
    status: 0,
    stdout: 'deployed=true\n',
    stderr: 'flowers: model-2 answers, trained by better; model-1 waits without requests\n',
  });
  assert.deepEqual(endpoint(ml), {
    traffic: { 'model-1': 0, 'model-2': 100 },
    deployments: { 'model-1': 'iris:1', 'model-2': 'iris:2' },
  });
});

test('keeps no more than the last but one', { skip }, () => {
  const ml = trained({ first: 0.9, second: 0.91, third: 0.92 }, 'first', 'second');
  assert.equal(deploy(ml, 'third').stdout, 'deployed=true\n');
  assert.deepEqual(endpoint(ml), {
    traffic: { 'model-2': 0, 'model-3': 100 },
    deployments: { 'model-2': 'iris:2', 'model-3': 'iris:3' },
  });
});

for (const [what, accuracy, shown] of [['worse', 0.8, '0.8000'], ['as good', 0.9, '0.9000']]) {
  test(`deploys nothing that is ${what}`, { skip }, () => {
    const ml = trained({ first: 0.9, other: accuracy }, 'first');
    const before = endpoint(ml);
    assert.deepEqual(deploy(ml, 'other'), {
      status: 0,
      stdout: 'deployed=false\n',
      stderr: `flowers: accuracy ${shown} of other does not beat 0.9000 of first: nothing is deployed\n`,
    });
    assert.deepEqual(endpoint(ml), before);
    assert.equal(ml.state().models.iris.length, 1);
  });
}

test('compares by the metric that is asked for', { skip }, () => {
  const ml = trained({ first: 0.9 }, 'first');
  ml.job('other', { 'model.pkl': 'other', 'metrics.json': '{"accuracy": 0.1, "f1": 0.6}' });
  assert.equal(deploy(ml, 'other', ['--metric', 'f1']).stdout, 'deployed=true\n');
});

test('does not compare with a model that says nothing', { skip }, () => {
  const ml = trained({ first: 0.9, better: 0.95 }, 'first');
  ml.change((state) => (state.endpoints.flowers.deployments['model-1'].tags = { f1: 'x' }));
  assert.equal(deploy(ml, 'better').stderr, 'flowers: the deployed model has no accuracy, it has f1\n');
  assert.equal(deploy(ml, 'better', ['--metric', 'f1']).stderr, "flowers: f1 of the deployed model is 'x', and no number\n");
  assert.deepEqual(endpoint(ml).traffic, { 'model-1': 100 });
});

test('a model that answers wrongly gets no request', { skip }, () => {
  const ml = trained({ first: 0.9, broken: 0.95 }, 'first');
  ml.change((state) => (state.answers['direct model-2'] = ['{"predict": [2, 2, 2]}']));
  assert.deepEqual(deploy(ml, 'broken'), {
    status: 1,
    stdout: '',
    stderr: 'model-2 answers {"predict": [2, 2, 2]}, and should {"predict": [0, 1, 2]}\n',
  });
  assert.deepEqual(endpoint(ml), { traffic: { 'model-1': 100 }, deployments: { 'model-1': 'iris:1' } });
});

test('goes back to the old model when the endpoint answers wrongly', { skip }, () => {
  const ml = trained({ first: 0.9, broken: 0.95 }, 'first');
  ml.change((state) => (state.answers['routed model-2'] = ['<html>']));
  assert.deepEqual(deploy(ml, 'broken'), {
    status: 1,
    stdout: '',
    stderr: 'flowers answers "<html>", and should {"predict": [0, 1, 2]}; back to model-1\n',
  });
  assert.deepEqual(endpoint(ml), { traffic: { 'model-1': 100 }, deployments: { 'model-1': 'iris:1' } });
});

test('a first model that answers wrongly is taken away', { skip }, () => {
  const ml = trained({ first: 0.9 });
  ml.change((state) => (state.answers['routed model-1'] = ['502', '502', '502']));
  const { status, stderr } = deploy(ml, 'first');
  assert.equal(status, 1);
  assert.match(stderr, /^az ml online-endpoint invoke --name flowers .*: ERROR: \(502\) bad gateway; nothing answers\n$/);
  assert.deepEqual(endpoint(ml), { traffic: {}, deployments: {} });
});

test('an endpoint that is late twice is asked a third time', { skip }, () => {
  const ml = trained({ first: 0.9 });
  ml.change((state) => (state.answers['direct model-1'] = ['502', '502']));
  assert.equal(deploy(ml, 'first').stdout, 'deployed=true\n');
});

for (const step of ['model create', 'online-deployment create', 'online-endpoint update', 'online-endpoint invoke']) {
  test(`ends alike when it is killed at ${step} and repeated`, { skip }, () => {
    const ml = trained({ first: 0.9, better: 0.95 }, 'first');
    ml.change((state) => (state.dies = step));
    assert.equal(deploy(ml, 'better').status, 1);
    assert.deepEqual(endpoint(ml).traffic, { 'model-1': 100 });
    ml.change((state) => delete state.dies);
    assert.equal(deploy(ml, 'better').stdout, 'deployed=true\n');
    assert.deepEqual(endpoint(ml).traffic, { 'model-1': 0, 'model-2': 100 });
    assert.equal(ml.state().models.iris.length, 2);
  });
}

test('repeated after its end it tests again, and goes back when it must', { skip }, () => {
  const ml = trained({ first: 0.9, better: 0.95 }, 'first', 'better');
  assert.equal(deploy(ml, 'better').stdout, 'deployed=true\n');
  ml.change((state) => (state.answers['routed model-2'] = ['{}']));
  assert.equal(deploy(ml, 'better').stderr, 'flowers answers {}, and should {"predict": [0, 1, 2]}; back to model-1\n');
  assert.deepEqual(endpoint(ml), { traffic: { 'model-1': 100 }, deployments: { 'model-1': 'iris:1' } });
});

for (const [what, name, job, message] of [
  ['of another experiment', 'a', { experiment_name: 'scratch' }, "run a is of experiment 'scratch', only 'iris' is deployed\n"],
  ['that failed', 'a', { status: 'Failed' }, 'run a is Failed, only Completed is deployed\n'],
  ['that still runs', 'a', { status: 'Running' }, 'run a is Running, only Completed is deployed\n'],
  ['whose name is an option', '--name', {}, "run '--name' is not allowed: letters, digits and _.-, the first a letter or digit\n"],
  ['whose name is a command', 'a; az login', {}, "run 'a; az login' is not allowed: letters, digits and _.-, the first a letter or digit\n"],
  ['whose name is a path', '../a', {}, "run '../a' is not allowed: letters, digits and _.-, the first a letter or digit\n"],
]) {
  test(`refuses a run ${what}`, { skip }, () => {
    const ml = workspace();
    ml.job(name, { 'model.pkl': 'm', 'metrics.json': '{"accuracy": 1}' }, job);
    const { status, stderr } = ml.fetch(name.startsWith('-') ? 'a' : name, name.startsWith('-') ? [`--run=${name}`] : []);
    assert.deepEqual({ status, stderr }, { status: 1, stderr: message });
  });
}

test('refuses a run that there is not', { skip }, () => {
  const { status, stderr } = workspace().fetch('a');
  assert.deepEqual({ status, stderr }, { status: 1, stderr: 'az ml job show --name a: ERROR: (UserError) run a was not found\n' });
});

for (const [what, files, message] of [
  ['no model', { 'metrics.json': '{"accuracy": 1}' }, 'run a left no outputs/model.pkl\n'],
  ['no metrics', { 'model.pkl': 'm' }, 'run a left no outputs/metrics.json\n'],
  ...['', '[]', '{}', '{"accuracy": "1"}', '{"accuracy": NaN}', '{"accuracy": true}'].map((metrics) => [
    `metrics ${metrics}`,
    { 'model.pkl': 'm', 'metrics.json': metrics },
    'run a: outputs/metrics.json is no JSON object of numbers\n',
  ]),
]) {
  test(`refuses a run that left ${what}`, { skip }, () => {
    const ml = workspace();
    ml.job('a', files);
    assert.equal(ml.fetch('a').stderr, message);
  });
}

test('tells the summary of a workflow', { skip }, () => {
  const ml = workspace();
  ml.job('a', { 'model.pkl': 'm' });
  ml.fetch('a');
  const summary = ml.path('summary.md');
  const { status } = run(python, ['-c', 'from azure_ml import say; say("said")'], {
    cwd: `${product}/rollout`,
    env: { GITHUB_STEP_SUMMARY: summary },
  });
  assert.equal(status, 0);
  assert.equal(readFileSync(summary, 'utf8'), 'said\n\n');
});

/** A workspace with runs of these accuracies, some of them deployed already. */
function trained(runs, ...deployed) {
  const ml = workspace();
  for (const [name, accuracy] of Object.entries(runs)) {
    ml.job(name, { 'model.pkl': name, 'metrics.json': JSON.stringify({ accuracy, f1: 0.5 }) });
  }
  if (deployed.length > 0) ml.change((state) => answering(state, runs, deployed));
  return ml;
}

/** What rollouts of these runs leave, one after the other. */
function answering(state, runs, deployed) {
  const versions = deployed.map((run, index) => {
    const version = String(index + 1);
    return { name: 'iris', version, tags: { run, accuracy: String(runs[run]), f1: '0.5' }, file: '' };
  });
  const kept = versions.slice(-2).map(({ version, tags }) => ({ name: `model-${version}`, model: `iris:${version}`, tags, file: '' }));
  state.models.iris = versions;
  state.endpoints.flowers = {
    name: 'flowers',
    traffic: Object.fromEntries(kept.map(({ name }, index) => [name, index === kept.length - 1 ? 100 : 0])),
    deployments: Object.fromEntries(kept.map((deployment) => [deployment.name, deployment])),
  };
}

function deploy(ml, name, parameters) {
  assert.deepEqual(ml.fetch(name).stderr, '');
  const { status, stdout, stderr } = ml.rollOut(name, parameters);
  return { status, stdout, stderr };
}

function endpoint(ml) {
  const { traffic, deployments } = ml.state().endpoints.flowers;
  return { traffic, deployments: Object.fromEntries(Object.values(deployments).map(({ name, model }) => [name, model])) };
}
