"""What may be typed about people."""
