import type { Diagnosis } from './diagnosis.ts';
import { exitEvidence, tracebackLines } from '../symptoms/evidence.ts';
import { importTraceback, requirements, servedBy } from './example.ts';
import { ownPlace } from '../symptoms/place.ts';
import { startPlace } from '../symptoms/start.ts';
import { shortName, type Traceback } from '../traceback/traceback.ts';

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
    if (fatal === undefined) return;
    const names = [...new Set(variablesOf(fatal))];
    const [first] = names;
    if (first === undefined) return;
    const own = ownPlace(fatal, facts);
    const place = own?.location ?? startPlace(facts);
    const more = names.length === 1 ? '' : ` and ${names.length - 1} more`;
    const headline = `it needs the variable \`${first}\`${more}`;
    const values = names.map((name) => `\`${name}=…\``).join(', ');
    yield {
      headline: headline.length <= 55 ? headline : 'it needs an environment variable that is not set',
      title: `the application needs the variable${names.length === 1 ? '' : 's'} ${names.map((name) => `\`${name}\``).join(', ')}`,
      why: `It ends without ${names.length === 1 ? 'it' : 'them'}, and neither the image nor the trial sets ${names.length === 1 ? 'it' : 'them'}.`,
      advice: `Give a value for the trial: ${values}, a line each, as \`env\` under \`with:\`.`,
      ...(place === undefined ? {} : { location: place }),
      evidence: [...(container === undefined ? [] : exitEvidence(container)), ...tracebackLines(symptoms, fatal)],
      explains: ['worker-crash-loop', 'startup-failed', 'unhandled-exception'],
    };
  },
  examples: [
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
  ],
  confusions: [
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

/** The variables that an exception says are missing. */
function variablesOf(traceback: Traceback): readonly string[] {
  const { message, frames } = traceback;
  const name = shortName(traceback);
  const last = frames.at(-1);
  if (name === 'KeyError') {
    const key = /^'([A-Za-z_]\w*)'$/.exec(message)?.[1];
    const inOs = last !== undefined && last.function === '__getitem__' && /^<frozen os>$|\/os\.py$/.test(last.file);
    if (key !== undefined && (inOs || /\bos\.environ\[/.test(last?.source ?? ''))) return [key];
    // starlette.config, environs of old
    return capture(/^["']?Config '(\w+)' is missing/, message);
  }
  if (name === 'ValidationError' && frames.some(({ file }) => /pydantic_settings|pydantic\/env_settings/.test(file))) {
    return missingFields(traceback);
  }
  if (name === 'UndefinedValueError') return capture(/^(\w+) not found\. Declare it as envvar/, message);
  if (/^Env(?:ironment)?\w*Error$/.test(name)) return capture(/["'`]?([A-Z][A-Z0-9_]{2,})["'`]? not set/, message);
  if (/environment variable/i.test(message)) return capture(/\b([A-Z][A-Z0-9]*_[A-Z0-9_]+|[A-Z]{4,})\b/, message);
  // `getenv` gave None, and something could not do with that.
  if (/NoneType|got None/.test(message) && /\bgetenv\(|environ\.get\(/.test(last?.source ?? '')) {
    return capture(/(?:getenv|environ\.get)\(\s*["'](\w+)["']/, last?.source ?? '');
  }
  return [];
}

/** pydantic names each field on a line of its own, and what is wrong with it on the next. */
function missingFields({ detail }: Traceback): readonly string[] {
  return detail.flatMap((line, index) => {
    const next = detail[index + 1] ?? '';
    const field = /^([A-Za-z_][\w.]*)$/.exec(line)?.[1];
    return field !== undefined && /^\s+Field required|type=missing/.test(next)
      ? [field.replaceAll('.', '__').toUpperCase()]
      : [];
  });
}

function capture(pattern: RegExp, text: string): readonly string[] {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? [] : [found];
}
