"""How does alembic reach the record? Run by alembic, with the connection that `migrate` hands over."""

from alembic import context

from sayso.record.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller has begun the transaction and ends it
)
context.run_migrations()
