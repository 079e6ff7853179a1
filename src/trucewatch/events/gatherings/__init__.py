"""What English words tell of people meeting, and of the agreements that they speak of."""
