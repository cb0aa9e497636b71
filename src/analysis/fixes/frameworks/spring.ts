import type { Framework } from './framework';

/** Spring Boot 3.4 or later with Spring Security 6. */
export const spring: Framework = {
  id: 'spring',
  name: 'Spring',
  docs: 'https://docs.spring.io/spring-boot/appendix/application-properties/index.html#appendix.application-properties.server',
  comment: '#',
  quote: '"',
  none: 'null',
  session: {
    where: 'application.properties',
    before: ['server.servlet.session.tracking-modes=cookie'],
    settings: {
      name: 'server.servlet.session.cookie.name=$name',
      path: 'server.servlet.session.cookie.path=$path',
      domain: { given: 'server.servlet.session.cookie.domain=$domain', absent: null },
      lifetime: { given: 'server.servlet.session.cookie.max-age=$secondss', session: null },
      secure: 'server.servlet.session.cookie.secure=true',
      httpOnly: 'server.servlet.session.cookie.http-only=true',
      sameSite: 'server.servlet.session.cookie.same-site=$samesite',
      partitioned: 'server.servlet.session.cookie.partitioned=true',
    },
    after: [],
  },
  cookie: {
    where: 'the controller',
    before: [],
    settings: {
      name: 'ResponseCookie cookie = ResponseCookie.from("$name", value)',
      path: '    .path("$path")',
      domain: { given: '    .domain("$domain")', absent: null },
      lifetime: { given: '    .maxAge(Duration.ofSeconds($seconds))', session: null },
      secure: '    .secure(true)',
      httpOnly: '    .httpOnly(true)',
      sameSite: '    .sameSite("$SameSite")',
      partitioned: '    .partitioned(true)',
    },
    after: ['    .build();', 'response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());'],
  },
  actions: {
    'rotate-id': [
      'http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));',
      'request.changeSessionId();   // in a sign-in of your own',
    ],
    'end-session': [
      'http.logout(logout -> logout.invalidateHttpSession(true).clearAuthentication(true).deleteCookies("$name"));',
    ],
    'delete-cookie': [
      'ResponseCookie gone = ResponseCookie.from("$name", "").path("$path")$[domain:.domain("$domain")$]$[secure:.secure(true)$]$[partitioned:.partitioned(true)$].maxAge(0).build();',
      'response.addHeader(HttpHeaders.SET_COOKIE, gone.toString());',
    ],
    'csrf-token': ['http.csrf(Customizer.withDefaults());   // on by default: take csrf.disable() out'],
    hsts: [
      'http.headers(headers -> headers.httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(31536000).includeSubDomains(true)));',
    ],
    'no-store': ['response.setHeader("Cache-Control", "private, no-store");'],
    'trust-proxy': ['server.forward-headers-strategy=framework'],
    'cors-credentials': [
      'registry.addMapping("/**").allowedOrigins("$origin").allowCredentials(true); // WebMvcConfigurer.addCorsMappings',
    ],
  },
};
