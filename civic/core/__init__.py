"""What every room stands on: plain values and pure functions, standard library only."""
