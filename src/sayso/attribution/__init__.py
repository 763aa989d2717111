"""From a readout to statements."""
