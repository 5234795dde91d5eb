import Assembly
import Fetching
import Foundation
import Model
import Parsing
import Reporting
import Settings
import TextProcessing

/// Adds one source: finds what is meant, checks it, shows it, and writes it where the owner agrees.
struct SourceAddition {
    /// What the command line asks for.
    struct Request: Sendable {
        var target: String
        var values: [KeyValue] = []
        var id: SourceID?
        var title: String?
        var brand: BrandID?
        var kind: Source.Kind?
        var interval: String?
        var timeZone: String?
        /// Which of several feeds, from 1.
        var pick: Int?
        var recognizesSites = true
        var fetches = true
        var isDryRun = false
        /// Whether nobody is to be asked.
        var isAgreed = false
    }

    let request: Request
    let workplace: Workplace
    let folder: SourceFolder
    let dialogue: Dialogue
    let reload: DaemonReload
    /// Waits between two guesses at one host.
    var pause: @Sendable () async throws -> Void = { try await Task.sleep(for: .seconds(1)) }
    /// Shows a person what was found.
    let show: (String) async throws -> Void

    /// What is known before it is asked about.
    private struct Draft {
        var dropIn: DropIn
        var recipe: Recipe?
        var steps: [String] = []
        /// What was fetched on the way; nil where nothing was yet.
        var probed: SourceProbe.Result?
    }

    /// Adds the source; the result says whether it was written.
    func run() async throws -> AddedSource {
        var draft = try await self.draft()
        if let id = request.id { try refuseTaken(id) }
        draft.dropIn.title = request.title ?? draft.dropIn.title
        draft.dropIn.brand = request.brand
        draft.dropIn.kind = request.kind ?? draft.dropIn.kind
        draft.dropIn.interval = request.interval
        draft.dropIn.timeZone = request.timeZone
        var added = try await checked(&draft)
        if workplace.console.format == .table {
            try await show(added.proposal(names: workplace.names, for: workplace.reader))
        }
        guard request.fetches == false || !added.finding.hasFailed else {
            throw CommandFailure(
                .unavailable,
                "nothing was added, since the source can't be read now; --no-fetch adds it all the same"
            )
        }
        guard try await isAgreed() else { return added }
        let (folder, dropIn, comment) = (folder, draft.dropIn, comment)
        try await onOwnThread { try folder.write([dropIn], comment: comment) }
        added.isWritten = true
        added.reload = reload.ask()
        return added
    }

    private func isAgreed() async throws -> Bool {
        if request.isDryRun { return false }
        if request.isAgreed || !dialogue.isInteractive || workplace.console.format != .table {
            return true
        }
        return try await dialogue.confirms("Add it?", otherwise: true)
    }

    private var comment: String {
        "Added by `repute source add` on \(workplace.reader.time.day(workplace.now))."
    }

    // MARK: What is meant

    private func draft() async throws -> Draft {
        switch try SourceTarget(request.target, recipes: workplace.settings.recipes) {
        case .recipe(let name): return try await recipeDraft(name, request.values, steps: [])
        case .address(let address): return try await addressDraft(address)
        }
    }

    private func addressDraft(_ address: String) async throws -> Draft {
        var address = address
        var steps: [String] = []
        if request.recognizesSites, let site = SiteSuggestion.suggestion(for: address) {
            if let recipe = site.recipe { return try await siteDraft(site, recipe) }
            if let feed = site.feed {
                steps.append("This is a page of \(site.site), whose feed is \(feed).")
                address = feed
            }
        }
        guard request.values.isEmpty else {
            throw CommandFailure(
                .usage, "\(request.values[0].key)=… is a parameter, but no recipe is in play")
        }
        let search = FeedSearch(
            probe: SourceProbe(assembly: workplace.assembly, now: workplace.now),
            dialogue: dialogue, pick: request.pick, fetches: request.fetches,
            pause: pause)
        let found = try await search.feed(at: address)
        var dropIn = DropIn(
            id: newID(from: [request.title, found.title, Self.host(of: found.url)]))
        dropIn.title = found.title.map { String($0.prefix(80)) }
        dropIn.setAddress(found.url)
        return Draft(dropIn: dropIn, steps: steps + found.steps, probed: found.result)
    }

    /// A page of a site that a recipe reads.
    private func siteDraft(_ site: SiteSuggestion, _ recipe: String) async throws -> Draft {
        let known = site.parameters.sorted { $0.key < $1.key }
        let told = known.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        let step =
            "This is a page of \(site.site), which the recipe \(recipe) reads"
            + (told.isEmpty ? "." : ": \(told)")
        let given = Set(request.values.map(\.key))
        let values =
            try known.filter { !given.contains($0.key) }.map {
                try KeyValue("\($0.key)=\($0.value)")
            }
            + request.values
        return try await recipeDraft(
            recipe, values, steps: [step] + [site.hint].compactMap(\.self))
    }

