"""What readers and authors say, over HTTP: where acts, mailboxes and all that is in them come together."""
