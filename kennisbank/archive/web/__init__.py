"""What holds for every request, whatever it is about: limits, faults, rights, answers, the server around it all."""
