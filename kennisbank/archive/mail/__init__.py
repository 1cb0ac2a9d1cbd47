"""Messages and how they leave: written in full, kept until they have left, by SMTP or into a folder."""
