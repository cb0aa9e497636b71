/** The shop as it is known to the identity provider. */
export const CLIENT = { id: 'shop', returnPath: '/sign-in/id/return' } as const;
