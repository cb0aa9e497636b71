// Sets a cookie as scripts do. The second is refused: HttpOnly is for servers only.
// biome-ignore lint/suspicious/noDocumentCookie: setting a cookie by script is what this file shows
document.cookie = 'set_by_script=1; Path=/; Max-Age=3600; Secure; SameSite=Lax';
// biome-ignore lint/suspicious/noDocumentCookie: as above
document.cookie = 'never_set=1; Path=/; HttpOnly';
