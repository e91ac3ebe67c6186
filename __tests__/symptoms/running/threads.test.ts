import { describe, expect, it } from 'vitest';
import { beginsDump, ownFrames, readThreads } from '../../../src/symptoms/running/threads.ts';

const dump = [
  'Fatal Python error: Aborted',
  '',
  'Thread 0x00007f8d2a7fc6c0 (most recent call first):',
  '  File "/usr/lib/python3.11/threading.py", line 324 in wait',
  '  File "/app/ships/report.py", line 12 in report',
  '  File "/usr/lib/python3.11/threading.py", line 982 in run',
  '',
  'Current thread 0x00007f8d2c1f0040 (most recent call first):',
  '  File "/usr/local/lib/python3.11/site-packages/redis/client.py", line 7 in ping',
  '  File "/app/app.py", line 9 in load',
  '  File "/app/app.py", line 12 in <module>',
  '  File "/usr/local/bin/uvicorn", line 8 in <module>',
];

describe('what the fault handler wrote', () => {
  it('is read thread by thread, newest frame first', () => {
    expect(readThreads(dump).map(({ isCurrent, frames }) => [isCurrent, frames.map(({ line }) => line)])).toEqual([
      [false, [324, 12, 982]],
      [true, [7, 9, 12, 8]],
    ]);
  });

  it('names the own line of the main thread first', () => {
    expect(ownFrames(readThreads(dump))).toEqual([
      { file: '/app/app.py', line: 9, function: 'load' },
      { file: '/app/ships/report.py', line: 12, function: 'report' },
    ]);
  });

  it('may bear the names of threads, as Python 3.14 writes them', () => {
    const named = [
      'Current thread 0x00007f8d2c1f0040 [MainThread] (most recent call first):',
      '  File "/app/app.py", line 9 in load',
    ];
    expect(ownFrames(readThreads(named))).toEqual([{ file: '/app/app.py', line: 9, function: 'load' }]);
  });

  it('begins with its first line, whichever that is', () => {
    expect(dump.filter(beginsDump)).toEqual([dump[0], dump[2], dump[7]]);
    expect(beginsDump('INFO:     Thread 0 started')).toBe(false);
  });
});
