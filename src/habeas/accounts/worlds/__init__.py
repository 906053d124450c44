"""Seeded worlds whose truth is known, to measure how well wrong figures are found.

Everything in them is invented. What they hold and why, and what they leave out:

*Events.* A state frees people: log-normally many, 200 in the middle, a factor of 2.7 either way for
two thirds of the events, at least 12. An event is described alike however much is said of it.

*People.* Each has a destination and a sex, and one to three of citizenship, called political or
common prisoners, minors, journalists: what reports of releases tell people apart by. There are one
to four destinations and two to five citizenships, each half as common as the one before; some
people have none that is told. About a fifth are women, a tenth minors, a seventh journalists and
six in ten political prisoners, half more or less from event to event. In half of the people a trait
follows from the one before it, so that groups of two traits are not products.

*Sayings.* A speaker gives one figure of one group. A quarter are of everybody, half single people
out by one trait and a quarter by two, where the event's traits are told of together: along a tree
of them, with one more pair in a third of the events, since few breakdowns are made. Large groups
(by the root of their number) and the first traits are told of most, and nobody tells of a group
without anybody. There is an independent speaker for every four claims, and two more; some talk more
than others; each speaks of a group once. One claim in ten is an outlet that prints what such a
speaker said, which makes no new voice.

*Words.* Seven in ten figures are exact; of the others most are "at least", "more than" and "about",
some "up to", "nearly", "between" and "dozens". Of fewer than ten people nine in ten figures are
exact. Rounding is to fives from 20, tens from 50, hundreds from 1,000. What a speaker says is true,
to the strict meaning of the words, of the number they believe.

*Errors.* The share asked for, to the nearest claim, of the figures that repeat no other: off by
some (35 in 100: one, or up to a twentieth), the figure of a part or of the whole for that of the
group (20), an older figure, half to 95 hundredths of the number (20), a digit misread (15), two
digits swapped (10). One in ten is then taken over by another speaker, who does not say from whom
and seems an independent voice. A saying is wrong only where its words exclude the truth: errors are
drawn until they do, and where none does another saying takes the error.

*Left out:* figures that speakers correct later, speakers who mean different people by one word,
who are wrong more often than others or who lie to one purpose, claims put into the wrong event or
misread by a reader, names and lists, people who are still held, and figures of three traits.

`habeas.accounts.evaluate` measures on them; docs/measures.md has the figures.
"""

from __future__ import annotations

from habeas.accounts.worlds.making import Happening, World, make_world
from habeas.accounts.worlds.sayings import Saying

__all__ = ["Happening", "Saying", "World", "make_world"]
