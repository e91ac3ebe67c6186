import { describe, expect, test } from 'vitest';
import { contextOf } from '../../src/facts/context.ts';
import { findApplications, namedApplication } from '../../src/init/application.ts';

type Files = Readonly<Record<string, string>>;

const fastapi = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const starlette = 'from starlette.applications import Starlette\n\napp = Starlette(routes=[])\n';

/** `target`, with the folder in which it is looked for where that is not the context, and `()` behind a factory. */
function found(files: Files, entrypoint?: string): readonly string[] {
  return findApplications(contextOf(files), entrypoint).found.map(
    ({ root, target, isFactory }) => `${root === '' ? '' : `${root}: `}${target}${isFactory ? '()' : ''}`,
  );
}

describe('where the application is', () => {
  test.each<[string, Files, string]>([
    ['a module beside the rest', { 'main.py': fastapi }, 'main:app'],
    ['of Starlette', { 'app.py': starlette }, 'app:app'],
    ['lines that end as on Windows', { 'main.py': fastapi.replaceAll('\n', '\r\n') }, 'main:app'],
    ['a package', { 'app/__init__.py': '', 'app/main.py': fastapi }, 'app.main:app'],
    ['a folder without __init__.py', { 'app/main.py': fastapi }, 'app.main:app'],
    ['the __init__.py of a package', { 'shop/__init__.py': fastapi }, 'shop:app'],
    ['src with a package', { 'src/shop/__init__.py': '', 'src/shop/main.py': fastapi }, 'src: shop.main:app'],
    ['src with a package without __init__.py', { 'src/shop/main.py': fastapi }, 'src: shop.main:app'],
    ['src with the module itself', { 'src/main.py': fastapi }, 'src: main:app'],
    [
      'src that is a package',
      {
        'src/__init__.py': '',
        'src/main.py': `from src.routes import router\n${fastapi}`,
        'src/routes.py': 'router = 1\n',
      },
      'src.main:app',
    ],
    [
      'neighbours that are imported by their bare names',
      {
        'backend/main.py': `from routes import router\nimport settings as own\n${fastapi}`,
        'backend/routes.py': '',
        'backend/settings.py': '',
      },
      'backend: main:app',
    ],
    [
      'neighbours that are imported from the top',
      { 'backend/main.py': `from backend.routes import router\n${fastapi}`, 'backend/routes.py': '' },
      'backend.main:app',
    ],
    [
      'bare names in a package all the same',
      { 'api/__init__.py': '', 'api/main.py': `import routes\n${fastapi}`, 'api/routes.py': '' },
      'api: main:app',
    ],
    [
      'relative imports of what lies beside',
      { 'backend/main.py': `from .routes import router\n${fastapi}`, 'backend/routes.py': '' },
      'backend.main:app',
    ],
    [
      'relative imports of what lies above',
      { 'a/b/c/main.py': `from ..routes import router\n${fastapi}`, 'a/b/routes.py': '' },
      'a.b.c.main:app',
    ],
    [
      'imports of a neighbour tell it too',
      {
        'server/app/main.py': `from .routes import router\n${fastapi}`,
        'server/app/routes.py': 'from app.models import Ship\n',
        'server/app/models.py': 'Ship = 1\n',
      },
      'server: app.main:app',
    ],
    ['a folder whose name is no module', { 'my-api/main.py': fastapi }, 'my-api: main:app'],
  ])('%s', (_, files, expected) => {
    expect(found(files)).toEqual([expected]);
  });
});

