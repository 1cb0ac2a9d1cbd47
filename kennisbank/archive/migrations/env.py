"""Alembic's entry: run the revisions on the connection that `archive.migration` hands over, in its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
