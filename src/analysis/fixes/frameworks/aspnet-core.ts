import type { Framework } from './framework';

/** ASP.NET Core 8 or later: cookie authentication, or AddSession. */
export const aspnetCore: Framework = {
  id: 'aspnet-core',
  name: 'ASP.NET Core',
  docs: 'https://learn.microsoft.com/aspnet/core/security/authentication/cookie',
  comment: '//',
  quote: '"',
  none: 'null',
  session: {
    where: 'Program.cs (AddSession takes the same o.Cookie)',
    before: ['builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)', '  .AddCookie(o =>', '  {'],
    settings: {
      name: '    o.Cookie.Name = "$name";',
      path: '    o.Cookie.Path = "$path";',
      domain: { given: '    o.Cookie.Domain = "$domain";', absent: '    o.Cookie.Domain = null;' },
      lifetime: { given: '    o.ExpireTimeSpan = TimeSpan.FromSeconds($seconds);', session: null },
      secure: '    o.Cookie.SecurePolicy = CookieSecurePolicy.Always;',
      httpOnly: '    o.Cookie.HttpOnly = true;',
      sameSite: '    o.Cookie.SameSite = SameSiteMode.$SameSite;',
      partitioned: '    o.Cookie.Extensions.Add("Partitioned");',
    },
    after: ['  });'],
  },
  cookie: {
    where: 'where the cookie is set',
    before: [],
    settings: {
      name: 'Response.Cookies.Append("$name", value, new CookieOptions\n{',
      path: '  Path = "$path",',
      domain: { given: '  Domain = "$domain",', absent: null },
      lifetime: { given: '  MaxAge = TimeSpan.FromSeconds($seconds),', session: null },
      secure: '  Secure = true,',
      httpOnly: '  HttpOnly = true,',
      sameSite: '  SameSite = SameSiteMode.$SameSite,',
      partitioned: '  Extensions = { "Partitioned" },',
    },
    after: ['});'],
  },
  actions: {
    'rotate-id': [
      '// after the password was checked: SignInAsync issues a new ticket',
      'HttpContext.Session.Clear();',
      'Response.Cookies.Delete("$name");   // a new AddSession id comes with the next write',
      'await HttpContext.SignInAsync(principal);',
    ],
    'end-session': ['await HttpContext.SignOutAsync();', 'HttpContext.Session.Clear();', 'Response.Cookies.Delete("$name");'],
    'delete-cookie': [
      'var gone = new CookieOptions { Path = "$path"$[domain:, Domain = "$domain"$]$[secure:, Secure = true$] };',
      '$[partitioned:gone.Extensions.Add("Partitioned");$]',
      'Response.Cookies.Delete("$name", gone);',
    ],
    'csrf-token': ['builder.Services.AddControllersWithViews(o => o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));'],
    hsts: [
      'builder.Services.AddHsts(o => { o.MaxAge = TimeSpan.FromDays(365); o.IncludeSubDomains = true; });',
      'app.UseHsts();',
    ],
    'no-store': ['Response.Headers.CacheControl = "private, no-store";'],
    'trust-proxy': [
      'app.UseForwardedHeaders(new ForwardedHeadersOptions',
      '{',
      '  ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,',
      '}); // before authentication',
    ],
    'cors-credentials': [
      'builder.Services.AddCors(o => o.AddDefaultPolicy(p =>',
      '  p.WithOrigins("$origin").AllowCredentials().AllowAnyHeader().AllowAnyMethod()));',
    ],
  },
};
