/// A key that the configuration knows.
public struct SettingsKey: Sendable, Hashable {
    /// The key as it is written.
    public var name: String
    /// What it sets, in a few words.
    public var summary: String

    init(_ name: String, _ summary: String) {
        self.name = name
        self.summary = summary
    }
}

/// A map of the configuration and the keys that it may have.
///
/// The one table of all keys: the loader accepts no other, suggestions come from it, and the manual
/// is tested against it.
public struct SettingsBlock: Sendable, Hashable {
    /// Where it stands, such as `polling` or `sources[]`; empty for the top of the file.
    public var path: String
    /// Every key that it may have.
    public var keys: [SettingsKey]

    init(_ path: String, _ keys: [SettingsKey]) {
        self.path = path
        self.keys = keys
    }

    /// Every block, in the order of the manual.
    public static let all: [SettingsBlock] =
        [
            .top, .business, .storage, .retention, .polling, .health, .brand, .source, .headerValue,
        ] + telling + channels + replies + [.metrics, .log]

    func knows(_ key: String) -> Bool { keys.contains { $0.name == key } }
}

extension SettingsBlock {
    static let top = SettingsBlock(
        "",
        [
            SettingsKey("business", "who you are, and when you are there"),
            SettingsKey("storage", "where the database is"),
            SettingsKey("retention", "how long things are kept"),
            SettingsKey("polling", "how sources are fetched"),
            SettingsKey("health", "when you are told of a source or a channel itself"),
            SettingsKey("brands", "the names you watch"),
            SettingsKey("sources", "the places that are polled"),
            SettingsKey("rules", "what you are told about"),
            SettingsKey("digests", "what you are told by the calendar"),
            SettingsKey("channels", "how you are told"),
            SettingsKey("replies", "what you answer"),
            SettingsKey("lexicons", "files that add words to the sentiment lexicon"),
            SettingsKey("recipes", "folders with recipes of your own"),
            SettingsKey("heartbeat", "who notices that Repute itself has stopped"),
            SettingsKey("metrics", "where monitoring systems ask how the daemon is"),
            SettingsKey("log", "what the daemon writes to its log"),
        ])

    /// The keys that a drop-in file may have: what is a list and can grow.
    static let dropInKeys: Set<String> = [
        "brands", "sources", "rules", "digests", "channels", "replies",
    ]

    static let business = SettingsBlock(
        "business",
        [
            SettingsKey("name", "the name that mails and reports carry"),
            SettingsKey("language", "the language of channels that name none"),
            SettingsKey("time_zone", "the zone of business hours, reports and mails"),
            SettingsKey("hours", "when somebody is there to answer"),
            SettingsKey("holidays", "days on which nobody is"),
            SettingsKey("contact", "the mail address that servers and customers can write to"),
            SettingsKey("owner", "the person who signs replies"),
        ])
    static let storage = SettingsBlock("storage", [SettingsKey("path", "the SQLite file")])
    static let retention = SettingsBlock(
        "retention",
        [
            SettingsKey("mentions", "how long mentions are kept"),
            SettingsKey("authors", "how long the names of their authors are kept"),
            SettingsKey("outbox", "how long delivered and given-up letters are kept"),
        ])
    static let polling = SettingsBlock(
        "polling",
        [
            SettingsKey("interval", "time between two polls of a source that sets none"),
            SettingsKey("longest_interval", "how long a quiet source is left alone at most"),
            SettingsKey("minimum_interval", "the shortest interval that is taken"),
            SettingsKey("concurrency", "how many sources are polled at once"),
            SettingsKey("per_host", "how many requests go to one host at once"),
            SettingsKey("host_spacing", "time between the starts of two requests to one host"),
            SettingsKey("host_budgets", "requests a day that a host is asked at most"),
            SettingsKey("connect_timeout", "time allowed to connect"),
            SettingsKey("timeout", "time allowed for a whole request"),
            SettingsKey("body_limit", "the largest answer that is read, after decompression"),
            SettingsKey("user_agent", "the User-Agent header"),
            SettingsKey("proxy", "the proxy that requests go through"),
            SettingsKey("ca_file", "certificates to trust instead of the system's"),
            SettingsKey("allow_files", "folders that `file:` sources may read"),
            SettingsKey("allow_private_networks", "private networks that may be reached"),
        ])
    static let health = SettingsBlock(
        "health",
        [
            SettingsKey("grace", "how long a failure lasts before it is told"),
            SettingsKey("false_alarms", "how often a year a well source may be called quiet"),
            SettingsKey(
                "delisted_after", "from how many lists a mention is missing before it is told"),
            SettingsKey("channels", "the channels that are told"),
            SettingsKey("enabled", "whether anybody is told"),
        ])
    static let brand = SettingsBlock(
        "brands[]",
        [
            SettingsKey("id", "the name in commands and references"),
            SettingsKey("name", "the name that people read"),
            SettingsKey("names", "what it is called besides"),
            SettingsKey("query", "what an entry has to say to be a mention"),
            SettingsKey("context", "words of which one has to be near, for names that are words"),
            SettingsKey("context_window", "how many words may stand between: a number, or `any`"),
            SettingsKey("competitor", "whether it is somebody else's"),
            SettingsKey("competitors", "names of others that texts compare it with"),
        ])
    static let source = SettingsBlock(
        "sources[]",
        [
            SettingsKey("id", "the name in commands and references"),
            SettingsKey("title", "the name that people read"),
            SettingsKey("url", "the address of the feed"),
            SettingsKey("url_file", "a file that holds the address"),
            SettingsKey("url_credential", "a systemd credential that holds the address"),
            SettingsKey("recipe", "the recipe that reads a site's JSON"),
            SettingsKey("with", "the recipe's parameters"),
            SettingsKey("brand", "the brand that the entries are about"),
            SettingsKey("kind", "what the entries are: review, mention or survey"),
            SettingsKey("genre", "how the texts are read: review, social or news"),
            SettingsKey("interval", "time between two polls"),
            SettingsKey("longest_interval", "how long it is left alone at most while it is quiet"),
            SettingsKey("headers", "request headers"),
            SettingsKey("time_zone", "the zone of dates that name none"),
            SettingsKey("alert_since", "from when on entries of the first poll may alert"),
            SettingsKey("enabled", "whether it is polled"),
            SettingsKey("retention", "how long its mentions are kept"),
            SettingsKey("imported", "whether its mentions come from files instead"),
        ])
    static let headerValue = SettingsBlock(
        "headers.NAME",
        [
            SettingsKey("file", "a file that holds the value"),
            SettingsKey("credential", "a systemd credential that holds the value"),
            SettingsKey("prefix", "what stands in front of it, such as `Bearer`"),
        ])
    static let log = SettingsBlock("log", [SettingsKey("level", "the least urgent line written")])
}
