"""What is posted, from when to when, and the objections to it."""
