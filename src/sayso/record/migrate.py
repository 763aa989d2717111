"""Are the tables of a record those of this version, and how do they become so?"""

from importlib.resources import as_file, files

from sqlalchemy import Connection, Engine, inspect, text

from sayso.errors import RecordError
from sayso.record import sqlite
from sayso.record.schema import HEAD


def version(conn: Connection) -> str | None:
    """The migration that the record was last brought to; None for an empty database."""
    names = inspect(conn).get_table_names()
    if not names:
        return None
    if "alembic_version" not in names:
        return ""
    return conn.execute(text("SELECT version_num FROM alembic_version")).scalar()


def bring_up(engine: Engine, writer: Engine, *, where: str) -> None:
    """Make or migrate the tables. RecordError for a database of another program or of a newer version."""
    with engine.connect() as conn:
        found = version(conn)
    if found == "":
        raise RecordError(f"{where} is a database, but not a record: give another with --record")
    if found == HEAD:
        return
    if found is not None and found > HEAD:
        raise RecordError(
            f"{where} was made by a newer sayso (its tables are {found}, these are {HEAD}): "
            "install the newer version (pip install --upgrade sayso), or give another with --record"
        )
    with writer.begin() as conn:  # all or nothing: a killed migration leaves the record as it was
        if conn.dialect.name == "sqlite":
            sqlite.mark(conn)
        upgrade(conn)


def upgrade(conn: Connection, to: str = HEAD) -> None:
    """Run the migrations that are missing, in the transaction of `conn`."""
    # Imported here: alembic takes 0.1-0.15 s to import, and a record in use hardly ever needs it.
    from alembic import command
    from alembic.config import Config

    with as_file(files("sayso.record") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = conn
        command.upgrade(config, to)
