"""The record's values in the forms of others."""
