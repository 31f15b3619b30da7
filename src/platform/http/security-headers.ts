/** What helmet is told. @param baseUrl when it is https, browsers are told to come by that only */
export function securityHeaders(baseUrl: string) {
  const secure = baseUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    // The same as frame-ancestors, for browsers that do not know that.
    xFrameOptions: { action: 'deny' as const },
    // Not no-referrer: that makes the Origin of our own forms null.
    referrerPolicy: { policy: 'same-origin' as const },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : (false as const),
    crossOriginEmbedderPolicy: false as const,
  }
}

/** The part of the security headers that a page must not be without. */
export function essentialHeaders(baseUrl: string): Record<string, string> {
  const { directives } = securityHeaders(baseUrl).contentSecurityPolicy
  const hyphened = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  return {
    'content-security-policy': Object.entries(directives)
      .map(([name, values]) => [hyphened(name), ...values].join(' '))
      .join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  }
}
