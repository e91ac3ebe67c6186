import { SetupError } from '../errors.ts';
import type { StartPlan } from '../plan/plan.ts';
import { connection } from '../probes/connection.ts';

const limitMs = 1_000;

/**
 * In the network of the host docker publishes nothing, and refuses no port: whoever listens there already would answer in place
 * of the image. Throws a `SetupError` where somebody does.
 */
export async function refuseForeignServer(
  { network, options, port }: StartPlan,
  host: string,
  signal: AbortSignal,
): Promise<void> {
  const words = options.join(' ');
  if (network !== 'host' && !/--net(?:work)?[= ]host\b/.test(words)) return;
  const { outcome } = await connection({ host, port, limitMs, signal });
  if (outcome.kind === 'refused' || outcome.kind === 'timeout' || outcome.kind === 'failed') return;
  throw new SetupError(
    `port ${port} of the host is in use by another program, which would answer in place of the image. End that one before, or leave \`run-network: host\` out, so that the container has ports of its own.`,
  );
}
