"""One widget a screen: layout and painting; emits requests, never waits."""
