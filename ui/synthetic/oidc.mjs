// A real OpenID Connect provider for demo and tests, in the place of ID-porten: whoever types a
// national number is that person, at the level they choose. Prints its address when it listens.
//
//   node oidc.mjs CALLBACK [AFTER_LOGOUT [NUMBER]]
import { Provider } from "oidc-provider";
import http from "node:http";

const [callback, afterLogout, number = ""] = process.argv.slice(2);
const LEVELS = ["idporten-loa-substantial", "idporten-loa-high"];
const LOW = "selfregistered-email";

const listener = http.createServer();
await new Promise((listening) => listener.listen(0, "127.0.0.1", listening));
const issuer = `http://127.0.0.1:${listener.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "hmskort",
      client_secret: "a secret of the tests",
      redirect_uris: [callback],
      post_logout_redirect_uris: afterLogout ? [afterLogout] : [],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    },
  ],
  pkce: { required: () => true },
  acrValues: [LOW, ...LEVELS],
  claims: { openid: ["sub", "pid"], acr: null },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  // As in ID-porten, the number stands in the ID token; the subject says nothing.
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: `subject of ${id.length}`, pid: id }) }),
  // Nobody is asked for consent.
  loadExistingGrant: async (context) => {
    const { client, session, provider } = context.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope("openid");
    await grant.save();
    return grant;
  },
  jwks: undefined,
});

const FORM = `<!doctype html><html lang="nb"><title>Innlogging for prøve</title>
<h1>Innlogging for prøve</h1><form method="post">
<label>Fødselsnummer <input name="pid" data-testid="pid" value="${number}" autocomplete="off"></label>
<label>Nivå <select name="acr" data-testid="acr">${[LEVELS[1], LEVELS[0], LOW]
  .map((level) => `<option value="${level}">${level}</option>`)
  .join("")}</select></label>
<button name="go" value="yes" data-testid="go">Logg inn</button>
<button name="go" value="no" data-testid="no">Avbryt</button></form></html>`;

async function body(request) {
  let text = "";
  for await (const piece of request) text += piece;
  return new URLSearchParams(text);
}

provider.use(async (context, next) => {
  if (!context.path.startsWith("/interaction/")) return next();
  if (context.method !== "POST") {
    context.type = "html";
    context.body = FORM;
    return;
  }
  const form = await body(context.req);
  const login = { accountId: form.get("pid"), acr: form.get("acr"), amr: ["TestID"] };
  const denied = { error: "access_denied", error_description: "Avbrutt" };
  const result = form.get("go") === "no" ? denied : { login };
  // It writes the answer itself.
  context.respond = false;
  await provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: false });
});

listener.on("request", provider.callback());
console.log(issuer);
