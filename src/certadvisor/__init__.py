"""certadvisor: which certification next, may I sit it, and from when."""

__version__ = "0.1.0"
