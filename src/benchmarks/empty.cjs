// An app with one empty stack: what `cdktf synth` takes by itself.
const { App, TerraformStack } = require('../bindings/node_modules/cdktf');

const app = new App();
new TerraformStack(app, 'empty');
app.synth();
