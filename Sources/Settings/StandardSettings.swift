extension Settings {
    /// What holds without a configuration file: the defaults, no brand, no source, no channel.
    public static let standard = Settings(
        files: [], business: .standard, storagePath: "/var/lib/repute/repute.db",
        retention: .standard, polling: PollingSettings(), health: HealthSettings(), brands: [],
        sources: [], origins: [:], rules: [], surges: [], drops: [], reminders: [], ruleOrder: [],
        digests: [], channels: [], recipes: .embedded, lexicons: [], heartbeat: nil,
        metrics: nil, logLevel: .info, warnings: [])
}
