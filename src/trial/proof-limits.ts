import type { Plan } from '../plan/plan.ts';
import type { Folders } from '../ports.ts';
import type { TrialReport } from '../report.ts';

/** What somebody waits for without having asked must stay short. */
const longestBuildMs = 120_000;
const largestImageBytes = 2_000_000_000;
/** Besides a second image: the engine and the runner need room to breathe. */
const spareBytes = 1_000_000_000;

/** Why `auto` leaves the proof out, as a clause; undefined where nothing speaks against it. */
export function unproven(
  { observation, image }: TrialReport,
  { origin, proveFixes }: Plan,
  { folders, workingDirectory }: { readonly folders: Folders; readonly workingDirectory: string },
): string | undefined {
  if (origin.kind === 'existing') return 'the image was not built here';
  if (proveFixes === 'always') return undefined;
  const buildMs = observation.build?.ms ?? 0;
  if (buildMs > longestBuildMs) return `the build takes ${Math.round(buildMs / 1000)} s (prove-fixes: always tries it)`;
  const bytes = image?.bytes ?? 0;
  if (bytes > largestImageBytes) return `the image has ${(bytes / 1e9).toFixed(1)} GB (prove-fixes: always tries it)`;
  const free = folders.freeBytes(workingDirectory);
  if (free < bytes + spareBytes) return `only ${(free / 1e9).toFixed(1)} GB of the disk are free`;
  return undefined;
}
