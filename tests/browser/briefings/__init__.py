"""The portal with the briefings' own data, in a real browser."""
