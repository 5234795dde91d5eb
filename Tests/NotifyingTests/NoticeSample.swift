import Model

/// The sentences that `Health` writes of a source called `Zq`, which letters in other languages read.
enum NoticeSample {
    static let unreachable =
        "Zq can't be reached, and has brought nothing for 26 min (since 22 Nov 2026, 10:04). zq zq "
        + "It is tried again at 22 Nov 2026, 10:40; you will be told when it is well."

    private static let clauses = [
        "turns Repute away for asking too often", "refuses access", "is not found at its address",
        "does not accept the request", "has a fault on its server",
        "answers with more than can be read", "answers with an empty document",
        "answers, but with something that is no feed",
        "answers, but with something that can't be read",
    ]

    static let all: [(SourceNotice.Kind, String)] =
        [(.unreachable, unreachable)]
        + clauses.map {
            (
                .unreadable,
                "Zq \($0) now, which is another fault than before, and has brought nothing for 3 h "
                    + "(since 22 Nov 2026, 10:04). zq zq It is tried again at 22 Nov 2026, 10:40; you "
                    + "will be told when it is well."
            )
        } + [
            (
                .unreadable,
                "Zq has changed shape: no entry has a rating any more, since 22 Nov 2026, 10:04. Its "
                    + "entries are stored as they are, but may be read wrongly. Check the source or its "
                    + "recipe. If this is how it is to be, run `repute source forget-seen zq`."
            ),
            (
                .unreadable,
                "Zq answers, but has listed nothing since 22 Nov 2026, 10:04, though it always did "
                    + "before. Look at it in a browser: its address or its search may have changed. If "
                    + "this is how it is to be, run `repute source forget-seen zq`."
            ),
            (
                .gone,
                "Zq is gone for good, says its server. zq zq It is looked at once a day only, next at "
                    + "22 Nov 2026, 10:40."
            ),
            (
                .quiet,
                "Zq answers, but has brought nothing new for 9 days, since 13 Nov 2026, 10:40. It used "
                    + "to bring something every day; a silence like this happens to a well source no "
                    + "more than once in 2 years. Look at it in a browser: its address or its search may "
                    + "have changed."
            ),
            (
                .recovered,
                "Zq is well now: it brought nothing for 3 h, since 22 Nov 2026, 10:04. What it lists "
                    + "now counts as history and does not alert."
            ),
            (
                .recovered,
                "Zq is well again: it could not be read for 3 h, since 22 Nov 2026, 10:04. Nothing was "
                    + "missed: it still lists what it listed before."
            ),
            (
                .recovered,
                "Zq is well again: it was gone for 3 h, since 22 Nov 2026, 10:04. Entries that came and "
                    + "went in that time may have been missed: it lists nothing of what it listed before."
            ),
            (.recovered, "Zq brings news again after 3 d of silence, since 19 Nov 2026, 10:04."),
            (
                .moved,
                "Zq has moved for good, from zq to zq. It is read there from now on; write the new "
                    + "address into the configuration."
            ),
            (
                .moved,
                "Zq is back at its configured address zq; zq, where it had moved, does not give it any "
                    + "more."
            ),
        ] + gaps + [
            (
                .churn,
                "Zq lists 12 known entries under new ids. They were recognized by their wording and are "
                    + "not told again. Nothing needs to be done, unless this happens often: then look "
                    + "for a feed of it with ids that stay."
            ),
            (
                .churn,
                "Zq lists 1 known entry under new ids. They were recognized by their wording and are "
                    + "not told again. 3 other new entries without a date after the last reading are "
                    + "stored without an alert. Nothing needs to be done, unless this happens often: "
                    + "then look for a feed of it with ids that stay."
            ),
            (
                .delisted,
                "1 complaint and 2 praises are no longer listed on Zq, though older entries are. They "
                    + "stay in your records; the author or the site may have removed them."
            ),
        ]

    private static let gaps: [(SourceNotice.Kind, String)] = [
        "Shorten its interval to 10 min or less (it is 1 h).", "It had not been read for so long.",
        "A shorter interval would not help: look for a feed of it that lists more.",
    ].map {
        (
            .gap,
            "Zq lists nothing of what it listed before, so entries between 22 Nov 2026, 10:04 and 22 Nov "
                + "2026, 10:40 may have been missed: it only lists 20 entries. \($0)"
        )
    }
}
