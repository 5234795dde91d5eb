import Model
import Reporting
import Scoring
import TextProcessing

/// The lexicon as it scores here, and which overlay changed what.
struct LexiconKnowledge {
    let lexicon: Lexicon
    private let places: OverlayPlaces

    /// The embedded lexicon with `overlays`.
    init(_ overlays: OverlayFiles) throws(CommandFailure) {
        lexicon = try overlays.lexicon()
        places = OverlayPlaces(overlays.files)
    }

    /// The tables to look into; fails for a language that has none.
    func languages(_ wanted: String?) throws(CommandFailure) -> [String] {
        let known = ["en"] + lexicon.languages.filter { $0 != "en" } + ["emoji"]
        guard let wanted = wanted?.lowercased() else { return known }
        guard known.contains(wanted) else {
            throw CommandFailure(
                .usage,
                "there is no lexicon for `\(wanted)`; there are \(known.joined(separator: ", "))")
        }
        return [wanted]
    }

    /// The entry of a term, its negated form and the phrases that begin with it.
    func entries(
        for term: String, in languages: [String], withPhrases: Bool
    ) -> [LexiconEntry] {
        languages.flatMap { language in
            [
                lexicon.entry(for: term, in: language),
                lexicon.negatedEntry(for: term, in: language),
            ].compactMap(\.self)
                + (withPhrases ? lexicon.phrases(beginningWith: term, in: language) : [])
        }
    }

    /// Entries for people and programs.
    func listing(_ entries: [LexiconEntry]) -> Listing {
        Listing(
            columns: [
                Listing.Column("language", "Language"),
                Listing.Column("term", "Term", minimum: 12, maximum: 60),
                Listing.Column("valence", "Valence", alignment: .trailing),
                Listing.Column("opinion", "Opinion", alignment: .trailing),
                Listing.Column("part", "Part"), Listing.Column("origin", "Origin"),
                Listing.Column("place", "Your line", minimum: 10, maximum: 60),
            ],
            rows: entries.map { entry in
                let place =
                    entry.origin == .overlay
                    ? places.place(of: entry.term, in: entry.language) : nil
                return [
                    .text(entry.language), .text(entry.term), .signed(entry.valence, places: 2),
                    .signed(entry.opinion, places: 2), .text(entry.part.rawValue),
                    .text(entry.origin.rawValue), .text(place.map { "\($0.file):\($0.line)" }),
                ]
            }, whenEmpty: "No entry of the lexicon fits.")
    }
}
