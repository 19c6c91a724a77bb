"""What is right about people: who they are here, how they sign in, what they may vote in."""
