"""What English words tell that somebody asks for, offers, promises, gives or refuses something."""
