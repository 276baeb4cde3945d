"""The Prefect steps. A task owns a retry and one log line and decides nothing: it calls one action.

What must stay true here:

* A batch is the unit of a task, never a file or a row: a task run costs tens of milliseconds in client and server.
* No task has a cache or a stored result. Results hold personal data, and a cache is no guarantee against sending twice.
* Retries stand only where the fault may heal by itself (database locked, connection lost) and the step is safe to repeat.
  No task that sends a message has one: the outbox decides what may be sent again.
"""
