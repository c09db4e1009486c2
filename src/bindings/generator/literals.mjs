// Writes constants into generated Java that jsii would ask of JavaScript, once for each class of a program.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Sets `TF_RESOURCE_TYPE` of each class in `java` to what the JavaScript in `lib` has for it. */
export function writeResourceTypes(lib, java) {
  const types = new Map(
    files(lib, '.js').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b(\w+)\.tfResourceType ?= ?"(\w+)"/g)].map(([, name, type]) => [name, type]),
    ),
  );
  for (const file of files(java, '.java')) {
    const type = types.get(basename(file, '.java'));
    if (type) {
      const code = readFileSync(file, 'utf8');
      writeFileSync(file, code.replace(/(?<= TF_RESOURCE_TYPE = ).*?jsiiStaticGet\(.*(?=;)/, `"${type}"`));
    }
  }
}

function files(folder, ending) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));
}
