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

    fileprivate func certificateFile(_ key: String) -> String? {
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
