import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp, StoryHost } from '../app';
import { phpServer } from './php';

const WWW = '/usr/share/simplesamlphp/www';

const PAGE = `<?php
require '/usr/share/simplesamlphp/lib/_autoload.php';
$auth = new SimpleSAML\\Auth\\Simple('default-sp');
if (basename($_SERVER['SCRIPT_NAME']) === 'index.php') { echo '<a href="/inside.php">inside</a>'; exit; }
if (isset($_POST['out'])) { $auth->logout('/index.php'); }
$auth->requireAuth();
if (isset($_POST['note'])) { header('Location: /inside.php', true, 303); exit; }
echo '<p id="who">', htmlspecialchars($auth->getAttributes()['uid'][0]), '</p>',
  '<form method="post"><input name="note"><button id="save">save</button></form>',
  '<form method="post"><button id="out" name="out" value="1">out</button></form>';
`;

interface Side {
  readonly folder: string;
  readonly origin: string;
}

/** One installation: its settings, its key and its pages. */
async function side(host: StoryHost, name: string, at: string): Promise<Side> {
  const folder = join(host.folder, name);
  for (const each of ['config', 'metadata', 'cert', 'root', 'sessions', 'log'])
    mkdirSync(join(folder, each), { recursive: true });
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=story', '-keyout', join(folder, 'cert/story.key')];
  host.run('openssl', ['req', '-x509', ...key, '-out', join(folder, 'cert/story.crt')]);
  symlinkSync(WWW, join(folder, 'root/simplesaml'));
  writeFileSync(join(folder, 'root/index.php'), PAGE);
  writeFileSync(join(folder, 'root/inside.php'), PAGE);
  const served = await phpServer(host, join(folder, 'root'), { SIMPLESAMLPHP_CONFIG_DIR: join(folder, 'config') });
  const origin = served.replace('127.0.0.1', at);
  const settings = `<?php $config = [
  'baseurlpath' => '${origin}/simplesaml/', 'certdir' => '${folder}/cert/', 'loggingdir' => '${folder}/log/',
  'datadir' => '${folder}/', 'tempdir' => '${folder}/log/', 'metadatadir' => '${folder}/metadata/', 'secretsalt' => 'a salt of this story',
  'auth.adminpassword' => 'right horse 1', 'timezone' => 'UTC', 'logging.handler' => 'file', 'enable.saml20-idp' => ${name === 'provider'},
  'module.enable' => ['core' => true, 'saml' => true, 'exampleauth' => true], 'store.type' => 'phpsession',
  'session.phpsession.savepath' => '${folder}/sessions', 'session.phpsession.cookiename' => 'SimpleSAML', 'session.phpsession.httponly' => true,
  'session.authtoken.cookiename' => 'SimpleSAMLAuthToken', 'session.cookie.secure' => false, 'trusted.url.domains' => null,
  'metadata.sources' => [['type' => 'flatfile', 'directory' => '${folder}/metadata']],
];`;
  writeFileSync(join(folder, 'config/config.php'), settings);
  return { folder, origin };
}

/** SimpleSAMLphp twice: an application on `localhost` and, at the loopback address, its identity provider. */
export const simplesamlphp: StoryApp = {
  packages: ['simplesamlphp', 'php-cli', 'php-xml', 'php-mbstring', 'openssl'],
  async start(host) {
    const shop = await side(host, 'shop', 'localhost');
    const provider = await side(host, 'provider', '127.0.0.1');
    const shopId = `${shop.origin}/simplesaml/module.php/saml/sp/metadata.php/default-sp`;
    const providerId = `${provider.origin}/simplesaml/saml2/idp/metadata.php`;
    const certificate = "file_get_contents('%s/cert/story.crt')";
    const data = (folder: string) =>
      `str_replace(["\\n", '-----BEGIN CERTIFICATE-----', '-----END CERTIFICATE-----'], '', ${certificate.replace('%s', folder)})`;
    writeFileSync(
      join(shop.folder, 'config/authsources.php'),
      `<?php $config = ['default-sp' => ['saml:SP', 'entityID' => '${shopId}', 'idp' => '${providerId}',
  'privatekey' => 'story.key', 'certificate' => 'story.crt', 'sign.logout' => true]];`,
    );
    writeFileSync(
      join(shop.folder, 'metadata/saml20-idp-remote.php'),
      `<?php $metadata['${providerId}'] = ['entityid' => '${providerId}', 'certData' => ${data(provider.folder)},
  'SingleSignOnService' => [['Binding' => 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', 'Location' => '${provider.origin}/simplesaml/saml2/idp/SSOService.php']],
  'SingleLogoutService' => [['Binding' => 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', 'Location' => '${provider.origin}/simplesaml/saml2/idp/SingleLogoutService.php']]];`,
    );
    writeFileSync(
      join(provider.folder, 'config/authsources.php'),
      `<?php $config = ['people' => ['exampleauth:UserPass', 'alice:right horse 1' => ['uid' => ['alice']]]];`,
    );
    writeFileSync(
      join(provider.folder, 'metadata/saml20-idp-hosted.php'),
      `<?php $metadata['${providerId}'] = ['host' => '__DEFAULT__', 'entityid' => '${providerId}', 'privatekey' => 'story.key', 'certificate' => 'story.crt', 'auth' => 'people'];`,
    );
    writeFileSync(
      join(provider.folder, 'metadata/saml20-sp-remote.php'),
      `<?php $metadata['${shopId}'] = ['entityid' => '${shopId}', 'certData' => ${data(shop.folder)},
  'AssertionConsumerService' => [['Binding' => 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', 'Location' => '${shop.origin}/simplesaml/module.php/saml/sp/saml2-acs.php/default-sp']],
  'SingleLogoutService' => [['Binding' => 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect', 'Location' => '${shop.origin}/simplesaml/module.php/saml/sp/saml2-logout.php/default-sp']]];`,
    );
    return shop.origin;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('[name=username]', 'alice');
      await page.fill('[name=password]', password);
      await page.follow('#regularsubmit button, [type=submit]');
    };
    await page.goto(`${origin}/index.php`);
    await page.goto(`${origin}/inside.php`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#who');
    await page.follow('#save');
    await page.goto(`${origin}/inside.php`);
    await page.click('#out');
    await page.appears('a[href="/inside.php"]');
    await page.goto(`${origin}/inside.php`);
    await page.appears('[name=password]');
  },
};
