"""All that a library holds, as values that can be compared."""

from kennisbank.library.library import Library


def stored(library: Library) -> tuple[object, ...]:
    """Return contributions, editions, batches and reports."""
    with library.read() as tx:
        batches = tx.batches.all()
        return (
            tx.contributions.all(),
            tx.editions.all(),
            batches,
            [tx.batches.reports(batch.id) for batch in batches],
            tx.texts.known(tx.files.hashes(), "any"),
        )


def essence(library: Library) -> list[tuple[object, ...]]:
    """Return what must be equal in two libraries that took the same files: everything but ids and times."""
    with library.read() as tx:
        return sorted(
            (
                each.metadata.values.title,
                repr(each.metadata),
                tuple((file.hash, file.name, file.role, file.version, file.is_current) for file in each.files),
                tuple(len(tx.texts.pages(file.hash)) for file in each.files),
            )
            for each in tx.contributions.all()
        )
