// Another origin of the same site asks the shop who is signed in, with cookies. The header makes the browser ask by OPTIONS first.
const shop = location.origin.replace('//cdn.', '//');
const output = document.querySelector('output');
fetch(`${shop}/token/user`, { credentials: 'include', headers: { 'X-Requested-With': 'fetch' } })
  .then((answer) => (answer.ok ? answer.json() : { user: 'nobody' }))
  .then(
    ({ user }) => {
      output.textContent = user;
    },
    () => {
      output.textContent = 'not to be learned';
    },
  );
