import type { Secret } from '../../facts/fact';

/** What the fields of a form or JSON body are for, by their names. Names of all applications met in the tests, and ordinary ones. */
export interface FieldUse {
  readonly password: boolean;
  readonly newPassword: boolean;
  readonly oldPassword: boolean;
  readonly user: boolean;
  readonly code: boolean;
  readonly passkey: boolean;
  readonly remember: boolean;
  /** An answer of another site: an OpenID Connect code, a SAML response, a ticket. */
  readonly external: boolean;
  readonly count: number;
}

const PASSWORD =
  /(?:^|_)(?:pass|passw|passwd|passwrd|password|user_?pass|user_?password|login_?pass|login_?password|passwort|pwd|pw|psw|passphrase|kennwort|wachtwoord|motdepasse|mdp|contrasena|contrasenya|clave|senha|parola|haslo|heslo|lozinka|salasana|sifre)\d?$/;
const AGAIN = /confirm|repeat|retype|again|verif|2$/;
const NEW = /new|neu|nuevo|nouveau|set_?pass/;
const OLD = /old|current|existing|previous|ancien|actual|aktuell/;
const USER =
  /(?:^|_)(?:user|username|user_?name|user_?id|userid|uname|usr|login|login_?(?:id|name)|log|email|e_?mail|mail|email_?address|identifier|account|account_?name|nickname|benutzer|benutzername|utilisateur|usuario|identifiant)$/;
const CODE =
  /(?:^|_)(?:otp|totp|mfa|code|2fa|tfa|pin|tan|passcode|otp_?(?:code|token|attempt)|mfa_?(?:code|token)|totp_?(?:code|pin|token)|two_?factor_?(?:code|token)|verification_?code|auth_?code|backup_?code|recovery_?code|one_?time_?(?:code|password)|security_?code|token_?code|sms_?code)$/;
const PASSKEY = /(?:^|_)(?:raw_?id|client_?data_?json|authenticator_?data|user_?handle|webauthn|passkey|assertion)$/;
const REMEMBER =
  /remember|persist|(?:^|_)keep(?:$|_?(?:me|logged|signed|alive|login|session))|(?:^|_)stay(?:$|_?(?:signed|logged|in))|auto_?login|permanent|long_?session|trust_?(?:device|browser)|cookie_?(?:user|login)|merken|angemeldet_?bleiben|eingeloggt_?bleiben|souvenir|recordar|recuerda|lembrar|onthou|ricorda|^rem(?:_?me)?$|^r$/;
const EXTERNAL = /^(?:samlresponse|id_token|code|ticket|oauth_verifier|assertion|wresult)$/;

/** What the fields are for; of null (no body, or an unreadable one) nothing is known. */
export function fieldUse(fields: readonly Secret[] | null): FieldUse {
  const names = (fields ?? []).map(({ name }) => bare(name));
  const passwords = names.filter((name) => PASSWORD.test(name.replace(/_?(?:confirm|confirmation|repeat|again|verify)$/, '')));
  // `u` and `p`; the two keys of a service that knows programs as users.
  const isShort = has(names, 'u', 'p') || has(names, 'access_key', 'secret_key');
  return {
    password: isShort || passwords.some((name) => !OLD.test(name)) || passwords.length === 1,
    newPassword: passwords.some((name) => AGAIN.test(name) || NEW.test(name)),
    oldPassword: passwords.length > 1 && passwords.some((name) => OLD.test(name)),
    // `name` beside a password is whose password it is.
    user: isShort || names.some((name) => USER.test(name)) || (passwords.length === 1 && names.includes('name')),
    code: names.some((name) => CODE.test(name)),
    passkey: names.filter((name) => PASSKEY.test(name)).length >= 2,
    remember: names.some((name) => REMEMBER.test(name)),
    external: names.some((name) => EXTERNAL.test(name)),
    count: names.length,
  };
}

/** Whether a password goes without anything that may name whose it is. */
export const isPasswordAlone = (fields: readonly Secret[] | null): boolean =>
  (fields ?? []).every((field) => fieldUse([field]).password || isCsrfName(field.name) || BESIDE.test(bare(field.name)));
const BESIDE = /modal|confirm|sudo|submit|button|challenge|next|redirect|return|method|action|token/;

const has = (names: readonly string[], ...both: readonly string[]): boolean => both.every((each) => names.includes(each));

/** A user name that was sent, by its digest. */
export interface UserName {
  /** Without the form's own words around it. */
  readonly field: string;
  readonly digest: string;
}

/** The user names among the fields, as a name and an e-mail address, as far as they were digested. */
export function userNames(fields: readonly Secret[] | null): readonly UserName[] {
  const found = (fields ?? []).map(({ name, digest }) => ({ field: bare(name), digest })).filter(({ field }) => USER.test(field));
  // Beside another, `login` is the button.
  const names = found.length > 1 ? found.filter(({ field }) => field !== 'login') : found;
  return names.flatMap(({ field, digest }) => (digest === null ? [] : [{ field, digest }]));
}

/** Whether two users are the same: what both gave is equal, else a name that one gave is one of the other's. */
export function isSameUser(a: readonly UserName[], b: readonly UserName[]): boolean {
  const both = a.flatMap((one) => b.filter(({ field }) => field === one.field).map(({ digest }) => digest === one.digest));
  return both.length > 0 ? both.every(Boolean) : a.some(({ digest }) => b.some((each) => each.digest === digest));
}

const CSRF =
  /csrf|xsrf|authenticity_token|requestverificationtoken|requesttoken|antiforgery|(?:^|_)(?:token|nonce|sectok|sesskey|crumb|formhash|form_key|form_token|formtoken|logintoken|edittoken|deletetoken|wpnonce|state)$|(?:login|edit|create|csrf|form|auth)_token$/;

/** Whether a field, header or parameter of this name is there against forgery. */
export function isCsrfName(name: string): boolean {
  const before = csrfNames.get(name);
  if (before !== undefined) return before;
  const last = bare(name);
  // `RelayState` is where somebody is to be sent back to.
  const is = CSRF.test(last) && !/access_token|refresh_token|id_token|otp_token|mfa_token|relay_?state/.test(last);
  if (csrfNames.size >= MOST_NAMES) csrfNames.clear();
  csrfNames.set(name, is);
  return is;
}

/** A site has few names, each on many requests. */
const csrfNames = new Map<string, boolean>();
const MOST_NAMES = 1024;

/** What kind of control a field is, behind what it is for: `usernamefld`, `passwordInput`. */
const CONTROL = /(?<=user|name|login|mail|pass|word|pwd)_?(?:fld|field|input|txt|textbox|edit)$/;

/** The last piece of a path such as `user[password]` or `data.attributes.password`, in lower case, words parted by `_`. */
function bare(name: string): string {
  const last =
    name
      .split(/[.[\]]+/)
      .filter((piece) => piece !== '' && !/^\d+$/.test(piece))
      .at(-1) ?? name;
  return last
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
    .replace(CONTROL, '');
}
