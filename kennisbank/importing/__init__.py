"""From files and lists to contributions: sources, metadata proposal, identity, pipeline, report."""
