// Writes the JavaScript program that ours is compared with: the same stacks, made by the npm packages.
//
// It is what `tsc` would leave of a TypeScript app: for each synthesized resource a constructor call with the class's own
// configuration, references as attributes of the resources that they name. What it synthesizes is compared with what
// it was written from, so that neither program does less than the other.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const BINDINGS = resolve('src', 'bindings');
const load = createRequire(join(BINDINGS, 'package.json'));
const META = { lifecycle: 'lifecycle', depends_on: 'dependsOn' };

/** The synthesized stacks of an output folder by their ids, the ones that others refer to first. */
export function readStacks(outdir) {
  const { stacks } = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8'));
  const read = ({ synthesizedStackPath }) => JSON.parse(readFileSync(join(outdir, synthesizedStackPath), 'utf8'));
  const ordered = Object.values(stacks).sort((a, b) => a.dependencies.length - b.dependencies.length);
  return Object.fromEntries(ordered.map((stack) => [stack.name, read(stack)]));
}

/** Writes a CommonJS module with a function for each stack. */
export function writeModule(stacks, file) {
  const functions = Object.entries(stacks).map(([id, json]) => `  ${JSON.stringify(id)}: ${stackFunction(id, json, stacks)}`);
  const types = Object.values(stacks).flatMap((json) => [
    ...Object.keys(json.provider),
    ...resourcesOf(json).resources.map(({ type }) => type),
  ]);
  const imports = [...new Set(types)]
    .map(bindingOf)
    .filter(Boolean)
    .map(({ className, module }) => `const { ${className} } = load(${JSON.stringify(module)});\n`);
  writeFileSync(
    file,
    `const load = require('node:module').createRequire(${JSON.stringify(join(BINDINGS, 'package.json'))});\n` +
      `const cdktf = (exports.cdktf = load('cdktf'));\nconst { Construct } = load('constructs');\n${imports.join('')}` +
      `exports.stacks = {\n${functions.join(',\n')},\n};\n`,
  );
}

/** Fails unless both have the same resources with the same arguments. */
export function assertSame(expected, actual) {
  for (const [id, stack] of Object.entries(expected)) {
    for (const part of ['resource', 'data', 'provider', 'output']) {
      const [ours, theirs] = [comparable(stack[part]), comparable(actual[id]?.[part])];
      if (ours !== theirs) {
        const at = [...ours].findIndex((character, index) => character !== theirs[index]);
        const excerpts = [ours, theirs].map((text) => text.slice(Math.max(0, at - 300), at + 200));
        throw new Error(`the JavaScript program differs in ${id}, ${part}:\n${excerpts.join('\n')}`);
      }
    }
  }
}

/** Sorted and without metadata, whose paths and unique ids a stack of another name has too. */
function comparable(json) {
  const sorted = (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== '//').sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  return JSON.stringify(json ?? {}, sorted, 1);
}

function stackFunction(id, json, stacks) {
  const lines = [];
  const write = (line) => lines.push(`    ${line}`);
  const { resources, byAddress } = resourcesOf(json);
  const reference = (path) => referenceTo(path, byAddress, stacks);
  const scopes = new Map([[id, 'stack']]);
  const made = new Set();

  const scopeOf = (path) => {
    const above = path.slice(0, path.lastIndexOf('/'));
    const parent = resources.find((resource) => resource.path === above);
    if (parent) {
      make(parent);
    } else if (!scopes.has(above)) {
      const scope = scopeOf(above);
      const name = `c${scopes.size}`;
      scopes.set(above, name);
      write(`const ${name} = new Construct(${scope}, ${JSON.stringify(above.split('/').pop())});`);
    }
    return parent?.name ?? scopes.get(above);
  };
  const make = (resource) => {
    if (made.has(resource)) return;
    made.add(resource);
    const text = JSON.stringify(resource.json);
    for (const [address, other] of byAddress) {
      if (text.includes(address)) make(other);
    }
    const scope = scopeOf(resource.path);
    write(`const ${resource.name} = ${construction(resource, scope, resource.path.split('/').pop(), reference)};`);
  };

  const { local } = json.terraform.backend ?? {};
  if (local) write(`new cdktf.LocalBackend(stack, ${JSON.stringify(local)});`);
  for (const [provider, [config]] of Object.entries(json.provider)) {
    // A provider may be configured by a resource, and has to come before the others all the same.
    const required = json.terraform.required_providers[provider];
    write(construction({ type: provider, json: config, required }, 'stack', provider, reference) + ';');
  }
  resources.forEach(make);
  for (const [name, output] of Object.entries(json.output ?? {})) {
    if (!name.startsWith('cross-stack-output')) {
      const config = expression({ staticId: true, ...output }, reference);
      write(`new cdktf.TerraformOutput(stack, ${JSON.stringify(name)}, ${config});`);
    }
  }
  const names = resources.map(({ name }) => name).join(', ');
  return `(app, id, stacks) => {\n    const stack = new cdktf.TerraformStack(app, id);\n${lines.join('\n')}\n    return { ${names} };\n  }`;
}

function resourcesOf(json) {
  const resources = [];
  const byAddress = new Map();
  for (const [prefix, types] of [['data.', json.data ?? {}], ['', json.resource ?? {}]]) {
    for (const [type, instances] of Object.entries(types)) {
      if (type === 'terraform_remote_state') continue; // CDKTF makes it of a reference to another stack
      for (const [logicalId, { '//': comment, ...json }] of Object.entries(instances)) {
        const resource = { name: `r${resources.length}`, type: `${prefix}${type}`, json, path: comment.metadata.path };
        resources.push(resource);
        byAddress.set(`${prefix}${type}.${logicalId}`, resource);
      }
    }
  }
  return { resources, byAddress };
}

