"""What English words tell that something happened, and who did it to whom, where, when and with what harm."""
