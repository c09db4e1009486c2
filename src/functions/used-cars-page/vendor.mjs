// Lays out what the page takes from npm packages: node vendor.mjs <target folder>
//
// Scripts go beside the page's files and licences into META-INF, both below classes; what tests take goes into driver. Packages are
// installed once per lock file.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const packages = join(here, 'node_modules');
const [target] = process.argv.slice(2);
const page = join(target, 'classes', 'io', 'terralake', 'usedcars', 'page');
const licences = join(target, 'classes', 'META-INF', 'licenses');

install();
copy('plotly.js-basic-dist-min/plotly-basic.min.js', join(page, 'plotly.js'));
copy('plotly.js-basic-dist-min/LICENSE', join(licences, 'plotly.js', 'LICENSE'));
copy('@azure/msal-browser/lib/msal-browser.min.js', join(page, 'msal-browser.js'));
copy('@azure/msal-browser/LICENSE', join(licences, 'msal-browser', 'LICENSE'));
copy('axe-core/axe.min.js', join(target, 'driver', 'axe.js'));
// The driver as com.microsoft.playwright looks for it, in place of its driver-bundle: 200 MB with a Node.js for each system.
copy('playwright-core', join(target, 'driver', 'package'));

function install() {
  const lock = readFileSync(join(here, 'package-lock.json'));
  const installed = join(packages, '.terralake-lock.json');
  if (existsSync(installed) && readFileSync(installed).equals(lock)) {
    return;
  }
  console.log("downloading the npm packages of the used cars' page (about 20 MB, once)");
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(`npm ci failed in ${here} (${npm.error ?? `exit code ${npm.status}`})`);
    process.exit(1);
  }
  cpSync(join(here, 'package-lock.json'), installed);
}

function copy(from, to) {
  cpSync(join(packages, from), to, { recursive: true });
}
