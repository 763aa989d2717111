"""How do rulings come to lie over the machine's work in the tables?"""

from sqlalchemy import Connection


def lay(conn: Connection, report: str) -> None:
    """Fold the rulings on a report over all its documents anew."""
