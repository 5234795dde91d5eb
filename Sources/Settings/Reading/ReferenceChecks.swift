import Matching
import Model
import Notifying
import TextProcessing

extension SettingsDraft {
    /// Checks what only all files together can tell: ids that are used twice, references that lead
    /// nowhere, and parts that nothing uses.
    mutating func checkReferences() {
        checkUnique(brands.map { ($0.value.brand.id.rawValue, $0.place) }, "brand")
        checkUnique(sources.map { ($0.source.id.rawValue, $0.place) }, "source")
        checkRuleNames()
        checkUnique(channels.map { ($0.value.id.rawValue, $0.place) }, "channel")
        checkUnique(
            replies.filter(\.isNamed).map { ($0.template.id.rawValue, $0.place) }, "reply")
        for brand in brandsOfSources { check(brand, "brand") }
        health.channels?.forEach { check($0, "channel") }
        for rule in rules {
            rule.brands.forEach { check($0, "brand") }
            rule.sources.forEach { check($0, "source") }
            rule.channels?.forEach { check($0, "channel") }
            rule.secondChannels.forEach { check($0, "channel") }
        }
        for digest in digests {
            digest.brands.forEach { check($0, "brand") }
            digest.channels?.forEach { check($0, "channel") }
        }
        for reply in replies {
            reply.brands.forEach { check($0, "brand") }
            reply.sources.forEach { check($0, "source") }
        }
        assignBrands()
        if !problems.hasErrors { warnOfUnused() }
    }

    private func checkUnique(_ names: [(String, Place)], _ what: String) {
        var first: [String: Place] = [:]
        for (name, place) in names {
            guard let earlier = first[name] else {
                first[name] = place
                continue
            }
            problems.error(
                place,
                "the \(what) `\(name)` is there already, in \(earlier.file), line \(earlier.line)",
                "give this one another id")
        }
    }

    private func check<Subject>(
        _ reference: Placed<Identifier<Subject>>, _ what: String
    ) {
        let name = reference.value.rawValue
        let names = names[what + "s"] ?? []
        guard !names.contains(name) else { return }
        problems.error(
            reference.place, "there is no \(what) `\(name)`",
            NearestName.question(name, among: names)
                ?? (names.isEmpty
                    ? "add it to `\(what)s`" : "there are " + names.joined(separator: ", ")))
    }

    /// Gives review and survey sources the only brand that is no competitor; asks for one where there
    /// are several.
    private mutating func assignBrands() {
        let own = brands.map(\.value.brand).filter { !$0.isCompetitor }
        for index in sources.indices {
            let draft = sources[index]
            guard draft.source.kind != .mention, draft.source.brand == nil else { continue }
            if own.count == 1, brands.count == names["brands"]?.count {
                sources[index].source.brand = own[0].id
                continue
            }
            let names = names["brands"] ?? []
            problems.error(
                draft.kindPlace,
                "a source of \(draft.source.kind.rawValue)s has to say which `brand` they are about",
                names.isEmpty
                    ? "add your business to `brands`"
                    : "give one of " + names.joined(separator: ", "))
        }
    }

    private func warnOfUnused() {
        let isSearched = sources.contains { $0.source.kind == .mention && $0.source.brand == nil }
        let named = Set(sources.compactMap(\.source.brand))
        for brand in brands where !isSearched && !named.contains(brand.value.brand.id) {
            problems.warning(
                brand.place, "no source brings mentions of the brand `\(brand.value.brand.id)`",
                "add one to `sources`")
        }
        if let brand = brands.first, sources.isEmpty {
            problems.warning(brand.place, "there are brands, but no `sources` to look for them")
        }
        warnOfRules()
        warnOfUnwatched()
    }

    /// Without brands, sources of mentions bring nothing.
    private func warnOfUnwatched() {
        guard brands.isEmpty else { return }
        for draft in sources where draft.source.kind == .mention {
            problems.warning(
                draft.place, "there are no `brands`, so nothing in this source can be a mention",
                "add your business to `brands`")
        }
    }
}
