import { describe, expect, it } from 'vitest';
import { choosePort } from '../../src/plan/port.ts';

const usual = { given: undefined, exposed: [], named: undefined, asked: [], isAsked: true };

describe('the port that is published', () => {
  it('is 8000 where nothing says otherwise', () => {
    expect(choosePort(usual)).toEqual({
      publish: [{ hostPort: 8000, containerPort: 8000, protocol: 'tcp' }],
      port: 8000,
      isOurs: true,
      notes: [],
    });
  });

  it('is the one that the command line names, on 8000 of the host, and that is said', () => {
    expect(choosePort({ ...usual, named: 9000 })).toEqual({
      publish: [{ hostPort: 8000, containerPort: 9000, protocol: 'tcp' }],
      port: 9000,
      isOurs: true,
      notes: ['The server is told port 9000, so that one is published on 8000.'],
    });
    expect(choosePort({ ...usual, named: 9000, exposed: [9000] }).port).toBe(9000);
  });

  it('stays 8000 where EXPOSE contradicts the command line, for one of them is wrong', () => {
    expect(choosePort({ ...usual, named: 9000, exposed: [8000] }).port).toBe(8000);
  });

  it('is what was given, literally', () => {
    const given = [{ hostIp: '0.0.0.0', hostPort: 18_000, containerPort: 80, protocol: 'tcp' }] as const;
    expect(choosePort({ ...usual, given, named: 9000 })).toEqual({
      publish: given,
      port: 80,
      isOurs: false,
      notes: [],
    });
  });

  it('is the one that the server is told, where several were given', () => {
    const given = [
      { hostPort: 9100, containerPort: 9100, protocol: 'tcp' },
      { hostPort: 8000, containerPort: 5000, protocol: 'tcp' },
    ] as const;
    expect(choosePort({ ...usual, given, named: 5000 }).port).toBe(5000);
    expect(choosePort({ ...usual, given }).port).toBe(9100);
  });

  it('comes with a free host port for each further port that a probe asks', () => {
    expect(choosePort({ ...usual, asked: [9100, 9100, 8000], isAsked: true }).publish).toEqual([
      { hostPort: 8000, containerPort: 8000, protocol: 'tcp' },
      { hostIp: '127.0.0.1', hostPort: 0, containerPort: 9100, protocol: 'tcp' },
    ]);
  });
});
