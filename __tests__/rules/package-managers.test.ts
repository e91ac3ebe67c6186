import { describe, expect, test } from 'vitest';
import { apkCacheKept } from '../../src/rules/apk-cache-kept.ts';
import { packageCacheKept } from '../../src/rules/package-cache-kept.ts';
import { packageManagerWithoutYes } from '../../src/rules/package-manager-without-yes.ts';
import { unpinnedSystemPackages } from '../../src/rules/unpinned-system-packages.ts';
import { zypperDistUpgrade } from '../../src/rules/zypper-dist-upgrade.ts';
import { findingsOf, markedBy, mendedBy } from '../support/rule-findings.ts';

const run = (text: string): string => `FROM registry.example/base:1\nRUN ${text}\n`;

describe('package-manager-without-yes', () => {
  test.each([
    ['yum install gcc', ['DL3030']],
    ['yum groupinstall development', ['DL3030']],
    ['dnf install gcc', ['DL3038']],
    ['microdnf install gcc', ['DL3038']],
    ['dnf module install nodejs:20', ['DL3038']],
    ['dnf upgrade', ['DL3038']],
    ['yum update', ['DL3030']],
    ['zypper in gcc', ['DL3034']],
    ['zypper remove gcc', ['DL3034']],
    ['/usr/bin/dnf --setopt keepcache=0 install gcc', ['DL3038']],
  ])('%s answers to %j', (text, aliases) => {
    expect(findingsOf(packageManagerWithoutYes, run(text)).map((finding) => finding.aliases)).toEqual([aliases]);
  });

  test.each([
    ['among other letters', 'dnf -qy install gcc'],
    ['behind the packages', 'yum install gcc --assumeyes'],
    ['a program answers', 'yes | dnf install gcc'],
    ["dnf's configuration", 'echo assumeyes=1 >> /etc/dnf/dnf.conf && dnf install gcc'],
    ['a variable that may hold it', 'dnf install $DNF_OPTS gcc'],
    ['what asks nothing', 'dnf makecache && dnf list && zypper refresh && apk add gcc'],
  ])('is silent: %s', (_, text) => {
    expect(findingsOf(packageManagerWithoutYes, run(text))).toEqual([]);
  });

  test('the fix stands behind the verb, in the form of the instruction', () => {
    expect(mendedBy(packageManagerWithoutYes, run('dnf module \\\n  install nodejs:20'))['Dockerfile']).toBe(
      run('dnf module \\\n  install -y nodejs:20'),
    );
    expect(mendedBy(packageManagerWithoutYes, run('["yum", "install", "gcc"]'))['Dockerfile']).toBe(
      run('["yum", "install", "-y", "gcc"]'),
    );
  });
});

describe('package-cache-kept', () => {
  test.each([
    ['cleaned too early', 'dnf clean all && dnf install -y gcc'],
    ['cleaned by another one', 'dnf install -y gcc && microdnf clean all'],
    ['only the metadata', 'dnf install -y gcc && dnf clean metadata'],
    ['another folder', 'dnf install -y gcc && rm -rf /var/cache/apt'],
    ['another mount', '--mount=type=cache,target=/root/.cache dnf install -y gcc'],
  ])('flags: %s', (_, text) => {
    expect(findingsOf(packageCacheKept, run(text)).map(({ aliases }) => aliases)).toEqual([['DL3040']]);
  });

  test.each([
    ['removed by hand', 'dnf install -y gcc && rm -rf /var/cache/dnf /var/lib/dnf'],
    ['the whole folder', 'yum install -y gcc && rm -rf /var/cache/*'],
    ['a mount above', '--mount=type=cache,target=/var/cache zypper --non-interactive install gcc'],
    ['nothing is installed', 'dnf makecache'],
  ])('is silent: %s', (_, text) => {
    expect(findingsOf(packageCacheKept, run(text))).toEqual([]);
  });

  test.each([
    'dnf in -y gcc',
    'dnf -y upgrade',
    'dnf up -y gcc',
    'yum reinstall -y gcc',
    'zypper -n dup',
    'zypper -n patch',
  ])('flags %s: it fetches packages as well', (text) => {
    expect(markedBy(packageCacheKept, run(text))).toEqual([text]);
  });

  test.each([
    ['yum', 'libdnf5', 1],
    ['yum', 'dnf', 0],
    ['dnf', 'libdnf5', 0],
    ['microdnf', 'libdnf5', 0],
    ['dnf', 'zypp', 1],
    ['zypper', 'zypp', 0],
    ['zypper', 'dnf', 1],
  ])('%s: removing /var/cache/%s leaves %d finding', (manager, folder, count) => {
    const text = run(`${manager} install -y gcc && rm -rf /var/cache/${folder}/*`);
    expect(findingsOf(packageCacheKept, text)).toHaveLength(count);
  });

  test.each(['yum', 'dnf', 'microdnf'])('%s may have its cache in a mount for any version of it', (manager) => {
    const mounted = manager === 'yum' ? '/var/cache/yum' : '/var/cache/libdnf5';
    expect(findingsOf(packageCacheKept, run(`--mount=type=cache,target=${mounted} ${manager} install -y gcc`))).toEqual(
      [],
    );
  });

  test('what sudo installed only sudo can clean', () => {
    expect(mendedBy(packageCacheKept, run('sudo yum install -y gcc'))['Dockerfile']).toBe(
      run('sudo yum install -y gcc && sudo yum clean all'),
    );
  });

  test('what ONBUILD registers runs in builds of others, whatever stage it stands in', () => {
    const text = 'FROM fedora:41 AS base\nONBUILD RUN dnf install -y gcc\nFROM scratch\n';
    expect(markedBy(packageCacheKept, text)).toEqual(['dnf install -y gcc']);
    expect(findingsOf(packageCacheKept, text.replace('ONBUILD ', ''))).toEqual([]);
  });
});

