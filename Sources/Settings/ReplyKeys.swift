extension SettingsBlock {
    static let reply = SettingsBlock(
        "replies[]",
        [
            SettingsKey("id", "the name in commands"),
            SettingsKey("when", "the mentions that it fits"),
            SettingsKey("text", "the reply, or several wordings of it"),
            SettingsKey("signature", "what stands below it"),
        ])
    static let replyConditions = SettingsBlock(
        "replies[].when",
        [
            SettingsKey("about", "what the mention complains of or praises"),
            SettingsKey("label", "the verdict on the mention"),
            SettingsKey("min_stars", "the rating from which on it fits"),
            SettingsKey("max_stars", "the rating up to which it fits"),
            SettingsKey("language", "the languages of the reply"),
            SettingsKey("source", "the sources of the mention"),
            SettingsKey("kind", "what the mention is"),
            SettingsKey("brand", "the brands that the mention is about"),
            SettingsKey("audience", "who reads the reply: public or private"),
        ])

    /// The blocks of replies, in the order of the manual.
    static let replies: [SettingsBlock] = [reply, replyConditions]
}
