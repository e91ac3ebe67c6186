"""A small register of ships, as `uvicorn app:app` serves it."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import FastAPI, HTTPException, Path


@dataclass(frozen=True)
class Welcome:
    service: str
    documentation: str


@dataclass(frozen=True)
class Health:
    status: Literal["ok"] = "ok"


@dataclass(frozen=True)
class Ship:
    name: str
    launched: int
    length_in_metres: float


# Constant, because every worker is a process of its own: what one of them stored, the others would not see.
SHIPS = {
    "beagle": Ship(name="HMS Beagle", launched=1820, length_in_metres=27.5),
    "cutty-sark": Ship(name="Cutty Sark", launched=1869, length_in_metres=85.4),
    "fram": Ship(name="Fram", launched=1892, length_in_metres=39.0),
}

app = FastAPI(title="Ship register", version="1.0.0")


@app.get("/")
def welcome() -> Welcome:
    return Welcome(service=app.title, documentation="/docs")


@app.get("/health")
def health() -> Health:
    return Health()


@app.get("/ships")
def list_ships() -> list[Ship]:
    return list(SHIPS.values())


@app.get("/ships/{key}", responses={404: {"description": "No such ship"}})
def read_ship(key: Annotated[str, Path(examples=["fram"])]) -> Ship:
    ship = SHIPS.get(key)
    if ship is None:
        raise HTTPException(status_code=404, detail=f"no ship is registered as {key!r}")
    return ship
