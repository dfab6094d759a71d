"""The editor's shell around the engine: `workspace` knows the project, `server` speaks the protocol."""
