extension SettingsBlock {
    static let mentionRule = rule(
        "mention",
        [
            SettingsKey("when", "what a mention has to be; all of it"),
            SettingsKey("severity", "info, warning, critical, by_stars or weighed"),
            SettingsKey("cooldown", "how long it is quiet about a brand after an alert"),
            SettingsKey("instant", "from which severity on you are told at once"),
        ])
    static let surgeRule = rule(
        "surge",
        [
            SettingsKey("when", "which mentions are counted"),
            SettingsKey("window", "the length of time that is compared with the usual"),
            SettingsKey("false_alarms", "how often a year it may speak without a cause"),
            SettingsKey("severity", "info, warning or critical"),
        ])
    static let dropRule = rule(
        "drop",
        [
            SettingsKey("when", "which mentions count"),
            SettingsKey("of", "what is averaged: rating or sentiment"),
            SettingsKey("days", "how many days are compared with those before"),
            SettingsKey("least", "by how much it has to fall to be worth a word"),
            SettingsKey("false_alarms", "how often a year it may speak without a cause"),
            SettingsKey("severity", "info, warning or critical"),
        ])
    static let unansweredRule = rule(
        "unanswered",
        [
            SettingsKey("when", "which mentions have to be answered"),
            SettingsKey("within", "the business hours that there are for an answer"),
            SettingsKey("pauses", "the time between two reminders, one after the other"),
            SettingsKey("patience", "for how long there are reminders"),
            SettingsKey("escalate", "who else is told, and when"),
            SettingsKey("severity", "info, warning or critical"),
        ])

    static let mentionConditions = SettingsBlock(
        "rules[].when",
        [
            SettingsKey("label", "the verdicts that match"),
            SettingsKey("min_score", "the lowest score that matches, -1 to 1"),
            SettingsKey("max_score", "the highest score that matches, -1 to 1"),
            SettingsKey("min_confidence", "the lowest confidence that matches, 0 to 1"),
            SettingsKey("min_stars", "the lowest rating that matches, in stars of 1 to 5"),
            SettingsKey("max_stars", "the highest rating that matches, in stars of 1 to 5"),
            SettingsKey("brand", "the brands that match"),
            SettingsKey("competitors", "whether competitors match too where no brand is named"),
            SettingsKey("source", "the sources that match"),
            SettingsKey("kind", "the kinds of source that match"),
            SettingsKey("language", "the languages that match"),
            SettingsKey("about", "what it has to speak of"),
            SettingsKey("author", "who has written it: new, known or complained_before"),
            SettingsKey("min_sites", "on how many sites its story has to stand"),
            SettingsKey("words", "a query that the text has to match"),
        ])
    static let aboutConditions = SettingsBlock(
        "rules[].when.about",
        [
            SettingsKey("aspect", "what it has to speak of"),
            SettingsKey("label", "how it has to feel about that"),
        ])
    static let surgeConditions = SettingsBlock(
        "rules[].when of type surge",
        mentionConditions.keys(["label", "brand", "source", "kind"]))
    static let dropConditions = SettingsBlock(
        "rules[].when of type drop", mentionConditions.keys(["brand", "source"]))
    static let escalation = SettingsBlock(
        "rules[].escalate",
        [
            SettingsKey("after", "after how many reminders without an answer"),
            SettingsKey("channels", "the channels that are told besides"),
        ])
    static let digest = SettingsBlock(
        "digests[]",
        [
            SettingsKey("id", "the name in commands and mails"),
            SettingsKey("title", "the name that people read"),
            SettingsKey("enabled", "whether it is sent"),
            SettingsKey("every", "how often: daily or weekly"),
            SettingsKey("at", "the time of the day"),
            SettingsKey("on", "the day of a weekly one"),
            SettingsKey("brand", "the brands that it tells of"),
            SettingsKey("empty", "whether it is sent when there is nothing to tell"),
            SettingsKey("channels", "the channels that it goes to"),
        ])
    static let heartbeat = SettingsBlock(
        "heartbeat",
        [
            SettingsKey("url", "the address that is asked"),
            SettingsKey("url_file", "a file that holds the address"),
            SettingsKey("url_credential", "a systemd credential that holds the address"),
            SettingsKey("every", "time between two requests"),
        ])

    /// The blocks of rules and of what is sent by the calendar, in the order of the manual.
    static let telling: [SettingsBlock] = [
        mentionRule, mentionConditions, aboutConditions, surgeRule, surgeConditions, dropRule,
        dropConditions, unansweredRule, escalation, digest, heartbeat,
    ]

    /// The keys of rules of a type: those that all rules have, and its own.
    private static func rule(_ type: String, _ keys: [SettingsKey]) -> SettingsBlock {
        SettingsBlock(
            "rules[] of type " + type,
            [
                SettingsKey("id", "the name in commands and mails"),
                SettingsKey("type", "mention, surge, drop or unanswered"),
                SettingsKey("title", "the name that people read"),
                SettingsKey("enabled", "whether it is asked"),
            ] + keys + [SettingsKey("channels", "the channels that are told")])
    }

    private func keys(_ names: Set<String>) -> [SettingsKey] {
        keys.filter { names.contains($0.name) }
    }
}
