"""The maintainers' desk and the pages of people and editions: what the views of `ui.views` are made of."""
