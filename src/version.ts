/** As in package.json, which a test holds against it: the bundle has no package.json of ours beside it. */
export const version = '0.1.0';
