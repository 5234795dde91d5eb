extension SettingsBlock {
    /// The blocks of a file of rule tests, which are no part of the configuration.
    static let ruleTests: [SettingsBlock] = [
        testFile, testCase, testSilence, testMention, testWording, testAuthor, testExpectation,
    ]

    static let testFile = SettingsBlock("", [SettingsKey("tests", "the tests")])
    static let testCase = SettingsBlock(
        "tests[]",
        [
            SettingsKey("name", "what it shows"),
            SettingsKey("mention", "a mention that comes"),
            SettingsKey("mentions", "several that come one after the other"),
            SettingsKey("expect", "all that becomes of it"),
            SettingsKey("silences", "what is silenced meanwhile"),
        ])
    static let testSilence = SettingsBlock(
        "tests[].silences[]",
        [
            SettingsKey("rule", "the rule that is silenced"),
            SettingsKey("source", "the source that is silenced"),
            SettingsKey("brand", "the brand that is silenced"),
        ])
    static let testMention = SettingsBlock(
        "tests[].mention",
        wordingKeys + [
            SettingsKey("source", "the source that it comes from"),
            SettingsKey("kind", "what the entries of a source are that is not named"),
            SettingsKey("brand", "the brands that it is about"),
            SettingsKey("author", "who wrote it"),
            SettingsKey("author_wrote", "what the author wrote before"),
            SettingsKey("url", "where it is read"),
            SettingsKey("language", "its language"),
            SettingsKey("sites", "on how many sites its story stands"),
            SettingsKey("first_poll", "whether it came with the first poll of its source"),
            SettingsKey("edited_from", "what it said before"),
            SettingsKey("after", "the time since the mention before it"),
            SettingsKey("expect", "all that becomes of it"),
        ])
    static let testWording = SettingsBlock("tests[].mention.edited_from", wordingKeys)
    static let testAuthor = SettingsBlock(
        "tests[].mention.author_wrote",
        [
            SettingsKey("mentions", "how many mentions are older"),
            SettingsKey("negative", "how many of these are negative"),
        ])
    static let testExpectation = SettingsBlock(
        "tests[].expect",
        [
            SettingsKey("alert", "the rule that tells of it at once"),
            SettingsKey("held", "the rule whose cool-down it waits for"),
            SettingsKey("digest", "the rule that leaves it for the digest"),
            SettingsKey("silenced", "the rule that would tell of it but for a silence"),
            SettingsKey("severity", "how urgent the alert is"),
        ])

    private static let wordingKeys = [
        SettingsKey("title", "the headline"),
        SettingsKey("text", "the body"),
        SettingsKey("stars", "the rating in stars of 1 to 5"),
        SettingsKey("label", "the verdict"),
        SettingsKey("score", "the score, -1 to 1"),
        SettingsKey("confidence", "the confidence, 0 to 1"),
        SettingsKey("about", "what it speaks of, and how that is felt"),
    ]
}
