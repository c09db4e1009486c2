// Asks GitHub as the workflow that runs this: GITHUB_TOKEN, GITHUB_API_URL and GITHUB_REPOSITORY say who, where and which.
const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN } = process.env;

/** One request about the repository; its answer's JSON. */
export async function ask(method, path, body) {
  const response = await fetch(`${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/${path}`, {
    method,
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${GITHUB_TOKEN}`, 'x-github-api-version': '2022-11-28' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Everything that a list has, page by page. */
export async function list(path) {
  const all = [];
  for (let page = 1; ; page++) {
    const some = await ask('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
    all.push(...some);
    if (some.length < 100) return all;
  }
}

/** Writes a comment of a pull request, or what was written with the same mark before again. */
export async function keepComment(number, mark, text) {
  const body = `${mark}\n${text}`;
  const comments = await list(`issues/${number}/comments`);
  const mine = comments.find((comment) => comment.user?.type === 'Bot' && comment.body?.startsWith(mark));
  await (mine ? ask('PATCH', `issues/comments/${mine.id}`, { body }) : ask('POST', `issues/${number}/comments`, { body }));
}
