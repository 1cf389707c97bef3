"""What a document itself is: the head above its text, and the signatures below.

draft       the fields while they are being read      letterhead   number, place, date, type
title       what it is about                          issuers      which of the lines issues, in normal case
signatures  who signs, who receives it                read         composes them
"""
