/** Where a rule comes from or can be read about. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

const DRAFT = 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis-22';
const MDN = 'https://developer.mozilla.org/en-US/docs/Web/HTTP';

/** A section of RFC 6265bis, as its last draft numbers them. */
export const rfc = (section: string): Link => ({ label: `RFC 6265bis §${section}`, url: `${DRAFT}#section-${section}` });

/** The Set-Cookie page of MDN, at one of its attributes. */
export const mdnSetCookie = (fragment = ''): Link => ({
  label: 'MDN: Set-Cookie',
  url: `${MDN}/Reference/Headers/Set-Cookie${fragment === '' ? '' : `#${fragment}`}`,
});

/** Any other page of MDN's HTTP part. @param path below …/Web/HTTP/ */
export const mdn = (label: string, path: string): Link => ({ label: `MDN: ${label}`, url: `${MDN}/${path}` });

const ASVS_CHAPTERS: Readonly<Record<string, string>> = {
  3: '0x12-V3-Web-Frontend-Security',
  7: '0x16-V7-Session-Management',
  9: '0x18-V9-Self-contained-Tokens',
  12: '0x21-V12-Secure-Communication',
  14: '0x23-V14-Data-Protection',
};

/** A requirement of OWASP ASVS 5.0. @param id such as 3.3.4 */
export function asvs(id: string): Link {
  const chapter = ASVS_CHAPTERS[id.split('.')[0] ?? ''] ?? '';
  return { label: `ASVS ${id}`, url: `https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/${chapter}.md` };
}

const WSTG_PAGES: Readonly<Record<string, string>> = {
  '01': '01-Testing_for_Session_Management_Schema',
  '02': '02-Testing_for_Cookies_Attributes',
  '03': '03-Testing_for_Session_Fixation',
  '04': '04-Testing_for_Exposed_Session_Variables',
  '05': '05-Testing_for_Cross_Site_Request_Forgery',
  '06': '06-Testing_for_Logout_Functionality',
  '07': '07-Testing_Session_Timeout',
  '08': '08-Testing_for_Session_Puzzling',
  '09': '09-Testing_for_Session_Hijacking',
  '10': '10-Testing_JSON_Web_Tokens',
  '11': '11-Testing_for_Concurrent_Sessions',
};

/** A test of the OWASP WSTG's chapter on sessions. @param number such as 02 */
export const wstg = (number: string): Link => ({
  label: `WSTG-SESS-${number}`,
  url: `https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/06-Session_Management_Testing/${WSTG_PAGES[number] ?? ''}`,
});

/** A weakness of the CWE. */
export const cwe = (id: number): Link => ({ label: `CWE-${id}`, url: `https://cwe.mitre.org/data/definitions/${id}.html` });

export const CHIPS: Link = { label: 'CHIPS', url: 'https://github.com/privacycg/CHIPS#readme' };

/** MDN's guide to what a cookie should be set with, and why. */
export const SECURE_COOKIES: Link = {
  label: 'MDN: Secure cookie configuration',
  url: 'https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/Cookies',
};
