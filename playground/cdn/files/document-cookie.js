// Shows what a script of the page can read: every cookie without HttpOnly.
const place = document.getElementById('document-cookie');
if (place) place.textContent = document.cookie === '' ? 'document.cookie is empty' : document.cookie.split('; ').join('\n');
