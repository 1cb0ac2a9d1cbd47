"""What is told to whom by mail, in Dutch and English, decided at the moment it leaves."""
