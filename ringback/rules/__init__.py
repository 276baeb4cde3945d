"""Pure decisions on one candidate. No database, no frame, no clock: the time and the policy are arguments."""
