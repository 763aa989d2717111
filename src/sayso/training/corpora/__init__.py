"""Which corpora can be learned from, each in the form in which it is handed out?"""
