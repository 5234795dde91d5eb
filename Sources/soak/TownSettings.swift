/// The configuration of the daemon that watches the town, as its owner would write it.
struct TownSettings {
    let town: Town

    /// Such as in `/etc/repute/repute.yaml`; paths are below the folder of the run.
    var text: String {
        let options = town.options
        return """
            business:
              name: Town Trade
              time_zone: Europe/Berlin
              hours: Mon-Sat 08:00-18:00
              holidays: [12-25, 12-26]
            storage: {path: repute.db}
            retention: {mentions: \(options.keptDays)d, authors: \(options.namedDays)d, \
            outbox: \(options.outboxDays)d}
            polling: {interval: 12h, host_spacing: 0s, per_host: 8, concurrency: 8}
            recipes: [recipes]
            brands:
            \(brands)
            sources:
            \(sources)
            \(rules)
            """
    }

    private var brands: String {
        Town.brands.map { "  - {id: \($0.0), name: \($0.1)}" }.joined(separator: "\n")
    }

    private var sources: String {
        (0..<town.sourceCount).map(source).joined(separator: "\n")
    }

    private func source(_ source: Int) -> String {
        let form = town.form(of: source)
        let brand = Town.brands[town.brand(of: source)].0
        var keys = ["id: \(town.id(of: source))", "brand: \(brand)"]
        if form == .book {
            keys += ["recipe: soak-book", "with: {site: '\(town.url(of: source))'}"]
        } else {
            keys += ["url: '\(town.url(of: source))'"]
            keys += ["kind: \(form.isReviews ? "review" : "mention")"]
        }
        keys.append("interval: \(Int(town.interval(of: source) / 3600))h")
        let longest = town.longestInterval(of: source)
        if longest > town.interval(of: source) {
            keys.append("longest_interval: \(Int(longest / 3600))h")
        }
        if town.isBrief(source) { keys.append("retention: \(town.options.keptDaysOfBrief)d") }
        return "  - {\(keys.joined(separator: ", "))}"
    }

    private var rules: String {
        """
        rules:
          - {id: complaints, when: {kind: review, max_stars: 1}, severity: by_stars, cooldown: 1h, \
        channels: [mail, hook]}
          - {id: posts, when: {kind: mention, label: negative}, severity: info, instant: never}
          - {id: storm, type: surge, when: {label: negative, kind: review}, channels: [hook]}
          - {id: fall, type: drop, days: 14, channels: [hook]}
          - id: unanswered
            type: unanswered
            when: {max_stars: 1, kind: review, brand: wren, label: negative}
            within: 8h
            patience: 30d
            escalate: {after: 2, channels: [boss]}
            channels: [mail]
        digests:
          - {id: daily, every: daily, at: "08:00", empty: true, channels: [mail, hook]}
          - {id: night, every: daily, at: "02:30", empty: true, brand: wren, channels: [hook]}
          - {id: weekly, every: weekly, on: monday, at: "09:00", empty: true, channels: [boss]}
        channels:
          - id: mail
            type: sendmail
            from: repute@town.example
            to: [owner@town.example]
            quiet_hours: daily 22:00-07:00
          - {id: boss, type: sendmail, from: repute@town.example, to: [boss@town.example]}
          - {id: hook, type: webhook, url: 'https://hook.example/'}
        health: {channels: [mail, hook]}
        """
    }
}
