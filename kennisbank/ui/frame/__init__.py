"""What stands around the views: rail, top bar, status line."""
