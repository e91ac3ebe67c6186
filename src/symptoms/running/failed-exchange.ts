import type { ContainerObservation, Exchange } from '../../observation.ts';

/** The probes that were not answered as they should be, the first one first. */
export function failedExchanges(container: ContainerObservation | undefined): readonly Exchange[] {
  return container?.exchanges.filter(({ passed }) => passed === false) ?? [];
}
