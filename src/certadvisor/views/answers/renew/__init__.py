"""The answer of `renew`: what ends when, and what renewing or reinstating takes."""