    private func recipeDraft(
        _ name: String, _ values: [KeyValue], steps: [String]
    ) async throws -> Draft {
        guard let recipe = workplace.settings.recipes.recipe(named: name) else {
            throw CommandFailure(.usage, "there is no recipe called \(name)")
        }
        let telling = values.filter { pair in
            recipe.parameters.contains { $0.name == pair.key && !$0.isSecret }
        }
        let about = telling.map(\.value).filter { $0.count <= 30 }.first
        var dropIn = DropIn(
            id: newID(from: [
                request.title, [name, about].compactMap(\.self).joined(separator: " "),
            ]))
        if dialogue.isInteractive {
            for step in steps { dialogue.show(TerminalText.sanitized(step) + "\n") }
        }
        let parameters = RecipeParameters(
            recipe: recipe, dialogue: dialogue,
            folder: FileManager.default.currentDirectoryPath)
        try await parameters.fill(&dropIn, with: values)
        let problems = parameters.problems(of: dropIn)
        guard problems.isEmpty else {
            throw CommandFailure(
                .usage, (steps + problems + [usage(of: recipe, values)]).joined(separator: "\n"))
        }
        return Draft(dropIn: dropIn, recipe: recipe, steps: dialogue.isInteractive ? [] : steps)
    }

    /// The command with everything that the recipe needs.
    private func usage(of recipe: Recipe, _ values: [KeyValue]) -> String {
        var words = values.map { "\($0.key)=\($0.value)" }
        for parameter in recipe.parameters
        where parameter.isRequired && parameter.defaultValue == nil
            && !values.contains(where: { $0.key.hasPrefix(parameter.name) })
        {
            words.append(
                parameter.isSecret ? "\(parameter.name)_file=PATH" : "\(parameter.name)=…")
        }
        return "it takes: repute source add \(recipe.name) \(words.joined(separator: " "))"
    }

    private func newID(from texts: [String?]) -> SourceID {
        if let id = request.id { return id }
        var taken = Set(workplace.settings.sources.map(\.id.rawValue))
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names { taken.insert(String(name.prefix { $0 != "." })) }
        return DropIn.identifier(from: texts, taken: taken)
    }

    private func refuseTaken(_ id: SourceID) throws(CommandFailure) {
        guard workplace.settings.sources.contains(where: { $0.id == id }) else { return }
        let place = workplace.place(of: id).map { " in \($0)" } ?? ""
        throw CommandFailure(.usage, "the source \(id) is there already\(place); give another --id")
    }

    /// Refuses an address that is configured already: its entries would come twice.
    private func refuseTwice(_ source: Source) throws(CommandFailure) {
        let key = SubscriptionImport.key(source.url.reveal())
        let other = workplace.settings.sources.first {
            !$0.isImported && SubscriptionImport.key($0.url.reveal()) == key
        }
        guard let other else { return }
        let place = workplace.place(of: other.id).map { " (\($0))" } ?? ""
        throw CommandFailure(
            .usage,
            "the source \(other.id)\(place) has this address already: "
                + MaskedURL.masked(source.url.reveal()))
    }

    static func host(of url: String) -> String {
        let host = SourceStory.host(of: url).prefix { $0 != ":" }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }

    // MARK: What it gives

    private func checked(_ draft: inout Draft) async throws -> AddedSource {
        // Entries with ratings are reviews; whoever wants them otherwise says so with --kind.
        if draft.dropIn.kind == nil, draft.recipe == nil, let finding = draft.probed?.finding,
            finding.entries > 0, finding.rated * 2 > finding.entries
        {
            draft.dropIn.kind = .review
            draft.steps.append(
                "Most entries have a rating, so they are taken as reviews (--kind mention takes them "
                    + "otherwise).")
        }
        let (folder, dropIn, comment) = (folder, draft.dropIn, comment)
        let (shelter, settings) = try await onOwnThread { () throws -> (SecretShelter?, Settings) in
            let shelter = try SecretShelter([dropIn])
            return (
                shelter,
                try folder.settings(with: [dropIn], comment: comment, secretsIn: shelter?.path)
            )
        }
        defer { withExtendedLifetime(shelter) {} }
        guard let source = settings.sources.first(where: { $0.id == dropIn.id }) else {
            throw CommandFailure(.software, "the new source is not in the configuration")
        }
        try refuseTwice(source)
        let probe = SourceProbe(
            assembly: try workplace.assembly.reassembled(for: settings), now: workplace.now)
        let result = await self.result(of: source, draft, probe)
        return AddedSource(
            source: source, recipe: settings.origins[source.id]?.recipe, steps: draft.steps,
            finding: result.finding,
            newest: result.newest
                ?? Preview(input: "", format: .recipe, title: nil, entries: [], notes: []),
            warnings: warnings(result), file: folder.file(of: dropIn.id),
            text: dropIn.text(comment: comment))
    }

    private func result(
        of source: Source, _ draft: Draft, _ probe: SourceProbe
    ) async -> SourceProbe.Result {
        guard request.fetches else {
            return SourceProbe.Result(
                finding: SourceFinding(
                    source: source.id, failure: "not fetched",
                    limits: SourceProbe.limits(of: source, probe.assembly.settings)))
        }
        guard let body = draft.probed?.body else {
            return await probe.result(of: source, reachesPrivate: true)
        }
        var result = probe.result(of: source, body: body)
        result.warnings = draft.probed?.warnings ?? []
        return result
    }

    private func warnings(_ result: SourceProbe.Result) -> [String] {
        var warnings = result.warnings
        guard result.finding.entries > 0 else { return warnings }
        if result.finding.matched == 0 {
            warnings.append(
                "None of the \(result.finding.entries) entries is about a brand of yours. Mend the "
                    + "brand's query, or, if all entries are about your business, add it with "
                    + "--kind review.")
        }
        return warnings
    }
}
