import type { Docker, InspectedContainer } from '../docker/docker.ts';
import type { RuntimeObservation } from '../observation.ts';
import type { Watch } from './watch.ts';

/** Who runs, as whom, and where it listens: asked while it still runs. */
export async function observeRunning(
  container: InspectedContainer,
  watch: Watch,
  docker: Docker,
): Promise<RuntimeObservation> {
  const proc = docker.observeProcess(container);
  const [processes, listening] = await Promise.all([docker.processes(container.id), watch.listeningNow()]);
  const first = processes.find((process) => process.pid === container.state.pid) ?? processes[0];
  const runtime: RuntimeObservation = {
    user: first?.user ?? container.user,
    ...(proc?.uid === undefined ? {} : { uid: proc.uid }),
    ...(proc?.catchesSigterm === undefined ? {} : { catchesSigterm: proc.catchesSigterm }),
    processes: processes.length,
    listening: listening.map((socket) =>
      socket.family === 'unix'
        ? `unix:${socket.address}`
        : `${socket.family === 'ipv6' ? `[${socket.address}]` : socket.address}:${socket.port}`,
    ),
    ...(proc?.memoryBytes === undefined ? {} : { memoryBytes: proc.memoryBytes }),
    ...(proc?.memoryPeakBytes === undefined ? {} : { memoryPeakBytes: proc.memoryPeakBytes }),
  };
  watch.sawRunning(processes, runtime);
  return runtime;
}
