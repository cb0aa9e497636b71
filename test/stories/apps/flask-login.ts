import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoryApp } from '../app';

const SERVER = `
import sys
from flask import Flask, flash, get_flashed_messages, redirect, request
from flask_login import LoginManager, UserMixin, login_required, login_user, logout_user, current_user
app = Flask(__name__)
app.secret_key = 'a secret of the story'
manager = LoginManager(app)
manager.login_view = 'login'

class User(UserMixin):
    id = 'alice'

@manager.user_loader
def load(name):
    return User() if name == 'alice' else None

@app.get('/')
def home():
    return '<a href="/inside">inside</a>'

@app.route('/login', methods=['GET', 'POST'])
def login():
    if request.method == 'POST':
        if request.form['password'] == 'right horse 1':
            login_user(User(), remember='remember' in request.form)
            return redirect('/inside')
        flash('No.')
    return ' '.join(get_flashed_messages()) + '<form method="post"><input name="username"><input name="password" type="password"><input type="checkbox" name="remember"><button>in</button></form>'

@app.get('/inside')
@login_required
def inside():
    return '<p id="who">' + current_user.get_id() + '</p><a id="out" href="/logout">out</a>'

@app.get('/logout')
@login_required
def logout():
    logout_user()
    return redirect('/')

app.run('127.0.0.1', int(sys.argv[1]))
`;

/** Flask-Login: the session lies in the cookie, and a signed user id remembers whoever ticked the box. */
export const flaskLogin: StoryApp = {
  packages: ['python3-flask-login'],
  async start(host) {
    const port = await host.freePort();
    writeFileSync(join(host.folder, 'server.py'), SERVER);
    host.serve('/usr/bin/python3', ['server.py', String(port)], { cwd: host.folder });
    await host.answers(`http://127.0.0.1:${port}/`);
    return `http://127.0.0.1:${port}`;
  },
  async walk(page, origin) {
    const signIn = async (password: string) => {
      await page.fill('[name=username]', 'alice');
      await page.fill('[name=password]', password);
      await page.click('[name=remember]');
      await page.follow('button');
    };
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/inside`);
    await signIn('wrong');
    await signIn('right horse 1');
    await page.appears('#who');
    await page.goto(`${origin}/inside`);
    // The browser is closed: what lasts only as long goes, what remembers stays.
    await page.forget('session');
    await page.goto(`${origin}/inside`);
    await page.appears('#who');
    await page.follow('#out');
    await page.goto(`${origin}/inside`);
  },
};