function construction({ type, json, required }, scope, id, reference) {
  const binding = bindingOf(type);
  const start = `${scope}, ${JSON.stringify(id)}`;
  if (binding) {
    return `new ${binding.className}(${start}, ${config(json, binding, reference)})`;
  }
  // A type without a class, as ours makes it.
  const overrides = Object.entries(json).map(([key, value]) => `.addOverride('${key}', ${expression(value, reference)})`);
  const resource = required
    ? `new cdktf.TerraformProvider(${start}, ${JSON.stringify({
        terraformResourceType: type,
        terraformProviderSource: required.source,
        terraformGeneratorMetadata: { providerName: type, providerVersion: required.version },
      })})`
    : `new cdktf.TerraformResource(${start}, { terraformResourceType: '${type}' })`;
  return `((resource) => (${overrides.map((call) => `resource${call}`).join(', ')}, resource))(${resource})`;
}

/** The class of a Terraform type and the source that says which argument is which property. */
function bindingOf(type) {
  const data = type.startsWith('data.');
  const [provider, ...words] = type.replace('data.', '').split('_');
  const folder = words.length === 0 ? 'provider' : (data ? ['data', provider, ...words] : words).join('-');
  const module = `@cdktf/provider-${provider}/lib/${folder}`;
  const file = join(BINDINGS, 'node_modules', ...module.split('/'), 'index.js');
  if (!existsSync(file)) return undefined;
  const className = Object.entries(load(module)).find(([, value]) => value.tfResourceType === type.replace('data.', ''))[0];
  const source = readdirSync(join(file, '..'), { recursive: true })
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(file, '..', name), 'utf8'))
    .join('\n');
  return { module, className, source };
}

/** The configuration of a class as JavaScript: its own properties by their names, blocks by their mappers. */
function config(json, { source }, reference) {
  const body = /\n {4}synthesizeAttributes\(\) \{\n([^]*?)\n {4}\}/.exec(source)[1];
  const meta = Object.entries(json).filter(([key]) => key in META);
  const own = Object.entries(json).filter(([key]) => !(key in META));
  const metaArguments = meta.map(([key, value]) => `${META[key]}: ${metaArgument(key, value, reference)}`);
  return `{ ${[...properties(Object.fromEntries(own), body, source, reference), ...metaArguments].join(', ')} }`;
}

function metaArgument(key, value, reference) {
  if (key === 'depends_on') return `[${value.map((address) => reference(address).resource).join(', ')}]`;
  const camel = Object.entries(value).map(([name, setting]) => [camelCase(name), setting]);
  return JSON.stringify(Object.fromEntries(camel));
}

function properties(json, body, source, reference) {
  return Object.entries(json).map(([key, value]) => {
    const [, mapper, property] = new RegExp(
      `^ +${key}: (?:struct\\.\\w+ === undefined \\? null : )?(.*?)(?:this\\._|struct\\.)(\\w+)`,
      'm',
    ).exec(body);
    const [, block] = /(?<!cdktf\.)\b(\w+ToTerraform)/.exec(mapper) ?? [];
    return `${property}: ${block ? blocks(value, block, source, reference) : expression(value, reference)}`;
  });
}

function blocks(value, mapper, source, reference) {
  if (Array.isArray(value)) return `[${value.map((block) => blocks(block, mapper, source, reference)).join(', ')}]`;
  const body = new RegExp(`function ${mapper}\\(struct\\) \\{[^]*?return \\{\\n([^]*?)\\n {4}\\};`).exec(source)[1];
  return `{ ${properties(value, body, source, reference).join(', ')} }`;
}

/** A JSON value as JavaScript, with what it refers to. */
function expression(value, reference) {
  if (Array.isArray(value)) return `[${value.map((item) => expression(item, reference)).join(', ')}]`;
  if (value && typeof value === 'object') {
    return `{ ${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${expression(item, reference)}`).join(', ')} }`;
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  const parts = value.split(/(?<!\$)\$\{([^}"]+)\}/);
  const code = parts.map((part, index) => (index % 2 === 1 ? reference(part).attribute : part && JSON.stringify(part)));
  return code.filter(Boolean).join(' + ') || '""';
}

/** The variable of a resource and the attribute that is read from it. */
function referenceTo(path, byAddress, stacks, prefix = '') {
  const [, stack, output] = /^data\.terraform_remote_state\.cross-stack-reference-input-(.+)\.outputs\.(.+)$/.exec(path) ?? [];
  if (stack) {
    const [, inner] = /^\$\{(.+)\}$/.exec(stacks[stack].output[output].value);
    return referenceTo(inner, resourcesOf(stacks[stack]).byAddress, stacks, `stacks[${JSON.stringify(stack)}].`);
  }
  const [, address, attributes] = /^((?:data\.)?\w+\.[\w-]+)\.?(.*)$/.exec(path);
  const named = byAddress.get(address);
  const resource = `${prefix}${named?.name}`;
  if (named && !bindingOf(named.type)) return { resource, attribute: `${resource}.getStringAttribute('${attributes}')` };
  return { resource, attribute: `${resource}.${attributes.replace(/\[0\]/g, '').split('.').map(camelCase).join('.')}` };
}

function camelCase(name) {
  return name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
