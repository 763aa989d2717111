"""How what ships was learned; needs the extra sayso[train]."""
