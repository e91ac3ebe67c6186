import { describe, expect, it } from 'vitest';
import { problemsOf } from '../support/grammar-problems.ts';

describe('BuildKit refuses', () => {
  it.each([
    ['EXPOSE ["80"]', 'invalid containerPort: [80] @["80"]'],
    ['EXPOSE "a"', 'invalid containerPort: a @"a"'],
    ['EXPOSE 80:a', 'invalid containerPort: a @80:a'],
    ['EXPOSE 80:70000', 'invalid containerPort: 70000 @80:70000'],
    ['EXPOSE a:80', 'invalid hostPort: a @a:80'],
    ['EXPOSE 127.0.0.1:80', 'invalid hostPort: 127.0.0.1 @127.0.0.1:80'],
    ['EXPOSE 65536:80', 'invalid hostPort: 65536 @65536:80'],
    ['EXPOSE 80/tcp:80', 'invalid hostPort: 80/tcp @80/tcp:80'],
    ['EXPOSE 80:', 'invalid port: "80:": no port specified @80:'],
    ['EXPOSE /udp', 'invalid port: "/udp": no port specified @/udp'],
    ['EXPOSE 80:80/foo', 'invalid port: "80:80/foo": invalid proto: foo @80:80/foo'],
    ['EXPOSE 80 localhost:80:80', 'invalid IP address: localhost @localhost:80:80'],
    ['EXPOSE 300.1.1.1:80:80', 'invalid IP address: 300.1.1.1 @300.1.1.1:80:80'],
    ['EXPOSE 01.2.3.4:80:80', 'invalid IP address: 01.2.3.4 @01.2.3.4:80:80'],
    ['EXPOSE [::]:80', 'invalid IP address: [: @[::]:80'],
    ['EXPOSE 80:80:80:80', 'invalid IP address: 80:80 @80:80:80:80'],
    ['EXPOSE 80:80-81', 'invalid ranges specified for container and host Ports: 80-81 and 80 @80:80-81'],
    ['STOPSIGNAL ["SIGTERM"]', 'invalid signal: [SIGTERM] @["SIGTERM"]'],
    ['STOPSIGNAL "SIGFOO"', 'invalid signal: SIGFOO @"SIGFOO"'],
    ['STOPSIGNAL ""', 'invalid signal:  @""'],
    ['STOPSIGNAL RTMIN+01', 'invalid signal: RTMIN+01 @RTMIN+01'],
    [
      'ENV "A=b c"',
      'failed to process "\\"A": unexpected end of statement while looking for matching double-quote @"A=b c"',
    ],
    [
      'ENV "a b" c',
      'failed to process "\\"a": unexpected end of statement while looking for matching double-quote @"a b" c',
    ],
    ['LABEL x=y ${B=c', 'failed to process "${B": unsupported modifier (\uFFFD) in substitution @${B=c'],
    [
      'HEALTHCHECK --retries=2147483648 CMD a',
      'strconv.ParseInt: parsing "2147483648": value out of range @--retries=2147483648',
    ],
    ['HEALTHCHECK --retries=x CMD a', 'strconv.ParseInt: parsing "x": invalid syntax @--retries=x'],
  ])('%s', (line, problem) => {
    expect(problemsOf(`FROM a\n${line}\n`)).toEqual([`error: ${problem}`]);
  });
});

describe('BuildKit takes', () => {
  it.each([
    `EXPOSE "80" '80'/tcp 8\\0 80/'' "" 00080 80-80`,
    'EXPOSE :80/udp ::80 0:80 80-81:80 80-81:90-91 1.2.3.4::80 [::1]:80:80 ::1:80:80',
    'EXPOSE 80:$X ${P:-a}',
    `STOPSIGNAL '15'\nSTOPSIGNAL SIG\\TERM\nSTOPSIGNAL RTMAX-14\nSTOPSIGNAL \${X:-foo}`,
    'ENV "A"=b "C D"=e $X=f ${Y}=g $=h',
    "LABEL a\\=b=c 'd'=e",
    'ARG ${=b',
    'ARG "A=b',
    'HEALTHCHECK --retries=2147483647 CMD a',
    'HEALTHCHECK --retries=-0 CMD a',
  ])('%s', (line) => {
    expect(problemsOf(`FROM a\n${line}\n`)).toEqual([]);
  });
});
