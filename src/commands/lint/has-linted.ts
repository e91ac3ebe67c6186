/**
 * Tells the launcher (script/launcher.js), which knows nothing of the bundle, that here was called what lint calls, so that its compiled
 * code is worth keeping.
 */
export function tellThatItHasLinted(): void {
  Reflect.set(globalThis, 'seaTrialHasLinted', true);
}
