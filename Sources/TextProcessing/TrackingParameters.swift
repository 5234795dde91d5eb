/// The parameters that tell the site how a reader came, and nothing about the page.
enum TrackingParameters {
    private static let prefixes = ["utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "adjust_"]
    private static let names: Set<String> = [
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
        "ttclid", "li_fat_id", "mc_cid", "mc_eid", "igshid", "igsh", "ref_src", "ref_url", "_hsenc",
        "_hsmi", "hsctatracking", "mkt_tok", "oly_anon_id", "oly_enc_id", "vero_id", "vero_conv",
        "_ga", "_gl", "srsltid", "guccounter", "guce_referrer", "guce_referrer_sig", "wt_mc",
        "wt.mc", "wt.mc_id", "wt_zmc", "at_medium", "at_campaign", "at_custom1", "at_custom2",
        "at_custom3", "at_custom4", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname",
        "ns_fee", "soc_src", "soc_trk", "xtor", "_openstat", "rb_clickid", "s_cid", "cmpid",
        "epik", "pp_clk",
    ]

    /// `query` without them, the others as they were; nil if none is left.
    static func stripped(_ query: String) -> String? {
        let parameters = query.utf8.split(
            separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
        let kept = parameters.filter { !tracks($0) }
        if kept.count == parameters.count { return query }
        return kept.isEmpty ? nil : kept.map { String(Substring($0)) }.joined(separator: "&")
    }

    private static func tracks(_ parameter: Substring.UTF8View) -> Bool {
        let written = parameter.prefix { $0 != UInt8(ascii: "=") }
        let name = URLReference.lowercased(Substring(written))
        return names.contains(name) || prefixes.contains(where: name.hasPrefix)
    }
}
