// The training example, for real: trained, scored in Azure ML's own server, and let through or not by what its runs are worth.
// node --test stacks/model-events/test/training.test.mjs
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { missing, product, python as system, run, workspace } from './python.mjs';

const training = join(product, 'training');
const locked = readFileSync(join(training, 'conda.yml'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'terralake-training-'));
after(() => rmSync(folder, { recursive: true }));

const environment = missing(11) ?? install();
const python = typeof environment === 'object' ? environment.python : undefined;
const skip = python ? false : environment;
if (skip && process.env.TERRALAKE_REQUIRE_PYTHON === 'true') throw new Error(skip);
const usual = { accuracy: 145 / 150, precision: 0.9667867146858743, recall: 145 / 150, f1: 0.9666633329999667 };

test('every package has one version', () => {
  assert.match(locked, /^ {2}- python=\d+\.\d+\n {2}- pip=\d+\.\d+\n {2}- pip:\n(?: {6}(?:- [\w.-]+==[\w.]+|# .*)\n)+$/m);
});

test('the packages go together', { skip }, () => {
  assert.equal(run(python, ['-m', 'pip', 'check']).stdout, 'No broken requirements found.\n');
});

test('trains, and says what the model is worth', { skip }, () => {
  const { status, stdout, output } = train('usual', []);
  assert.equal(status, 0);
  assert.deepEqual(rounded(JSON.parse(stdout)), rounded(usual));
  assert.deepEqual(rounded(JSON.parse(readFileSync(join(output, 'metrics.json'), 'utf8'))), rounded(usual));
  assert.deepEqual(readdirSync(output).sort(), ['metrics.json', 'model.pkl']);
});

test('logs to Azure ML, here a folder, what the studio shows', { skip }, () => {
  const runs = join(folder, 'mlflow');
  const { status, stderr } = train('logged', ['--kernel', 'rbf', '--c', '2'], { MLFLOW_TRACKING_URI: `file://${runs}`, MLFLOW_ALLOW_FILE_STORE: 'true' });
  assert.equal(status, 0, stderr);
  const [logged] = readdirSync(join(runs, '0')).filter((name) => name !== 'meta.yaml');
  const kept = (what, name) => readFileSync(join(runs, '0', logged, what, name), 'utf8');
  assert.deepEqual(readdirSync(join(runs, '0', logged, 'metrics')).sort(), ['accuracy', 'f1', 'precision', 'recall']);
  assert.deepEqual([kept('params', 'kernel'), kept('params', 'C')], ['rbf', '2.0']);
});

for (const [what, parameters, message] of [
  ['a kernel that there is not', ['--kernel', 'x'], /argument --kernel: invalid choice: 'x'/],
  ['a C that is no number', ['--c', 'nan'], /--c nan is not allowed: more than 0\n$/],
]) {
  test(`refuses ${what}`, { skip }, () => assert.match(train('refused', parameters).stderr, message));
}

test('refuses fewer flowers of a species than it tests with', { skip }, () => {
  const data = mkdtempSync(join(folder, 'data-'));
  writeFileSync(join(data, 'a.csv'), 'sepal_length,sepal_width,petal_length,petal_width,species\n1,2,3,4,0\n1,2,3,4,1\n1,2,3,4,1\n');
  const { status, stderr } = train('refused', [], {}, data);
  assert.deepEqual([status, stderr], [1, 'flowers by species are {0: 1, 1: 2}: at least two species with 5 each are needed\n']);
});

test('the server of Azure ML answers, and says what is wrong with a request', { skip }, () => {
  const { output } = train('served', []);
  const bad = { status: 400, body: { error: 'the body is no JSON object with "data"' } };
  const flower = (error) => ({ status: 400, body: { error } });
  const asked = [
    [{ data: [[5.1, 3.5, 1.4, 0.2], [6.7, 3, 5.2, 2.3]] }, { status: 200, body: { predict: [0, 2] } }],
    ['', bad],
    ['x', bad],
    ['[]', bad],
    [{}, bad],
    [{ data: [] }, flower('/data: a list with at least one flower is needed')],
    [{ data: 'x' }, flower('/data: a list with at least one flower is needed')],
    [{ data: [[1, 2, 3, 4], [1, 2, 3]] }, flower('/data/1: a list of 4 numbers is needed')],
    [{ data: [[1, 2, 3, '4']] }, flower('/data/0: a list of 4 numbers is needed')],
    ['{"data": [[1, 2, 3, NaN]]}', flower('/data/0: a list of 4 numbers is needed')],
  ];
  const { stdout, stderr } = run(python, [join(product, 'test', 'ask.py'), output], { input: JSON.stringify(asked.map(([body]) => body)) });
  assert.ok(stdout, stderr);
  const answers = JSON.parse(stdout).map(({ status, body }) => ({ status, body: JSON.parse(body) }));
  assert.deepEqual(answers, asked.map(([, answer]) => answer));
});

test('of two runs the better one is deployed, whichever comes first', { skip }, () => {
  const better = train('better', ['--kernel', 'linear']);
  const worse = train('worse', ['--kernel', 'sigmoid']);
  const ml = workspace({ AZ_PYTHON: python });
  ml.job('worse', files(worse.output));
  ml.job('better', files(better.output));
  assert.equal(ml.fetch('worse').status, 0);
  assert.equal(ml.fetch('better').status, 0);
  // It answers each flower with the same species: the smoke test stops it, even where there is nothing to compare with.
  assert.match(ml.rollOut('worse').stderr, /^model-1 answers \{"predict": \[.+\]\}, and should \{"predict": \[0, 1, 2\]\}\n$/);
  assert.equal(ml.rollOut('better').stdout, 'deployed=true\n');
  const { status, stdout, stderr } = ml.rollOut('worse');
  assert.deepEqual([status, stdout], [0, 'deployed=false\n']);
  assert.equal(stderr, 'flowers: accuracy 0.0467 of worse does not beat 0.9667 of better: nothing is deployed\n');
  assert.deepEqual(Object.keys(ml.state().endpoints.flowers.deployments), ['model-2']);
});

/** A virtual environment with what conda.yml names, kept until that changes; or why there is none. */
function install() {
  const wanted = locked.match(/(?<=^ {6}- ).+$/gm).join('\n');
  const target = join(dirname(product), 'target');
  const home = join(target, `training-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  const made = join(home, 'bin', 'python');
  if (existsSync(join(home, 'installed'))) return { python: made };
  rmSync(home, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const requirements = join(folder, 'requirements.txt');
  writeFileSync(requirements, wanted);
  const steps = [
    [system, ['-m', 'venv', home]],
    [made, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--no-compile', '--only-binary', ':all:', '--disable-pip-version-check', '-r', requirements]],
  ];
  for (const [program, parameters] of steps) {
    const { status, stderr } = run(program, parameters, { timeout: 600_000 });
    if (status !== 0) return `skipped: pip cannot install what conda.yml names here: ${stderr.trim().split('\n').at(-1)}`;
  }
  writeFileSync(join(home, 'installed'), '');
  return { python: made };
}

function train(name, parameters, env = {}, data = join(training, 'data')) {
  const output = join(folder, name);
  return { ...run(python, [join(training, 'src', 'train.py'), '--data', data, '--output', output, ...parameters], { env }), output };
}

function files(output) {
  return Object.fromEntries(readdirSync(output).map((name) => [name, readFileSync(join(output, name))]));
}

/** What other processors compute differs in the last digits. */
function rounded(metrics) {
  return Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, value.toFixed(6)]));
}
