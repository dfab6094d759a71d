"""Links to the web: politely asked for, guarded, observed. Imported only when a run is to go online."""
