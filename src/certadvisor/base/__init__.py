"""Bytes and text to plain values: nothing here knows what a certification is."""
