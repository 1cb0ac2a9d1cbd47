"""What anybody may ask without an account, and the links in mails that work without logging in."""
