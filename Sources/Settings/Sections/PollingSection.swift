import FoundationEssentials

extension PollingSettings {
    /// Reads `polling`; what is absent or wrong keeps its default.
    init(_ section: Section) {
        let day: TimeInterval = 86_400
        minimumInterval =
            section.duration("minimum_interval", in: 1...day)?.value ?? minimumInterval
        interval =
            section.duration("interval", in: minimumInterval...30 * day)?.value
            ?? max(interval, minimumInterval)
        concurrency = section.int("concurrency", in: 1...256) ?? concurrency
        requestsPerHost = section.int("per_host", in: 1...32) ?? requestsPerHost
        longestInterval = section.longestInterval(above: interval)
        hostBudgets = section.hostBudgets("host_budgets")
        hostSpacing = section.duration("host_spacing", in: 0...3600)?.value ?? hostSpacing
        connectTimeout = section.duration("connect_timeout", in: 1...300)?.value ?? connectTimeout
        timeout = section.duration("timeout", in: 1...3600)?.value ?? timeout
        bodyLimit = section.byteCount("body_limit", in: 1024...1 << 30) ?? bodyLimit
        userAgent = section.userAgent("user_agent")
        proxy = section.proxy("proxy")
        certificateFile = section.certificateFile("ca_file")
        allowedFolders = section.paths("allow_files").map { FilePath.absolute($0.value) }
        allowedPrivateNetworks = section.strings(
            "allow_private_networks", needs: "a network such as `192.168.1.0/24`"
        ).compactMap { network in
            if PrivateNetwork.isOne(network.value) { return network.value }
            section.problems.error(
                network.place,
                "`allow_private_networks` needs a network such as `192.168.1.0/24`, `127.0.0.1:8080` "
                    + "or `reviews.internal`, found `\(shown(network.value))`")
            return nil
        }
    }
}

extension Section {
    /// The upper bound of an interval that adapts, `longest_interval`; nil where none is set.
    func longestInterval(above shortest: TimeInterval) -> TimeInterval? {
        duration("longest_interval", in: max(shortest, 60)...30 * 86_400)?.value
    }

    /// Whole numbers from 1 on by the name of a host.
    fileprivate func hostBudgets(_ key: String) -> [String: Int] {
        var budgets: [String: Int] = [:]
        for entry in entries(key) {
            let host = entry.key.lowercased()
            let isHost =
                !host.isEmpty
                && host.utf8.allSatisfy {
                    (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
                        || ".-:[]".utf8.contains($0)
                }
            guard isHost else {
                problems.error(
                    entry.place, "`\(shown(entry.key))` is no host",
                    "write the name alone, such as `api.example.org`, with the port if the address has one"
                )
                continue
            }
            guard case .scalar(let text, _) = entry.value.content, let number = Int(text),
                (1...10_000_000).contains(number)
            else {
                problems.error(
                    entry.value.place,
                    "`\(key)` needs a whole number of requests a day from 1 to 10000000 for each host"
                )
                continue
            }
            budgets[host] = number
        }
        return budgets
    }

    fileprivate func userAgent(_ key: String) -> String? {
        let needs = "one line of text in ASCII"
        guard let text = string(key, needs: needs) else { return nil }
        guard text.value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            problems.error(text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`")
            return nil
        }
        return text.value
    }

    fileprivate func proxy(_ key: String) -> String? {
        let needs = "an address such as `http://proxy.example.org:3128`"
        guard let text = string(key, needs: needs) else { return nil }
        let schemes = ["http", "https", "socks5", "socks5h"]
        if let fault = URLText.fault(in: text.value, schemes: schemes) {
            problems.error(text.place, "`\(key)` needs \(needs): \(fault)")
            return nil
        }
        return text.value
    }

    func certificateFile(_ key: String) -> String? {
        guard let path = path(key) else { return nil }
        do {
            _ = try TextFile.read(path.value)
            return path.value
        } catch {
            problems.error(path.place, "`\(key)` can't be read: \(error.detail)")
            return nil
        }
    }
}
