"""The answer of `profile evidence`: what an application to an issuer requires."""
