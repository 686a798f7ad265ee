"""What is asked of many people at once: a policy's audit, everybody's next steps, a team's sums."""