describe('unpinned-system-packages', () => {
  test.each([
    ['a name that holds a number', 'dnf install -y java-11-openjdk', ['java-11-openjdk']],
    ['a name that holds a version', 'yum install -y java-1.8.0-openjdk-devel', ['java-1.8.0-openjdk-devel']],
    ['the second', 'apk add a=1 b c', ['b']],
    ['behind a virtual package', 'apk add -t .build gcc', ['gcc']],
    ['behind a repository', 'zypper install -y --from main gcc', ['gcc']],
    ['a module', 'dnf module install -y nodejs', ['nodejs']],
  ])('flags: %s', (_, text, marked) => {
    expect(markedBy(unpinnedSystemPackages, run(text))).toEqual(marked);
  });

  test.each([
    ['version and release', 'dnf install -y java-11-openjdk-11.0.25.0.9-2.fc41'],
    ['an epoch', 'yum install -y bind-32:9.18.28'],
    ['a known variable', 'V=1.2; dnf install -y gcc-$V'],
    ['files and addresses', 'dnf install -y ./a.rpm /b.rpm https://example.com/c && apk add d.apk'],
    ['groups', 'yum groupinstall -y development && dnf group install -y core && dnf install -y @core'],
    ['only a variable', 'apk add $PACKAGES && dnf install -y ${PACKAGES}'],
    ['a range', "zypper install -y 'gcc>=13' && apk add 'gcc<14'"],
  ])('is silent: %s', (_, text) => {
    expect(findingsOf(unpinnedSystemPackages, run(text))).toEqual([]);
  });

  test('one finding names them all, and answers to the number of its manager', () => {
    const [finding] = findingsOf(unpinnedSystemPackages, run('apk add a b c'));
    expect(finding?.title).toBe('`apk add` names no version of `a` and 2 others');
    expect(finding?.aliases).toEqual(['DL3018']);
    expect(finding?.evidence).toHaveLength(2);
  });
});

describe('apk-cache-kept', () => {
  test.each([
    ['before the verb', 'apk --no-cache add gcc'],
    ['a mount of the folder that /etc/apk/cache links to', '--mount=type=cache,target=/etc/apk/cache apk add gcc'],
    ['removed', 'apk add gcc && rm -rf /var/cache/apk/*'],
    ['nothing is added', 'apk del gcc'],
  ])('is silent: %s', (_, text) => {
    expect(findingsOf(apkCacheKept, run(text))).toEqual([]);
  });

  test('removed before the last installation is not removed', () => {
    expect(markedBy(apkCacheKept, run('apk add a && rm -rf /var/cache/apk && apk add b'))).toEqual(['apk add a']);
  });
});

test('zypper-dist-upgrade knows the short name, and no other manager', () => {
  expect(markedBy(zypperDistUpgrade, run('zypper -n dup && dnf dup'))).toEqual(['zypper -n dup']);
});
