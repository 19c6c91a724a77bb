"""What is read of people and places."""
