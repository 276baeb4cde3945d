"""Where everything is kept: keyset and cipher, engine and sessions, migrations, read models, backup."""
