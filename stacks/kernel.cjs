// jsii's program, which Java starts as JSII_RUNTIME and asks by standard input and output.
//
// jsii's own start script is a second Node.js process that carries every question to this program and every answer
// back, and wraps what is printed; this does the latter without the former.
const fs = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { Writable } = require('node:stream');

const { readSync, writeSync } = fs;
// The program talks over file descriptor 3, which that script opens.
fs.readSync = (fd, ...rest) => {
  if (fd !== 3) return readSync(fd, ...rest);
  expected.shift()?.();
  return readSync(0, ...rest);
};
fs.writeSync = (fd, ...rest) => writeSync(fd === 3 ? 1 : fd, ...rest);
for (const name of ['stdout', 'stderr']) {
  const write = (chunk, _, done) => {
    writeSync(2, `${JSON.stringify({ [name]: chunk.toString('base64') })}\n`);
    done();
  };
  Object.defineProperty(process, name, { value: new Writable({ write }) });
}

// jsii lays links to its packages into a folder of this process. Node.js keeps compiled code by the names of
// files, so the packages are loaded from where they always are, and find each other in that folder.
process.execArgv.push('--preserve-symlinks'); // or jsii would copy
const { mkdtempSync } = fs;
fs.mkdtempSync = (...given) => {
  fs.mkdtempSync = mkdtempSync;
  const folder = mkdtempSync(...given);
  process.env.NODE_PATH = join(folder, 'node_modules');
  Module._initPaths();
  return folder;
};

// A provider's classes load while Java thinks about its next question: they have been trimmed to those that are used.
const expected = [];
const { _load: load } = Module;
Module._load = (request, ...rest) => {
  const loaded = load(request, ...rest);
  if (/provider-[a-z]+\/lib\/index\.js$/.test(request)) {
    expected.push(...Object.keys(loaded).map((name) => () => loaded[name]));
  }
  return loaded;
};

// CDKTF calls what newer releases of Node.js warn of.
process.noDeprecation = true;
// CDKTF notes the JavaScript frames that made each token, which tell nothing to somebody who writes Java.
Error.captureStackTrace = () => {};

require('./target/app/software/amazon/jsii/lib/program.js');
