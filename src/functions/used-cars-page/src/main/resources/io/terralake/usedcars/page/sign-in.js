// Who asks: nobody where config.json is {}, otherwise an account of Entra ID, by authorization code with PKCE.
import { Problem, fetchJson } from './problem.js';

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
    throw new Problem({ title: 'Not signed in', detail: error.message });
  }
}

async function account({ clientId, tenantId, scope }) {
  const { msal } = globalThis;
  const client = new msal.PublicClientApplication({
    auth: {
      clientId,
      authority: `https://login.microsoftonline.com/${tenantId}`,
      redirectUri: location.origin + location.pathname,
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await client.initialize();
  const answer = await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  if (answer) {
    history.replaceState(null, '', location.pathname + (answer.state ?? ''));
  }

  let leaving;
  // Several calls may find at once that there is no token; the page leaves once, and never comes back here.
  const again = () => (leaving ??= client.acquireTokenRedirect({ scopes: [scope], state: location.search }).then(() => new Promise(() => {})));
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
      if (error instanceof msal.InteractionRequiredAuthError) {
        return again();
      }
      throw new Problem({ title: 'Not signed in', detail: error.message });
    }
  };
  return { headers, again };
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
