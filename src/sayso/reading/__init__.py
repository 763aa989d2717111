"""The readers, which take turns behind one protocol: text and marks in, a readout out."""
