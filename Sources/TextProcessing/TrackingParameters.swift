/// The parameters that tell the site how a reader came, and nothing about the page.
enum TrackingParameters {
    private static let prefixes: [StaticString] = [
        "utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "adjust_",
    ]
    private static let names: [StaticString] = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
        "ttclid", "li_fat_id", "mc_cid", "mc_eid", "igshid", "igsh", "ref_src", "ref_url", "_hsenc",
        "_hsmi", "hsctatracking", "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "vero_conv",
        "_ga", "_gl", "srsltid", "guccounter", "guce_referrer", "guce_referrer_sig", "wt_mc",
        "wt.mc", "wt.mc_id", "wt_zmc", "at_medium", "at_campaign", "at_custom1", "at_custom2",
        "at_custom3", "at_custom4", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname",
        "ns_fee", "soc_src", "soc_trk", "xtor", "_openstat", "rb_clickid", "s_cid", "cmpid",
        "epik", "pp_clk",
    ]

    /// A name or the start of one, in lower case.
    private struct Word: Sendable {
        let text: StaticString
        let isPrefix: Bool
    }

    /// The words by their first byte.
    private static let words: [[Word]] = {
        var words: [[Word]] = Array(repeating: [], count: 128)
        for text in prefixes {
            words[Int(text.utf8Start[0])].append(Word(text: text, isPrefix: true))
        }
        for text in names {
            words[Int(text.utf8Start[0])].append(Word(text: text, isPrefix: false))
        }
        return words
    }()

    /// `query` without them, the others as they were; nil if none is left.
    static func stripped(_ query: String) -> String? {
        let parameters = query.utf8.split(
            separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        let kept = parameters.filter { !tracks($0) }
        if kept.count == parameters.count { return query }
        return kept.isEmpty ? nil : kept.map { String(Substring($0)) }.joined(separator: "&")
    }

    private static func tracks(_ parameter: Substring.UTF8View) -> Bool {
        Array(parameter).withUnsafeBufferPointer { tracks($0) }
    }

    /// Whether a parameter, `name=value` or a name alone, is one of them.
    static func tracks(_ parameter: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = parameter.first, lowercased(first) < 128 else { return false }
        var count = 0
        while count < parameter.count, parameter[count] != UInt8(ascii: "=") { count += 1 }
        for word in words[Int(lowercased(first))] {
            let length = word.text.utf8CodeUnitCount
            guard word.isPrefix ? count >= length : count == length else { continue }
            var index = 1
            while index < length, lowercased(parameter[index]) == word.text.utf8Start[index] {
                index += 1
            }
            if index == length { return true }
        }
        return false
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
}
