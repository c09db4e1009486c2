// Copies.java in JavaScript: node copies.cjs count outdir
const { cdktf, stacks } = require('./target/stacks.cjs');

const [count, outdir] = process.argv.slice(2);
const app = new cdktf.App({ outdir });
const landingZone = stacks['dev-landing-zone'];
landingZone(app, 'warmup-landing-zone');
const started = performance.now();
for (let copy = 0; copy < Number(count); copy++) {
  landingZone(app, `e${copy}-landing-zone`);
}
app.synth();
console.log((performance.now() - started) / 1000);
