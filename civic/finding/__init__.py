"""Finding: search in issues, contributions and notices."""
