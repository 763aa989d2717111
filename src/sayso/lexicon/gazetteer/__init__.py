"""What places are there?"""
