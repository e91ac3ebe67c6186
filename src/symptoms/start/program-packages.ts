/** What a program is installed by where its package bears another name. */
export const debianPackages: Readonly<Record<string, string>> = {
  pg_config: 'libpq-dev',
  psql: 'postgresql-client',
  pg_isready: 'postgresql-client',
  mysql: 'default-mysql-client',
  gcc: 'build-essential',
  'g++': 'build-essential',
  cc: 'build-essential',
  make: 'build-essential',
  nc: 'netcat-openbsd',
  ps: 'procps',
  ping: 'iputils-ping',
  dig: 'dnsutils',
  ss: 'iproute2',
  ip: 'iproute2',
  node: 'nodejs',
  convert: 'imagemagick',
};
/** The same on Alpine, where it differs from the name of the program. */
export const alpinePackages: Readonly<Record<string, string>> = {
  pg_config: 'libpq-dev',
  mysql: 'mysql-client',
  gcc: 'build-base',
  'g++': 'build-base',
  cc: 'build-base',
  make: 'build-base',
  ping: 'iputils',
  dig: 'bind-tools',
};
/** What pip installs, where its programs bear other names. */
export const distributions: Readonly<Record<string, string>> = {
  'pip-sync': 'pip-tools',
  'pip-compile': 'pip-tools',
  supervisorctl: 'supervisor',
  supervisord: 'supervisor',
  'django-admin': 'django',
  dotenv: 'python-dotenv',
};
/** What pip installs under the very name of its program. */
export const pythonTools = new Set([
  'poetry',
  'uv',
  'pipenv',
  'pdm',
  'hatch',
  'alembic',
  'honcho',
  'celery',
  'pytest',
  'ruff',
  'flake8',
  'mypy',
  'coverage',
  'tox',
  'nox',
  'flask',
  'invoke',
  'ansible',
  'virtualenv',
]);
/** Neither pip nor the distribution has these. */
export const condaTools = new Set(['conda', 'mamba', 'micromamba']);

/** Of the base system, whatever it is: not found, it is PATH that is wrong. */
export const alwaysThere = new Set(
  'sh ls cat cp mv rm mkdir rmdir chmod chown ln touch sed grep env true false test sleep date head tail sort cut tr'.split(
    ' ',
  ),
);
