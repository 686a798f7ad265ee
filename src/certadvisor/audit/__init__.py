"""A policy's audit: who complies, whose certifications lapse, who is exempt."""
