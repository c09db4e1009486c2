// Every SQL script of the stacks is T-SQL: parsed by the grammar of the ANTLR project (antlr/grammars-v4, as published
// in antlr4ts-sql). What the scripts do is tested where there is a SQL Server, by SqlScriptTests.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
let sql;

before(() => {
  if (!existsSync(join(folder, 'node_modules', 'antlr4ts-sql'))) {
    const shell = process.platform === 'win32';
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, shell });
    assert.equal(npm.status, 0, `npm ci failed: ${npm.error ?? npm.stderr}`);
  }
  const { antlr4tsSQL, SQLDialect } = createRequire(import.meta.url)('antlr4ts-sql');
  sql = new antlr4tsSQL(SQLDialect.TSQL);
});

/** What is no T-SQL in a script, each with its line and column. */
function mistakes(script) {
  const found = [];
  const listener = {
    syntaxError: (recognizer, symbol, line, column, message) =>
      found.push(`${line}:${column + 1}: ${message.replace(/expecting \{.*\}/, 'expecting something else')}`),
  };
  // The library adds listeners to one that prints.
  const tokens = sql.getTokens(script, [listener]);
  const parser = sql.getParser(tokens, [listener]);
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  sql.getParseTree(parser);
  const { line, charPositionInLine, text, type } = parser.currentToken;
  if (found.length === 0 && type !== -1) {
    found.push(`${line}:${charPositionInLine + 1}: nothing can begin with "${text}"`);
  }
  return found;
}

function scripts() {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'sql')))
    .flatMap((entry) => readdirSync(join(folder, entry.name, 'sql')).map((file) => join(entry.name, 'sql', file)));
}

test('every script is T-SQL', () => {
  assert.ok(scripts().length > 0);
  for (const script of scripts()) {
    assert.deepEqual(mistakes(readFileSync(join(folder, script), 'utf8')), [], script);
  }
});

test('every script is one that Flyway runs', () => {
  for (const script of scripts()) {
    assert.match(script.split(/[\\/]/).pop(), /^(V\d+|R)__\w+\.sql$/);
  }
});

for (const [what, script] of Object.entries({
  'a block without its end': 'CREATE PROCEDURE [dbo].[x] AS BEGIN SELECT 1;',
  'a missing value': 'UPDATE [dbo].[x] SET [a] = WHERE [b] = 1;',
  'an open bracket': "INSERT INTO [dbo].[x] ([a]) VALUES ('1'",
  'a statement of another database': 'CREATE TABLE t (a SERIAL PRIMARY KEY) ENGINE = InnoDB;',
  'half a THROW': 'BEGIN THROW 50001, 1; END;',
})) {
  test(`the grammar refuses ${what}`, () => assert.notDeepEqual(mistakes(script), []));
}
