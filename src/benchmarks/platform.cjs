// The platform in JavaScript: node platform.cjs
const { cdktf, stacks } = require('./target/stacks.cjs');

const app = new cdktf.App();
const made = {};
for (const [id, add] of Object.entries(stacks)) {
  made[id] = add(app, id, made);
}
app.synth();
