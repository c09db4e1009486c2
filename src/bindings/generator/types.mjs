// Which Terraform types a provider package has, and which of them a module wants.
import { distance } from 'fastest-levenshtein';

/** Maps each Terraform type of a jsii assembly to its submodule: `azurerm_storage_account` → `storageAccount`. */
export function availableTypes(assembly) {
  const types = new Map();
  for (const [fqn, submodule] of Object.entries(assembly.submodules)) {
    const [, heading] = /^# `([a-z0-9_]+)`/.exec(submodule.readme?.markdown ?? '') ?? [];
    if (heading && heading !== 'provider') {
      types.set(heading.replace(/^data_/, 'data.'), fqn.slice(assembly.name.length + 1));
    }
  }
  return types;
}

/** The entries of a `types.txt`: one Terraform type a line, `#` starts a comment. */
export function parseTypes(text, file) {
  const entries = text
    .split(/\r?\n/)
    .map((line, index) => ({ type: line.replace(/#.*/, '').trim(), line: index + 1 }))
    .filter((entry) => entry.type !== '');
  const seen = new Map();
  const problems = [];
  for (const { type, line } of entries) {
    if (seen.has(type)) {
      problems.push(`${file}:${line}: ${type} is listed twice, first in line ${seen.get(type)}`);
    }
    seen.set(type, line);
  }
  return { entries, problems };
}

/** The submodules of the wanted types, or what is wrong with the list. */
export function select(text, file, assembly) {
  const available = availableTypes(assembly);
  const { entries, problems } = parseTypes(text, file);
  for (const { type, line } of entries) {
    if (!available.has(type)) {
      const nearest = nearestTypes(type, available.keys()).join(', ');
      problems.push(
        `${file}:${line}: ${assembly.name} ${assembly.version} has no type ${type}; the nearest are ${nearest}`,
      );
    }
  }
  return { submodules: entries.map(({ type }) => available.get(type)), problems };
}

function nearestTypes(type, names) {
  return [...names].sort((a, b) => distance(type, a) - distance(type, b)).slice(0, 3);
}
