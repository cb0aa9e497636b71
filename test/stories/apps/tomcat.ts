import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';

/** The FORM login of Tomcat's own examples. */
export const tomcat: StoryApp = {
  packages: ['tomcat10', 'tomcat10-examples', 'default-jre-headless'],
  async start(host) {
    const port = await host.freePort();
    for (const folder of ['conf', 'webapps', 'logs', 'temp', 'work']) mkdirSync(join(host.folder, folder));
    const server = `<Server port="-1"><GlobalNamingResources><Resource name="UserDatabase" auth="Container" type="org.apache.catalina.UserDatabase"
      factory="org.apache.catalina.users.MemoryUserDatabaseFactory" pathname="conf/tomcat-users.xml"/></GlobalNamingResources>
      <Service name="Catalina"><Connector address="127.0.0.1" port="${port}" protocol="HTTP/1.1"/><Engine name="Catalina" defaultHost="localhost">
      <Realm className="org.apache.catalina.realm.UserDatabaseRealm" resourceName="UserDatabase"/><Host name="localhost" appBase="webapps">
      <Context path="/examples" docBase="/usr/share/tomcat10-examples/examples"/></Host></Engine></Service></Server>`;
    writeFileSync(join(host.folder, 'conf/server.xml'), server);
    const users =
      '<tomcat-users><role rolename="tomcat"/><user username="tomcat" password="right horse 1" roles="tomcat"/></tomcat-users>';
    writeFileSync(join(host.folder, 'conf/tomcat-users.xml'), users);
    host.run('cp', ['/etc/tomcat10/web.xml', join(host.folder, 'conf')]);
    host.serve('/usr/share/tomcat10/bin/catalina.sh', ['run'], {
      env: { CATALINA_BASE: host.folder, CATALINA_HOME: '/usr/share/tomcat10' },
    });
    await host.answers(`http://127.0.0.1:${port}/examples/`);
    return `http://127.0.0.1:${port}`;
  },
  async walk(page, origin) {
    const inside = `${origin}/examples/jsp/security/protected/index.jsp`;
    const signIn = async (password: string) => {
      await page.fill('[name=j_username]', 'tomcat');
      await page.fill('[name=j_password]', password);
      await page.follow('[type=submit]');
    };
    await page.goto(`${origin}/examples/servlets/servlet/SessionExample`);
    await page.goto(inside);
    await signIn('wrong');
    await page.goto(inside);
    await signIn('right horse 1');
    await page.goto(`${inside}?role=tomcat`);
    await page.goto(`${inside}?logoff=true`);
    await page.goto(inside);
  },
};
