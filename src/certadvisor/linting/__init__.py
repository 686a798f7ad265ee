"""For those who keep a catalogue: what is wrong in it, what is old, what changed, and its forms."""
