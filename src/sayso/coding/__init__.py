"""From a readout to mentions."""
