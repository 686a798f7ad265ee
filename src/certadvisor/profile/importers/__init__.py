"""Profiles out of what people already have: résumés, exports and badges, read and never sent."""
