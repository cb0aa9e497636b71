/** The shop as it is known to the identity provider. */
export const CLIENT = {
  id: 'shop',
  returnPath: '/sign-in/id/return',
  /** Where the answer to a renewal comes, which asks nobody. */
  renewedPath: '/sign-in/id/renewed',
  /** What the identity provider loads in a frame when somebody signs out there. */
  signOutPath: '/sign-out/id',
} as const;
