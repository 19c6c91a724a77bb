"""What a person is told: today's page, with what waits for whoever reads it."""
