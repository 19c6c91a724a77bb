"""What is done about people: signing in, the roll, offices, slips, helping."""
