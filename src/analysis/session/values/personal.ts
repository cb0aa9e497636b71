import type { Budget } from './budget';

const EMAIL = /[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,24}/i;
/** International form only: other digits are far more often ids than numbers of telephones. */
const PHONE = /(?:^|[^\w+])\+[1-9]\d{0,2}[ .-]?(?:\(?\d{1,4}\)?[ .-]?){2,5}\d{2,4}(?!\w)/;
const CARD = /(?:^|\D)\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?!\d)/;

/** Names that tell what stands beside them. Compared without case and separators. */
const PERSONAL = new Set(
  'email mail emailaddress phone phonenumber mobile tel telephone birthdate birthday dob dateofbirth address street zip zipcode postcode givenname firstname familyname lastname surname fullname gender nationality locationlat locationlng'.split(
    ' ',
  ),
);
const SENSITIVE = new Set(
  'password passwd pwd pass passphrase passwordhash secret clientsecret apikey apisecret privatekey accesskey secretkey ssn socialsecuritynumber taxid passport passportnumber creditcard cardnumber cvv cvc iban accountnumber pin mfasecret totpsecret otpsecret'.split(
    ' ',
  ),
);

/**
 * Notes an e-mail address, telephone or card number in readable text.
 * @param place the claim or field it stands in; empty = the value itself
 */
export function notePersonal(text: string, budget: Budget, place = ''): void {
  if (EMAIL.test(text)) budget.note('personal-data', { what: 'email', place });
  if (PHONE.test(` ${text}`)) budget.note('personal-data', { what: 'phone', place });
  if (CARD.test(text)) budget.note('sensitive-claim', { what: 'card-number', place });
}

/** What a field or cookie of a user's name is called; `user_lang` and `login_method` hold something else of the user's. */
const NAMES_USER =
  /(?:^|_)(?:user|user_?name|uname|usr|login|login_?(?:name|user)|account(?:_?name)?|member(?:_?name)?|nick(?:_?name)?|display_?name|full_?name|real_?name|who)$/;
const NOBODY =
  /^(?:guest|anonymous|anon|nobody|none|null|undefined|unknown|public|default|true|false|yes|no|on|off|ok|new|old|in|out|basic|free|premium|standard|logged.?(?:in|out)|deleted|[a-z]{2}(?:[-_][a-z]{2})?)$/i;

/** Whether what is called so is a name of a user: a word, or a first and a last name, after a domain where there is one. */
export function isUserName(name: string, value: string): boolean {
  const bare = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toLowerCase();
  return NAMES_USER.test(bare) && /^\p{L}[\p{L}\d._@'+\\ -]{1,39}$/u.test(value) && !isRandom(value) && !NOBODY.test(value);
}

/** Digits among letters again and again, as in an id. */
const isRandom = (value: string): boolean => value.length >= 12 && (value.match(/[a-z]\d|\d[a-z]/gi)?.length ?? 0) >= 3;

/** Notes a claim or field whose name says that what stands beside it is personal or secret. */
export function noteKey(key: string, place: string, budget: Budget): void {
  const bare = key.replace(/[^a-z0-9]/gi, '').toLowerCase();
  if (SENSITIVE.has(bare)) budget.note('sensitive-claim', { what: 'named', place });
  else if (PERSONAL.has(bare)) budget.note('personal-data', { what: 'named', place });
}
