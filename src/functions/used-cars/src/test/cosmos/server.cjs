// Cosmos DB for tests: node server.cjs FOLDER-OF-NODE-MODULES. It prints its port.
// The server of @vercel/cosmosdb-server knows neither plans of queries, which Azure's client library asks for, nor GROUP BY. Both are
// here: the plan sends a query as it is to the one partition that there is; groups are made and their figures computed by the
// server's own expressions, one by one.
const { createRequire } = require('node:module');
const load = createRequire(`${process.argv[2]}/`);
const { createHttpServer } = load('@vercel/cosmosdb-server');
const engine = load('@zeit/cosmosdb-query').default;
const Documents = load('@vercel/cosmosdb-server/lib/account/documents').default;

const PLAN = {
  partitionedQueryExecutionInfoVersion: 2,
  queryInfo: { distinctType: 'None', orderBy: [], orderByExpressions: [], groupByExpressions: [], aggregates: [] },
  queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
};

const plain = Documents.prototype.query;
Documents.prototype.query = function query(body, options) {
  const [, select, from, by] = /^SELECT (.*) (FROM c.*) GROUP BY (.*)$/.exec(body.query) ?? [];
  if (!select) {
    return plain.call(this, body, options);
  }
  const ask = (text, items) => engine(text).exec(items, { parameters: body.parameters }).result;
  const groups = new Map();
  for (const item of plain.call(this, { ...body, query: `SELECT * ${from}` }, {}).result) {
    const key = JSON.stringify(ask(`SELECT VALUE [${by}] FROM c`, [item]));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const columns = select.split(', ').map((column) => column.split(' AS '));
  const figure = (what, items) => ask(`SELECT VALUE ${what} FROM c`, /^(COUNT|SUM|MIN|MAX)\(/.test(what) ? items : [items[0]])[0];
  const row = (items) => Object.fromEntries(columns.map(([what, name]) => [name, figure(what, items)]));
  return { result: [...groups.values()].map(row), continuation: null };
};

const server = createHttpServer({ keepAlive: true });
const [answer] = server.listeners('request');
server.removeAllListeners('request');
server.on('request', (request, response) => {
  if (request.headers['x-ms-cosmos-is-query-plan-request']) {
    request.resume().on('end', () => response.setHeader('content-type', 'application/json').end(JSON.stringify(PLAN)));
  } else {
    // Without this the server looks for the partition key in the query before it is asked, and cannot parse groups.
    request.headers['x-ms-documentdb-query-enablecrosspartition'] = 'true';
    answer(request, response);
  }
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.resume().on('end', () => process.exit());
