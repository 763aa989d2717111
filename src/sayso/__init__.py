"""On whose say-so? News reports in, a sourced chronology out."""

__version__ = "0.1.0"
