import { fittingHeadline, fittingTitle } from '../symptoms/fitting.ts';
import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, logLines, tracebackLines } from '../symptoms/evidence.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { missingVariables } from '../symptoms/python/missing-variables.ts';
import { ownPlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';

export const missingEnvironmentVariable: Diagnosis = {
  id: 'missing-environment-variable',
  blames: 'setup',
  summary: 'the application needs an environment variable that the trial does not give',
  why: 'Settings and secrets of an application do not belong into its image, so the trial has to give them as production does.',
  references: ['https://docs.docker.com/reference/cli/docker/container/run/#env'],
  moments: ['exit', 'silent', 'answer'],
  early: true,
  *recognise(symptoms) {
    const { fatal, facts, container } = symptoms;
    const missing = missingVariables(symptoms);
    if (missing === undefined) return;
    const { names, line } = missing;
    const [first = ''] = names;
    const own = fatal === undefined ? undefined : ownPlace(fatal, facts)?.location;
    const place = own ?? missing.location ?? startPlace(facts);
    const more = names.length === 1 ? '' : ` and ${names.length - 1} more`;
    const values = names.map((name) => `\`${name}=…\``).join(', ');
    yield {
      headline: fittingHeadline(
        `it needs the variable \`${first}\`${more}`,
        'it needs an environment variable that is not set',
      ),
      title: fittingTitle(
        `the application needs the variable${names.length === 1 ? '' : 's'} ${names.map((name) => `\`${name}\``).join(', ')}`,
        `the application needs the variable \`${first}\`${more}`,
        'the application needs an environment variable that is not set',
      ),
      why: `It ends without ${names.length === 1 ? 'it' : 'them'}, and neither the image nor the trial sets ${names.length === 1 ? 'it' : 'them'}.`,
      advice: `Give a value for the trial: ${values}, a line each, as \`env\` under \`with:\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [
        ...(container === undefined ? [] : exitEvidence(container)),
        ...(fatal === undefined
          ? logLines(symptoms, line === undefined ? [] : [line])
          : tracebackLines(symptoms, fatal)),
      ],
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
    {
      title: 'the command line names it, and the shell puts nothing there',
      dockerfile: servedBy('uvicorn app:app --host 0.0.0.0 --port $PORT'),
      files: { 'requirements.txt': requirements },
      saw: { exitCode: 2, log: ["Error: Option '--port' requires an argument."] },
      place: 'Dockerfile:7',
    },
    {
      title: 'os.environ',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'import os\n\nDATABASE_URL = os.environ["DATABASE_URL"]\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 3, in <module>',
          '    DATABASE_URL = os.environ["DATABASE_URL"]',
          '                   ~~~~~~~~~~^^^^^^^^^^^^^^^^',
          '  File "<frozen os>", line 679, in __getitem__',
          "KeyError: 'DATABASE_URL'",
        ),
      },
      place: 'app.py:3',
    },
    {
      title: 'a log of JSON, whose records hold whole tracebacks',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0", "--log-config", "log.json"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'async def lifespan(app):\n    app.state.key = os.environ["STRIPE_KEY"]\n',
      },
      saw: {
        exitCode: 3,
        log: [
          '{"message": "Waiting for application startup."}',
          '{"message": "Traceback (most recent call last):\\n  File \\"/usr/local/lib/python3.11/dist-packages/starlette/routing.py\\", line 661, in lifespan\\n    async with self.lifespan_context(app) as maybe_state:\\n  File \\"/app/app.py\\", line 2, in lifespan\\n    app.state.key = os.environ[\\"STRIPE_KEY\\"]\\n                    ~~~~~~~~~~^^^^^^^^^^^^^^\\n  File \\"<frozen os>\\", line 679, in __getitem__\\nKeyError: \'STRIPE_KEY\'\\n"}',
          '{"message": "Application startup failed. Exiting."}',
        ],
      },
      place: 'app.py:2',
    },
    {
      title: 'its absence is told in the words of the application',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'import os\n\ntry:\n    TOKEN = os.environ["TOKEN"]\nexcept KeyError as error:\n    raise RuntimeError("settings are incomplete") from error\n',
      },
      saw: {
        exitCode: 1,
        log: [
          'Traceback (most recent call last):',
          '  File "/app/app.py", line 4, in <module>',
          '    TOKEN = os.environ["TOKEN"]',
          '            ~~~~~~~~~~^^^^^^^^^',
          '  File "<frozen os>", line 679, in __getitem__',
          "KeyError: 'TOKEN'",
          '',
          'The above exception was the direct cause of the following exception:',
          '',
          ...importTraceback(
            '  File "/app/app.py", line 6, in <module>',
            '    raise RuntimeError("settings are incomplete") from error',
            'RuntimeError: settings are incomplete',
          ),
        ],
      },
      place: 'app.py:4',
    },
    {
      title: 'settings of pydantic',
      dockerfile: servedBy('["uvicorn", "settings:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'settings.py': '\n\n\n\n\nsettings = Settings()\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/settings.py", line 6, in <module>',
          '    settings = Settings()',
          '               ^^^^^^^^^^',
          '  File "/usr/local/lib/python3.11/dist-packages/pydantic_settings/main.py", line 292, in __init__',
          '    super().__init__(**__pydantic_self__.__class__._settings_build_values(sources, init_kwargs))',
          'pydantic_core._pydantic_core.ValidationError: 2 validation errors for Settings',
          'database_url',
          '  Field required [type=missing, input_value={}, input_type=dict]',
          '    For further information visit https://errors.pydantic.dev/2.14/v/missing',
          'token',
          '  Field required [type=missing, input_value={}, input_type=dict]',
          '    For further information visit https://errors.pydantic.dev/2.14/v/missing',
        ),
      },
      place: 'settings.py:6',
    },
    {
      title: 'settings whose variables bear a prefix, which pydantic does not tell',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          "class Settings(BaseSettings):\n    model_config = SettingsConfigDict(env_prefix='SHIPS_')\n    database_url: str\n\n\nsettings = Settings()\n",
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 6, in <module>',
          '    settings = Settings()',
          '  File "/usr/local/lib/python3.11/dist-packages/pydantic_settings/main.py", line 292, in __init__',
          '    super().__init__(**__pydantic_self__.__class__._settings_build_values(sources, init_kwargs))',
          'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings',
          'database_url',
          '  Field required [type=missing, input_value={}, input_type=dict]',
        ),
      },
      place: 'app.py:6',
      advice: '`SHIPS_DATABASE_URL=…`',
    },
    {
      title: 'a model inside the settings, and a prefix that a class above them sets',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'from base import Base, Database\n\n\nclass Settings(Base):\n    database: Database\n\n\nsettings = Settings()\n',
        'base.py':
          'class Database(BaseModel):\n    url: PostgresDsn\n    pool: int = 5\n    echo: bool | None = None\n\n\nclass Base(BaseSettings):\n    model_config = SettingsConfigDict(\n        env_prefix="SHIPS_",\n        env_nested_delimiter="__",\n    )\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 8, in <module>',
          '    settings = Settings()',
          '  File "/usr/local/lib/python3.11/dist-packages/pydantic_settings/main.py", line 292, in __init__',
          '    super().__init__(**__pydantic_self__.__class__._settings_build_values(sources, init_kwargs))',
          'pydantic_core._pydantic_core.ValidationError: 1 validation error for Settings',
          'database',
          '  Field required [type=missing, input_value={}, input_type=dict]',
        ),
      },
      place: 'app.py:8',
      advice: '`SHIPS_DATABASE__URL=…`, a line each',
    },
    {
      title: 'what getenv gave is used on another line',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'import os\n\nurl = os.getenv("DATABASE_URL")\nengine = create_engine(url)\n',
      },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 4, in <module>',
          '    engine = create_engine(url)',
          '  File "/usr/local/lib/python3.11/dist-packages/sqlalchemy/engine/url.py", line 907, in make_url',
          '    raise exc.ArgumentError(',
          'sqlalchemy.exc.ArgumentError: Expected string or URL object, got None',
        ),
      },
      place: 'app.py:4',
    },
    {
      title: 'the application ends in its own words, without an exception',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'requirements.txt': requirements,
        'app.py': 'import os\nimport sys\n\nif not os.getenv("SECRET_KEY"):\n    sys.exit("SECRET_KEY must be set")\n',
      },
      saw: { exitCode: 1, log: ['SECRET_KEY must be set'] },
      place: 'app.py:4',
    },
    {
      title: 'each worker of gunicorn ends in those words, and is replaced',
      dockerfile: servedBy('["gunicorn", "app:app", "-k", "uvicorn_worker.UvicornWorker", "-b", ":8000"]'),
      files: {
        'requirements.txt': requirements,
        'app.py':
          'import os\nimport sys\n\ntoken = os.environ.get("API_TOKEN")\nif not token:\n    sys.exit("API_TOKEN must be provided")\n',
      },
      saw: {
        log: [7, 9].flatMap((worker) => [
          `[2026-11-24 13:47:43 +0000] [${worker}] [INFO] Booting worker with pid: ${worker}`,
          `[2026-11-24 13:47:44 +0000] [${worker}] [INFO] Worker exiting (pid: ${worker})`,
          'API_TOKEN must be provided',
          `[2026-11-24 13:47:44 +0000] [1] [ERROR] Worker (pid:${worker}) exited with code 1.`,
        ]),
        listening: ['0.0.0.0:8000'],
        waitedMs: 3_000,
        ended: 'decided',
        answers: ['timeout'],
      },
      place: 'app.py:4',
    },
    {
      title: 'the shell stops at it',
      dockerfile: servedBy(': ${DATABASE_URL:?} && exec uvicorn app:app --host 0.0.0.0'),
      files: { 'requirements.txt': requirements },
      saw: { exitCode: 2, log: ['/bin/sh: 1: DATABASE_URL: parameter not set or null'] },
      place: 'Dockerfile:7',
    },
    {
      title: 'a script that stops at it, as bash tells',
      dockerfile: servedBy('["./run.sh"]'),
      files: { 'requirements.txt': requirements, 'run.sh': '#!/bin/bash\nset -u\necho "$DATABASE_URL"\n' },
      saw: { exitCode: 1, log: ['./run.sh: line 3: DATABASE_URL: unbound variable'] },
      place: 'run.sh:3',
    },
    {
      title: 'python-decouple',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'requirements.txt': requirements, 'app.py': "KEY = config('SECRET_KEY')\n" },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          "    KEY = config('SECRET_KEY')",
          '  File "/usr/local/lib/python3.11/dist-packages/decouple.py", line 92, in get',
          "    raise UndefinedValueError('{} not found. Declare it as envvar or define a default value.'.format(option))",
          'decouple.UndefinedValueError: SECRET_KEY not found. Declare it as envvar or define a default value.',
        ),
      },
      place: 'app.py:1',
    },
  ],
  confusions: [
    {
      title: 'an error that names a variable which is set',
      is: 'startup-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: {
        'app.py': 'import os\n\nlevel = os.getenv("LOG_LEVEL")\nraise ValueError("LOG_LEVEL must not be loud")\n',
      },
      saw: {
        options: ['--env', 'LOG_LEVEL=loud'],
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 4, in <module>',
          '    raise ValueError("LOG_LEVEL must not be loud")',
          'ValueError: LOG_LEVEL must not be loud',
        ),
      },
    },
    {
      title: 'a name in capitals that nothing reads from the environment',
      is: 'unknown',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': 'import sys\n\nsys.exit("GPU is required")\n' },
      saw: { exitCode: 1, log: ['GPU is required'] },
    },
    {
      title: 'a key of a dictionary of its own',
      is: 'startup-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': 'ships = {}\nships["FRAM"]\n' },
      saw: {
        exitCode: 1,
        log: importTraceback('  File "/app/app.py", line 2, in <module>', '    ships["FRAM"]', "KeyError: 'FRAM'"),
      },
    },
    {
      title: 'a model that was given wrong data',
      is: 'startup-failed',
      dockerfile: servedBy('["uvicorn", "app:app", "--host", "0.0.0.0"]'),
      files: { 'app.py': 'Ship()\n' },
      saw: {
        exitCode: 1,
        log: importTraceback(
          '  File "/app/app.py", line 1, in <module>',
          '    Ship()',
          '  File "/usr/local/lib/python3.11/dist-packages/pydantic/main.py", line 280, in __init__',
          '    validated_self = self.__pydantic_validator__.validate_python(data, self_instance=self)',
          'pydantic_core._pydantic_core.ValidationError: 1 validation error for Ship',
          'name',
          '  Field required [type=missing, input_value={}, input_type=dict]',
        ),
      },
    },
  ],
};
