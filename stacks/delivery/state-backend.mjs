// Makes what an environment's backend names, where it is missing, and lets who runs this write to it:
// node stacks/delivery/state-backend.mjs <environment>
import { spawnSync } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';
import { fail, readShared } from './environments.mjs';

const [environment, pause = '10'] = process.argv.slice(2);
const { settings } = readShared(environment);
const { resourceGroupName: group, storageAccountName: account, containerName: container, subscriptionId } = settings.backend;
const subscription = subscriptionId ? ['--subscription', subscriptionId] : [];
const inGroup = ['--resource-group', group, ...subscription];
const inAccount = ['--account-name', account, ...inGroup];

if (az(['group', 'exists', '--name', group, ...subscription]) !== true) {
  make('resource group', group, ['group', 'create', '--name', group, '--location', settings.location, ...subscription]);
}
const found = az(['storage', 'account', 'list', ...inGroup]).find(({ name }) => name === account);
if (!found) {
  make('storage account', account, ['storage', 'account', 'create', '--name', account, ...inGroup, '--location', settings.location,
    '--sku', 'Standard_ZRS', '--kind', 'StorageV2', '--allow-shared-key-access', 'false', '--allow-blob-public-access', 'false',
    '--allow-cross-tenant-replication', 'false', '--min-tls-version', 'TLS1_2', '--https-only', 'true']);
} else if (found.allowSharedKeyAccess !== false) {
  fail(`storage account ${account} takes shared keys, and the state is secret: az storage account update --name ${account} --resource-group ${group} --allow-shared-key-access false`);
}
// A state that was broken or deleted can be had back.
az(['storage', 'account', 'blob-service-properties', 'update', ...inAccount, '--enable-versioning', 'true',
  '--enable-delete-retention', 'true', '--delete-retention-days', '30', '--enable-container-delete-retention', 'true', '--container-delete-retention-days', '30']);
// By Resource Manager, which needs no right to data yet.
if (!az(['storage', 'container-rm', 'list', '--storage-account', account, ...inGroup]).some(({ name }) => name === container)) {
  make('container', container, ['storage', 'container-rm', 'create', '--name', container, '--storage-account', account, ...inGroup]);
}
await allow();

async function allow() {
  const { id } = az(['storage', 'account', 'show', '--name', account, ...inGroup]);
  const scope = `${id}/blobServices/default/containers/${container}`;
  const { oid, idtyp } = claims(az(['account', 'get-access-token']).accessToken);
  const role = 'Storage Blob Data Contributor';
  const given = az(['role', 'assignment', 'list', '--assignee-object-id', oid, '--role', role, '--scope', scope, '--include-inherited', '--fill-principal-name', 'false', ...subscription]);
  if (given.length === 0) {
    const kind = idtyp === 'app' ? 'ServicePrincipal' : 'User';
    make('role', role, ['role', 'assignment', 'create', '--role', role, '--scope', scope, '--assignee-object-id', oid, '--assignee-principal-type', kind, ...subscription]);
  }
  // A new role works after some minutes.
  for (let attempt = 1; !reads(); attempt++) {
    if (attempt === 30) fail(`${role} on container ${container} of ${account} does not work yet`);
    await setTimeout(Number(pause) * 1000);
  }
}

function reads() {
  const where = ['--account-name', account, '--container-name', container, ...subscription];
  return run(['storage', 'blob', 'list', ...where, '--num-results', '1', '--auth-mode', 'login']).status === 0;
}

/** Who a token speaks of; asking Entra would need a right to read it. */
function claims(token) {
  return JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString());
}

function make(what, name, parameters) {
  az(parameters);
  console.log(`made ${what} ${name}`);
}

function az(parameters) {
  const { status, stdout, stderr, error } = run(parameters);
  if (status !== 0) fail(`az ${parameters.join(' ')}: ${error?.message ?? stderr.trim()}`);
  return stdout.trim() ? JSON.parse(stdout) : undefined;
}

function run(parameters) {
  return spawnSync('az', [...parameters, '--output', 'json', '--only-show-errors'], { encoding: 'utf8', shell: process.platform === 'win32' });
}
