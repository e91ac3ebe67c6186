import { fittingHeadline } from '../symptoms/fitting.ts';
import { packageCommandsOf } from '../facts/package-commands.ts';
import type { Location } from '../finding.ts';
import type { CommandWord } from '../servers/server.ts';
import { onlyNearest } from '../nearest.ts';
import { buildEvidence } from '../symptoms/evidence.ts';
import { missingSystemPackages, type MissingSystemPackage } from '../symptoms/build/missing-system-package.ts';
import { failedPlace, instructionAt } from '../symptoms/place.ts';
import type { Symptoms } from '../symptoms/symptoms.ts';
import type { Diagnosis } from './diagnosis.ts';
import { failedStep } from './example.ts';

/** Names of yesterday, or of another distribution, and those under which the package is found today. */
const renamed: Readonly<Record<string, string>> = {
  'libgl1-mesa-glx': 'libgl1',
  'libgl1-mesa-dev': 'libgl-dev',
  'python-dev': 'python3-dev',
  'python-pip': 'python3-pip',
  'python-setuptools': 'python3-setuptools',
  netcat: 'netcat-openbsd',
  'mysql-client': 'default-mysql-client',
  'libmysqlclient-dev': 'default-libmysqlclient-dev',
  'chromium-browser': 'chromium',
  'chromium-chromedriver': 'chromium-driver',
  'libssl1.1': 'libssl3',
  libtiff5: 'libtiff6',
  libffi7: 'libffi8',
  libasound2: 'libasound2t64',
  'libjpeg-turbo8': 'libjpeg62-turbo',
  'libjpeg8-dev': 'libjpeg-dev',
  'ttf-mscorefonts-installer': 'fonts-liberation',
  'openjdk-8-jdk': 'default-jdk-headless',
  'openjdk-11-jdk': 'default-jdk-headless',
  'openjdk-11-jre-headless': 'default-jre-headless',
  'docker-ce': 'docker.io',
};

/** What images of Python services install most: what a misspelt name may have meant. */
const known = [
  'build-essential ca-certificates curl default-libmysqlclient-dev ffmpeg gcc git gnupg libffi-dev libgl1',
  'libglib2.0-0 libgomp1 libjpeg-dev libmagic1 libpq-dev libpq5 libsm6 libssl-dev libxext6 libxml2-dev',
  'libxslt1-dev netcat-openbsd nginx nodejs openssh-client pkg-config poppler-utils postgresql-client procps',
  'python3-dev python3-pip python3-venv supervisor tesseract-ocr tini unzip wget zlib1g-dev',
].flatMap((line) => line.split(' '));

/** Of Alpine, for names of Debian. */
const onAlpine: Readonly<Record<string, string>> = {
  'build-essential': 'build-base',
  'libssl-dev': 'openssl-dev',
  'zlib1g-dev': 'zlib-dev',
  'default-libmysqlclient-dev': 'mariadb-dev',
  'python3-venv': 'python3',
  'python3-pip': 'py3-pip',
  netcat: 'netcat-openbsd',
  libgl1: 'mesa-gl',
};

