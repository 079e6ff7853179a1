"""Each term of a reading, asked of an incident: one test a module, each giving steps with their reasons."""
