// What makes the fork's project out of ours: names in texts, packages in npm's files, versions in POMs.

/** The fork's Java packages in a source. */
export function forkJava(text) {
  return text
    .replace(/\bcom\.hashicorp\.cdktf\.providers\b/g, 'io.cdktn.providers')
    .replace(/\bcom\.hashicorp\.cdktf\b/g, 'io.cdktn.cdktn');
}

/** The fork's names in a text that names packages of npm and Maven too. */
export function forkNames(text) {
  return forkJava(text)
    .replace(/\bcom\.hashicorp\b/g, 'io.cdktn')
    .replace(/(?<!<module>)\bcdktf\b/g, 'cdktn');
}

/** A POM with the fork's coordinates, and with the versions that the fork's lock has. */
export function forkPom(text, lock) {
  return Object.entries(lock.packages[''].dependencies)
    .map(([name]) => [name.replace('@cdktn/', 'cdktn-'), lock.packages[`node_modules/${name}`].version])
    .reduce(
      (pom, [artifact, version]) =>
        pom.replace(
          new RegExp(`(<${artifact}\\.version>|<artifactId>${artifact}</artifactId>\\s*<version>)[^<$]+`, 'g'),
          `$1${version}`,
        ),
      forkNames(text),
    );
}

/** Our package.json, or the head of our lock, with the fork's packages in the place of CDKTF's. */
export function forkManifest(ours, forks) {
  const kept = Object.entries(ours.dependencies).filter(([name]) => !isReplaced(name));
  return { ...ours, dependencies: { ...Object.fromEntries(kept), ...forks.dependencies } };
}

/** Our package-lock.json with the fork's packages in the place of CDKTF's: what generates the bindings stays the same. */
export function forkLock(ours, forks) {
  const kept = Object.entries(ours.packages).filter(([path]) => !isReplaced(path.replace('node_modules/', '')));
  const head = forkManifest(ours.packages[''], forks.packages['']);
  return { ...ours, packages: { ...Object.fromEntries(kept), ...forks.packages, '': head } };
}

/** Those of our packages that the fork has no counterpart of, by the names that the counterparts would have. */
export function missing(ours, forks) {
  return Object.keys(ours.dependencies)
    .filter(isReplaced)
    .map(forkNames)
    .filter((name) => !(name in forks.dependencies));
}

/** The fork's packages that are CDKTF's under another name. */
export function borrowed(forks) {
  return Object.keys(forks.dependencies).filter((name) => forks.dependencies[name].startsWith('npm:@cdktf/'));
}

/** Whether a package, or one that it brings along, is CDKTF's or what CDKTF stands on. */
function isReplaced(name) {
  return /^(@cdktf\/.+|(cdktf|constructs)(\/.+)?)$/.test(name);
}
