"""Use cases: one method is one transaction and gives one ChangeSet; a long one is many committed steps."""
