// Azurite for tests: node server.cjs FOLDER-OF-NODE-MODULES OPTIONS. It ends with the process that started it.
const path = require('node:path');
const [folder] = process.argv.splice(2, 1);
process.stdin.resume().on('end', () => process.exit());
require(path.join(folder, 'node_modules/azurite/dist/src/azurite.js'));
