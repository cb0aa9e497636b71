import { expect, it } from 'vitest';
import { addressOf, resolve, saysError, saysSecondFactor, saysSignIn, saysSignOut } from './address';

const address = (path: string) => {
  const found = addressOf(`https://a.example${path}`);
  if (found === null) throw new Error(path);
  return found;
};

it.each([
  '/login',
  '/users/sign_in',
  '/wp-login.php',
  '/index.php?title=Special:UserLogin',
  '/doku.php?id=start&do=login',
  '/j_security_check',
  '/Identity/Account/Login',
  '/api/auth/signin',
  '/login?logout',
  '/logon.aspx',
  '/admin/login/?next=/admin/',
])('%s is an address to sign in at', (path) => {
  expect(saysSignIn(address(path))).toBe(true);
  expect(saysSignOut(address(path))).toBe(false);
});

it.each([
  '/logout',
  '/users/sign_out',
  '/wp-login.php?action=logout&_wpnonce=1',
  '/index.php?title=Special:UserLogout',
  '/?logout',
  '/app/index.jsp?logoff=true',
  '/realms/x/protocol/openid-connect/logout',
  '/index.php?route=/logout',
  '/?_task=logout',
  '/auth/signout',
  '/connect/endsession',
  '/SignOff',
  '/index.php?logout=Logout',
  '/?button=Sign+out',
])('%s is an address to sign out at', (path) => {
  expect(saysSignOut(address(path))).toBe(true);
  expect(saysSignIn(address(path))).toBe(false);
});

it.each(['/blog', '/blogin-now', '/catalogue', '/design-in-print', '/logistics', '/signs', '/outlog'])(
  '%s is neither',
  (path) => {
    expect(saysSignIn(address(path)) || saysSignOut(address(path))).toBe(false);
  },
);

it('tells pages apart by the parameters that choose one, and by no others', () => {
  expect(address('/index.php?title=A&utm=1').page).toBe(address('/index.php?utm=2&title=A').page);
  expect(address('/index.php?title=A').page).not.toBe(address('/index.php?title=B').page);
  expect(address('/a;jsessionid=0123456789').page).toBe(address('/a').page);
});

it('tells shapes of a page apart by the names of parameters, not by their values', () => {
  expect(address('/app.php?failed=1').page).toBe(address('/app.php').page);
  expect(address('/app.php?failed=1').shape).not.toBe(address('/app.php').shape);
  expect(address('/list?from=1&n=x').shape).toBe(address('/list?n=y&from=1').shape);
});

const pageFrom = (location: string, base: string) => addressOf(resolve(location, base))?.page;

it('resolves where a redirect leads', () => {
  expect(pageFrom('/b', 'https://a.example/x/y')).toBe('a.example/b');
  expect(pageFrom('b', 'https://a.example/x/y?z')).toBe('a.example/x/b');
  expect(pageFrom('//c.example/b', 'https://a.example/')).toBe('c.example/b');
  expect(pageFrom('https://c.example:8443/b', 'https://a.example/')).toBe('c.example/b');
  expect(pageFrom('?do=login', 'https://a.example/d.php?id=1')).toBe('a.example/d.php?do=login');
});

it('hears an error or a second factor in an address', () => {
  expect(saysError(address('/login?error=CredentialsSignin&code=x'))).toBe(true);
  expect(saysError(address('/home?terror=1'))).toBe(false);
  expect(saysSecondFactor(address('/login/otp'))).toBe(true);
});

it('is null where there is no host', () => {
  expect(addressOf('about:blank')).toBeNull();
  expect(addressOf('data:text/plain,x')).toBeNull();
});
