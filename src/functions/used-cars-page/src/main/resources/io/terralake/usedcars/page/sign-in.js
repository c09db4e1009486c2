// Who asks: nobody where config.json is {}, otherwise an account of Entra ID, by authorization code with PKCE.
import { Problem, fetchJson } from './problem.js';

// What MSAL says of a session that has ended when it may not try a hidden frame.
const ENDED = ['invalid_grant', 'token_refresh_required'];

/** @returns {Promise<{headers: () => Promise<object>, again?: () => Promise<void>}>} what calls carry, and how to sign in anew */
export async function signIn() {
  const config = await fetchJson('config.json');
  if (!config.clientId) {
    return { headers: async () => ({}) };
  }
  await load('msal-browser.js');
  try {
    return await account(config);
  } catch (error) {
    throw refused(error);
  }
}

async function account({ clientId, tenantId, scope }) {
  const { msal } = globalThis;
  const client = new msal.PublicClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      redirectUri: new URL('.', location.href).href,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await client.initialize();
  const answer = await comeBack(client);

  let leaving;
  // Several calls may find at once that there is no token: the page leaves once, and never comes back here.
  const again = () => (leaving ??= leave());
  const leave = async () => {
    try {
      await client.acquireTokenRedirect({ scopes: [scope], state: location.search });
    } catch (error) {
      leaving = undefined;
      throw refused(error);
    }
    return new Promise(() => {});
  };
  const known = answer?.account ?? client.getAllAccounts()[0];
  if (!known) {
    await again();
  }
  // No hidden frame: it would need a page of its own to come back to, and frames in the policy.
  const cacheLookupPolicy = msal.CacheLookupPolicy.AccessTokenAndRefreshToken;
  const headers = async () => {
    try {
      const { accessToken } = await client.acquireTokenSilent({ account: known, scopes: [scope], cacheLookupPolicy });
      return { Authorization: `Bearer ${accessToken}` };
    } catch (error) {
      if (error instanceof msal.InteractionRequiredAuthError || ENDED.includes(error.errorCode)) {
        return again();
      }
      throw refused(error);
    }
  };
  return { headers, again };
}

/** Puts the filters that went along as state into the address again, when the page is where Entra sent its reader back to. */
async function comeBack(client) {
  // MSAL gives the state with an account only; its own part ends with a bar.
  const [, filters = ''] = new URLSearchParams(location.hash.slice(1)).get('state')?.split('|') ?? [];
  try {
    return await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  } finally {
    if (filters.startsWith('?')) {
      history.replaceState(null, '', location.pathname + filters);
    }
  }
}

function refused(error) {
  return error instanceof Problem ? error : new Problem({ title: 'Not signed in', detail: error.message });
}

function load(source) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = resolve;
    script.onerror = () => reject(new Problem({ title: 'No connection', detail: `${source} cannot be loaded.` }));
    document.head.append(script);
  });
}
