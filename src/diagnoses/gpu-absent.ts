import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logLines, tracebackLines } from '../symptoms/evidence.ts';
import { application, importTraceback, requirements, servedBy } from './example.ts';
import { ownPlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import { headlineOf } from '../traceback/traceback.ts';

/** NVIDIA's driver and those that ask for it; the driver is the machine's, never the image's. */
const signs =
  /lib(?:cuda|nvidia-\w+|nvcuvid)\.so(?:\.\d+)?: cannot open shared object|NVIDIA driver (?:on your system|not (?:found|loaded|running))|No CUDA GPUs are available|no CUDA-capable device|CUDA_ERROR_(?:NO_DEVICE|NOT_INITIALIZED|INVALID_DEVICE)|cudaError(?:NoDevice|InsufficientDriver)|CUDA driver (?:version is insufficient|initialization failed|is a stub)|NVMLError\w*|NVML Shared Library Not Found|Failed to infer device type|No GPU (?:was )?(?:found|detected|available)|RuntimeError: No HIP GPUs are available|Cannot find any GPU|nvidia-smi: (?:command )?not found/i;

export const gpuAbsent: Diagnosis = {
  id: 'gpu-absent',
  blames: 'setup',
  summary: 'the application asks for a GPU, and the machine of the trial gives none',
  why: "The driver of a GPU belongs to the machine: NVIDIA's toolkit puts its libraries into the container when that is started with `--gpus`. No package of Debian replaces it, and GitHub's usual runners have no GPU.",
  references: ['https://docs.docker.com/engine/containers/gpu/'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const line = sign(symptoms);
    if (line === undefined) return;
    const { facts, fatal, container } = symptoms;
    const own = fatal === undefined ? undefined : ownPlace(fatal, facts);
    const place = own?.location ?? startPlace(facts);
    yield {
      headline: 'it needs a GPU, and this machine gives none',
      title: 'the application asks for a GPU, and the machine of the trial gives it none',
      why: 'The driver and its libraries are not in the image: the machine brings them into the container.',
      advice:
        'Try it on a runner with a GPU and `run-options: --gpus all`, or let the application start without one, by a variable of `env` for one.',
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...(container === undefined ? [] : exitEvidence(container)),
        ...(fatal === undefined ? logLines(symptoms, [line]) : tracebackLines(symptoms, fatal)),
      ],
      explains: ['missing-shared-library', 'startup-failed', 'worker-crash-loop', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'the library of the driver',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import ctypes\n\nctypes.CDLL("libcuda.so.1")\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 3, in <module>',
          '    ctypes.CDLL("libcuda.so.1")',
          '  File "/usr/lib/python3.11/ctypes/__init__.py", line 376, in __init__',
          '    self._handle = _dlopen(self._name, mode)',
          '                   ^^^^^^^^^^^^^^^^^^^^^^^^^',
          'OSError: libcuda.so.1: cannot open shared object file: No such file or directory',
        ),
      },
      place: 'app.py:3',
    },
    {
      title: 'torch',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': 'import torch\n\nmodel = torch.zeros(1).cuda()\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 3, in <module>',
          '    model = torch.zeros(1).cuda()',
          '            ^^^^^^^^^^^^^^^^^^^^^',
          '  File "/usr/local/lib/python3.11/site-packages/torch/cuda/__init__.py", line 319, in _lazy_init',
          '    torch._C._cuda_init()',
          'RuntimeError: Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx',
        ),
      },
      place: 'app.py:3',
    },
  ],
  confusions: [
    {
      title: 'a healthy application says that it goes on without one, and is still on its way',
      is: 'still-starting',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': application },
      saw: {
        log: [
          "W external/local_xla: Could not load dynamic library 'libcuda.so.1'; dlerror: libcuda.so.1: cannot open shared object file: No such file or directory",
          'INFO:     Waiting for application startup.',
        ],
        waitedMs: 60_000,
        ended: 'deadline',
        answers: ['reset'],
      },
    },
  ],
};

/** In the exception that ended it; else in its very last words, for many programs warn of it and go on. */
function sign({ fatal, log, moment, container }: Symptoms): string | undefined {
  if (fatal !== undefined) return [headlineOf(fatal), ...fatal.detail].find((line) => signs.test(line));
  if (moment !== 'exit' || container?.state?.exitCode === 0) return undefined;
  return log
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .find((line) => signs.test(line));
}