export const aptPackageNotFound: Diagnosis = {
  id: 'apt-package-not-found',
  blames: 'image',
  summary: 'the distribution of the base image has no package of that name or version',
  why: 'Names of packages differ from distribution to distribution and change from release to release, and an archive keeps only its newest versions. A base image whose tag moves on to the next release breaks such lines.',
  references: ['https://packages.debian.org/', 'https://pkgs.alpinelinux.org/packages'],
  moments: ['build'],
  *recognise(symptoms) {
    const { facts, build } = symptoms;
    for (const missing of missingSystemPackages(symptoms.log)) {
      const { manager, name, version, line } = missing;
      const place = wordPlace(symptoms, name) ?? failedPlace(facts, build?.failure.line);
      const what = version === undefined ? `no package \`${name}\`` : `no such version of \`${name}\``;
      yield {
        headline: fittingHeadline(
          `the build stops, ${manager} has ${what}`,
          `the build stops, ${manager} lacks a package`,
        ),
        title:
          version === undefined
            ? `${manager} knows no package \`${name}\``
            : `${manager} has \`${name}\`, and not in the version \`${version}\``,
        why:
          version === undefined
            ? 'The lists of this release of the distribution have none of that name.'
            : 'The archive keeps the newest version alone.',
        advice: adviceFor(missing),
        ...(place === undefined ? {} : { location: place }),
        evidence: buildEvidence(symptoms, [line]),
        explains: ['build-step-failed'],
      };
    }
  },
  examples: [
    {
      title: 'a name that is misspelt',
      dockerfile:
        'FROM python:3.11-slim\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n    git \\\n    curll\n',
      saw: {
        build: failedStep(
          2,
          'apt-get update && apt-get install -y --no-install-recommends     git     curll',
          [
            'Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]',
            'Reading package lists...',
            'E: Unable to locate package curll',
          ],
          100,
        ),
      },
      place: 'Dockerfile:4',
    },
    {
      title: 'a name of yesterday, which apt knows',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update -qq && apt-get install -y python-pip\n',
      saw: {
        build: failedStep(
          2,
          'apt-get update -qq && apt-get install -y python-pip',
          [
            'Package python-pip is not available, but is referred to by another package.',
            'This may mean that the package is missing, has been obsoleted, or',
            'is only available from another source',
            'However the following packages replace it:',
            '  python3-pip',
            '',
            "E: Package 'python-pip' has no installation candidate",
          ],
          100,
        ),
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'a version that the archive no longer has',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update && apt-get install -y curl=7.0.0-1\n',
      saw: {
        build: failedStep(
          2,
          'apt-get update && apt-get install -y curl=7.0.0-1',
          ["E: Version '7.0.0-1' for 'curl' was not found"],
          100,
        ),
      },
      place: 'Dockerfile:2',
    },
    {
      title: 'apk',
      dockerfile: 'FROM python:3.11-alpine\nRUN apk add --no-cache build-essential\n',
      saw: {
        build: failedStep(2, 'apk add --no-cache build-essential', [
          'ERROR: unable to select packages:',
          '  build-essential (no such package):',
          '    required by: world[build-essential]',
        ]),
      },
      place: 'Dockerfile:2',
    },
  ],
  confusions: [
    {
      title: 'apt has no lists at all',
      is: 'apt-lists-absent',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get install -y curl\n',
      saw: { build: failedStep(2, 'apt-get install -y curl', ['E: Unable to locate package curl'], 100) },
    },
    {
      title: 'the network fails',
      is: 'package-index-unreachable',
      dockerfile: 'FROM python:3.11-slim\nRUN apt-get update; apt-get install -y curl\n',
      saw: {
        build: failedStep(
          2,
          'apt-get update; apt-get install -y curl',
          [
            "W: Failed to fetch http://deb.debian.org/debian/dists/bookworm/InRelease  Temporary failure resolving 'deb.debian.org'",
            'E: Unable to locate package curl',
          ],
          100,
        ),
      },
    },
  ],
};

function adviceFor({ manager, name, version, instead }: MissingSystemPackage): string {
  if (version !== undefined) return `Ask for \`${name}\` without a version, or for the one that the archive has now.`;
  const other = instead ?? (manager === 'apk' ? onAlpine[name] : todayOf(name));
  if (other !== undefined) return `Ask for \`${other}\` instead.`;
  return manager === 'apk'
    ? 'Look its name up at pkgs.alpinelinux.org: Alpine names many packages otherwise than Debian.'
    : 'Look its name up for the release of the base image, at packages.debian.org for Debian.';
}

/** Also of a name of yesterday that is misspelt. */
function todayOf(name: string): string | undefined {
  const near = Object.hasOwn(renamed, name) ? name : onlyNearest(name, [...known, ...Object.keys(renamed)]);
  return near === undefined ? undefined : (renamed[near] ?? near);
}

/** The word of the RUN that asks for it. */
function wordPlace({ facts, build }: Symptoms, name: string): Location | undefined {
  const instruction = instructionAt(facts, build?.failure.line);
  if (instruction === undefined) return undefined;
  const words: readonly CommandWord[] = [
    ...facts.apt.commandsOf(instruction).flatMap(({ packages }) => packages),
    ...packageCommandsOf(instruction, facts).flatMap(({ packages }) => packages),
  ];
  return words.find(({ text }) => text.split(/[=/~<>:@]/)[0] === name)?.location;
}