describe('what counts as one', () => {
  test.each<[string, string, readonly string[]]>([
    ['by the name of the module', 'import fastapi\napp = fastapi.FastAPI(\n    title="x",\n)\n', ['main:app']],
    ['under another name', 'from fastapi import FastAPI as Site\nserver = Site()\n', ['main:server']],
    ['with a type', 'from fastapi import FastAPI\napp: FastAPI = make()\n', ['main:app']],
    [
      'a class of its own',
      'from fastapi import FastAPI\nclass Site(FastAPI):\n    pass\nsite = Site()\n',
      ['main:site'],
    ],
    [
      'made by a function here',
      'from fastapi import FastAPI\ndef create_app(x):\n    app = FastAPI()\n    return app\napp = create_app(1)\n',
      ['main:app'],
    ],
    [
      'under a condition',
      'import os\nfrom fastapi import FastAPI\nif os.environ.get("DEBUG"):\n    app = FastAPI()\nelse:\n    app = FastAPI(docs_url=None)\n',
      ['main:app'],
    ],
    ['in a middleware', 'from fastapi import FastAPI\napp = Traced(FastAPI(title="x"))\n', ['main:app']],
    [
      'a factory alone',
      'from fastapi import FastAPI\ndef create_app(debug: bool = False, *, x=(1, 2), **rest) -> FastAPI:\n    app = FastAPI()\n    return app\n',
      ['main:create_app()'],
    ],
    [
      'a factory of what others make',
      'from fastapi import FastAPI\ndef get_app() -> FastAPI:\n    return build()\n',
      ['main:get_app()'],
    ],
    [
      'a factory that calls another',
      'from fastapi import FastAPI\ndef admin():\n    return FastAPI()\ndef create_app():\n    app = FastAPI()\n    app.mount("/admin", admin())\n    return app\n',
      ['main:create_app()'],
    ],
    [
      'a factory that must be told something',
      'from fastapi import FastAPI\ndef create_app(settings):\n    return FastAPI()\n',
      [],
    ],
    ['an asynchronous one', 'from fastapi import FastAPI\nasync def create_app():\n    return FastAPI()\n', []],
    ['in a function that hands it to nobody', 'from fastapi import FastAPI\ndef test():\n    app = FastAPI()\n', []],
    ['run as a program alone', 'from fastapi import FastAPI\nif __name__ == "__main__":\n    app = FastAPI()\n', []],
    ['in a text', '"""\napp = FastAPI()\n"""\n# app = FastAPI()\n', []],
    ['of Flask', 'from flask import Flask\napp = Flask(__name__)\n', []],
    ['app beside another', 'from fastapi import FastAPI\ninternal = FastAPI()\napp = FastAPI()\n', ['main:app']],
    [
      'one in another',
      'from fastapi import FastAPI\nadmin = FastAPI()\nsite = FastAPI()\nsite.mount("/admin", app=admin)\n',
      ['main:site'],
    ],
    [
      'two of them',
      'from fastapi import FastAPI\npublic = FastAPI()\nprivate = FastAPI()\n',
      ['main:public', 'main:private'],
    ],
    [
      'as an argument of a call',
      'import uvicorn\nfrom fastapi import FastAPI\nuvicorn.run(\n    app=FastAPI(),\n)\n',
      [],
    ],
  ])('%s', (_, source, expected) => {
    expect(found({ 'main.py': source })).toEqual(expected);
  });

  test.each<[string, Files, readonly string[]]>([
    [
      'one that is made in another module',
      {
        'app/factory.py': 'from fastapi import FastAPI\ndef create_app():\n    return FastAPI()\n',
        'main.py': 'from app.factory import create_app\napp = create_app()\n',
      },
      ['main:app'],
    ],
    [
      'those of tests, examples and hidden folders are none',
      {
        'main.py': fastapi,
        'tests/app.py': fastapi,
        'test_main.py': fastapi,
        'examples/a.py': fastapi,
        '.hidden/a.py': fastapi,
      },
      ['main:app'],
    ],
    [
      'one of another module that is mounted',
      {
        'main.py': `from admin.main import app as admin_app\n${fastapi}app.mount("/admin", admin_app)\n`,
        'admin/main.py': fastapi,
      },
      ['main:app'],
    ],
    [
      'one that is mounted by the name of its module',
      { 'main.py': `from admin import site\n${fastapi}app.mount("/admin", site.app)\n`, 'admin/site.py': fastapi },
      ['main:app'],
    ],
    ['two modules', { 'api/main.py': fastapi, 'admin/main.py': fastapi }, ['admin.main:app', 'api.main:app']],
    [
      'what .dockerignore leaves out',
      { 'main.py': fastapi, 'old/main.py': fastapi, '.dockerignore': 'old\n' },
      ['main:app'],
    ],
  ])('%s', (_, files, expected) => {
    expect(found(files)).toEqual(expected);
  });
});

describe('which of several is meant', () => {
  const two = { 'api/main.py': fastapi, 'admin/main.py': fastapi };

  test.each<[string, Files]>([
    ['a Procfile', { Procfile: 'web: uvicorn api.main:app --host 0.0.0.0 --port $PORT\n' }],
    ['a command of the README', { 'README.md': 'Run it:\n\n    uv run uvicorn --reload api.main:app\n' }],
    ['gunicorn', { 'start.sh': 'exec gunicorn -k uvicorn.workers.UvicornWorker api.main:app\n' }],
    ['a call of uvicorn', { 'run.py': 'import uvicorn\nuvicorn.run("api.main:app", port=8000)\n' }],
    [
      'a call of uvicorn in its module',
      { 'api/main.py': `import uvicorn\n${fastapi}if __name__ == "__main__":\n    uvicorn.run(app)\n` },
    ],
  ])('%s says it', (_, files) => {
    expect(found({ ...two, ...files })).toEqual(['api.main:app']);
  });

  test("FastAPI's own setting says it before all others", () => {
    expect(found({ ...two, Procfile: 'web: uvicorn api.main:app\n' }, 'admin.main:app')).toEqual(['admin.main:app']);
  });

  test('commands for both say nothing', () => {
    expect(found({ ...two, Procfile: 'a: uvicorn api.main:app\nb: uvicorn admin.main:app\n' })).toHaveLength(2);
  });
});

test('a person may name one that is not recognised', () => {
  const context = contextOf({ 'src/shop/web.py': 'site = build()\n\ndef make():\n    return 1\n' });
  expect(namedApplication('shop.web:site', context)?.found).toEqual([
    { path: 'src/shop/web.py', root: 'src', target: 'shop.web:site', isFactory: false },
  ]);
  expect(namedApplication('shop.web:make', context)?.found[0]).toMatchObject({ isFactory: true });
  expect(namedApplication('shop.web:build()', context)?.found[0]).toMatchObject({
    target: 'shop.web:build',
    isFactory: true,
  });
  expect(namedApplication('shop.other:site', context)).toBeUndefined();
  expect(namedApplication('shop.web', context)).toBeUndefined();
});
