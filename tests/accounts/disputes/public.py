"""Disputes of 2025 in public figures. Every figure and name is from public reports.

Cuba, January to March: en.cibercuba.com/node/298827; cubaheadlines.com/articles/298910.
Belarus, 21 June: BBC, 2025-06-21; newser.com/story/375049. 11 September: kyivindependent.com/
belarus-frees-52-prisoners-after-visit-by-us-envoy; newser.com/story/375049; thesun.my;
news.liga.net/en/politics/news/belarus-releases-52-political-prisoners-of-lukashenko-after-
trumps-envoys-visit; peopleinneed.net; ogreszinas.news/?p=28138. 13 December: wionews.com;
benzinga.com; newsofaustin.com; trendsnnews.com/?p=21978; crbcnews.com; the "about 1,000" is
that of a report kept beside the examples. The publishers of the reports here are invented.
"""

from __future__ import annotations

from accounts.disputes.notation import Dispute

PUBLIC = {
    "Cuba 2025: 553 announced, freed in two parts, and who they were": Dispute(
        told="""
        report Example Caribbean, 2025-01-15
        Cuba (government): release 553 people, announced, by Cuba, on 2025-01-14
        report Example Caribbean, 2025-03-11
        Supreme Court (court): release 378 people, by Cuba
        + Supreme Court (court): release a further 175 people, by Cuba
        + Supreme Court (court): release a total of 553 people, by Cuba
        Prisoners Defenders (rights-group): release 230 political prisoners, part of a total of 553
        Prisoners Defenders (rights-group): release 323 common prisoners, part of a total of 553
        withhold, by Cuba, about the names""",
        of="378",
        bounds={"everybody": (553, 553), "political": (230, 230), "not political": (323, 323)},
        unnamed=(553, 553),
        sentences=(
            "553 = 378 + 175",
            "553 = 230 + 323",
        ),
        questions=("553 of 553 are not named.", "Who are they? Not said by Cuba."),
    ),
    "Cuba 2025: released on conditions, by the same number": Dispute(
        told="""
        report Example Caribbean, 2025-03-11
        Supreme Court (court): release 553 people, by Cuba
        Prisoners Defenders (rights-group): conditional-release 553 people, by Cuba""",
        bounds={"everybody": (553, 553)},
    ),
    "Belarus, June 2025: 14 to Lithuania, five of them Belarusians": Dispute(
        told="""
        report Example Wire, 2025-06-21
        Lithuanian foreign minister (government): release 14 people, by Belarus, to Lithuania
        Tsikhanouskaya's office (opposition): release 5 Belarusian nationals, of BY, by Belarus
        Tsikhanouskaya's office (opposition): release others, of JP PL SE, by Belarus
        release Siarhei Tsikhanouski, by Belarus
        report Example Digest, 2025-06-22
        release 13 others, by Belarus
        + release Siarhei Tsikhanouski, by Belarus""",
        bounds={"everybody": (14, 14), "of BY": (5, 5), "not of BY": (9, 9)},
        unnamed=(13, 13),
        questions=("13 of 14 are not named.",),
    ),
    "Belarus, September 2025: 52, of them 14 foreigners of six states": Dispute(
        told="""
        report Example Baltic, 2025-09-11
        Gitanas Nauseda (government): release 52 people, by Belarus, to Lithuania
        US Embassy in Vilnius (government): release 52 people, by Belarus, to Lithuania
        Gitanas Nauseda (government): hold more than 1,000 political prisoners
        release Mikola Statkevich & Ihar Losik & Irina Slavnikova & Pavel Mozheyko, by Belarus
        release Elena Ramanauskiene (LT), by Belarus
        report Example World, 2025-09-11
        Belta (state-media): release 14 foreigners, by Belarus
        + Belta (state-media): release 6 Lithuanians, of LT, part of 14
        + Belta (state-media): release 2 Latvians, of LV, part of 14
        + Belta (state-media): release 2 Poles, of PL, part of 14
        + Belta (state-media): release 2 Germans, of DE, part of 14
        + Belta (state-media): release 1 French national, of FR, part of 14
        + Belta (state-media): release 1 British national, of GB, part of 14""",
        bounds={
            "everybody": (52, 52),
            "foreigners": (14, 14),
            "not foreigners": (38, 38),
            "of LT": (6, 6),
        },
        unnamed=(47, 47),
        sentences=("14 = 6 + 2 + 2 + 2 + 1 + 1",),
        questions=("47 of 52 are not named.", "Who are the other 5 of the 6 Lithuanians?"),
    ),
    "Belarus, December 2025: 123 pardoned, 114 received, and how many remain": Dispute(
        told="""
        report Example State Agency, 2025-12-13
        Belta (state-media): pardon 123 citizens of various countries, by Belarus
        report Example Monitor, 2025-12-13
        Ukrainian authorities (government): release 114 civilians, by Belarus, to Ukraine
        Viasna (rights-group): hold 1,197 political prisoners, on 2025-12-13
        report Example Wire, 2025-12-13
        a US official (government): release 1 US citizen, of US, by Belarus
        + a US official (government): release 6 citizens of US allies, by Belarus
        + a US official (government): release 5 Ukrainians, of UA, by Belarus
        + release Maria Kolesnikova & Viktor Babariko & Ales Bialiatski & Marina Zolotova
        rights groups (rights-group): hold about 1,200 political prisoners
        report Example Evening, 2025-12-13
        pardon 123 people, by Belarus
        + hold about 1,000 political prisoners""",
        repairs=("nothing",),
        bounds={
            "everybody": (123, 123),
            "to UA": (114, 114),
            "not to UA": (9, 9),
            "of US": (1, 1),
            "held": (1197, 1197),
        },
        unnamed=(119, 119),
        questions=(
            "119 of 123 are not named.",
            "Who confirms 123",
            "How many are still held: about 1,200, 1,197 or about 1,000?",
        ),
    ),
    "Belarus, December 2025: one release among more than 430 since July 2024": Dispute(
        told="""
        report Example Monitor, 2025-12-13
        pardon 123 people, by Belarus, on 2025-12-13
        release more than 430 political prisoners, by Belarus, on 2024-07/2025-12
        a US official (government): release over 200 people so far, by Belarus""",
        bounds={"everybody": (123, 123)},
    ),
}
