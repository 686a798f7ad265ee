"""Importers: profiles from files that people already have (résumés, exports, badges)."""
