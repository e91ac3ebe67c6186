"""A guest book: each visit is a row of a table."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from fastapi import FastAPI

DATABASE_URL = os.environ["DATABASE_URL"]


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    with psycopg.connect(DATABASE_URL) as database:
        database.execute("CREATE TABLE IF NOT EXISTS visit (at timestamptz NOT NULL DEFAULT now())")
    yield


app = FastAPI(title="Guest book", version="1.0.0", lifespan=lifespan)


@app.get("/")
def visit() -> dict[str, int]:
    with psycopg.connect(DATABASE_URL) as database:
        database.execute("INSERT INTO visit DEFAULT VALUES")
        row = database.execute("SELECT count(*) FROM visit").fetchone()
    return {"visits": row[0] if row else 0}
