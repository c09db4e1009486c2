// Refuses an environment that cannot be deployed from a machine that keeps nothing: node stacks/delivery/remote-backend.mjs <environment>
// Without one, all that can, as JSON: each with the label of its runner, which RUNNERS says ({"prod": "label"}) where it is a private one.
import { known, read, readShared } from './environments.mjs';

const [environment] = process.argv.slice(2);
if (environment !== undefined) {
  readShared(environment);
} else {
  const runners = JSON.parse(process.env.RUNNERS || '{}');
  const shared = known.filter((name) => read(name).settings.backend);
  console.log(JSON.stringify(shared.map((name) => ({ environment: name, runner: runners[name] ?? 'ubuntu-latest' }))));
}
