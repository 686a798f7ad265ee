"""Which certifications expire, and what renewing them takes."""
