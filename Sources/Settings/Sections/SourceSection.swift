import Foundation
import Model
import Parsing
import Scheduling
import TextProcessing

/// What the sources of all files are read against.
struct SourceContext {
    var polling: PollingSettings
    var recipes: RecipeLibrary
    var timeZone: TimeZone
    var now: Date
}

/// A source as written, with the places that later checks point at.
struct SourceDraft {
    var source: Source
    var place: Place
    var kindPlace: Place
    /// The recipe that it names, of whatever format.
    var recipe: String?
    /// How long its mentions are kept; nil where it does not say.
    var retention: TimeInterval??
}

extension SourceDraft {
    /// Reads an item of `sources`; no draft if there is none to be had, with the reasons recorded.
    static func read(
        _ node: YAMLNode, _ context: ReadingContext, _ surroundings: SourceContext
    ) -> (draft: SourceDraft?, brand: Placed<BrandID>?) {
        guard let section = Section(node, .source, context, name: "sources") else {
            return (nil, nil)
        }
        section.require("id", "give it a name such as `shop-reviews`", of: "this source")
        let id: Placed<SourceID>? = section.identifier("id")
        let recipe = section.recipe(among: surroundings.recipes)
        let isImported = section.bool("imported") ?? false
        let request =
            isImported ? section.nothingToAsk() : section.request(recipe, surroundings.polling)
        let headers = section.headers("headers")
        let kind: Placed<Source.Kind>? = section.choice("kind")
        let genre: Placed<Genre>? = section.choice("genre")
        let interval = section.interval(recipe, surroundings.polling)
        let longest =
            section.longestInterval(above: interval) ?? surroundings.polling.longestInterval
        let title = section.string("title")?.value
        let brand: Placed<BrandID>? = section.identifier("brand")
        let zone = section.timeZone("time_zone")
        let since = section.alertSince("alert_since", surroundings)
        let isEnabled = section.bool("enabled") ?? true
        let retention = section.retention("retention")
        guard let id, let request else { return (nil, brand) }
        let entryKind = kind?.value ?? recipe?.kind ?? .mention
        let source = Source(
            id: id.value, title: title, url: request.url, kind: entryKind,
            genre: genre?.value ?? recipe?.genre ?? Genre(of: entryKind), brand: brand?.value,
            recipe: recipe?.format == .json ? recipe?.name : nil, interval: interval,
            longestInterval: longest.map { max($0, interval) },
            headers: request.headers(overriddenBy: headers), timeZone: zone?.identifier,
            alertSince: since, isEnabled: isEnabled, isImported: isImported)
        let draft = SourceDraft(
            source: source, place: id.place, kindPlace: kind?.place ?? id.place,
            recipe: recipe?.name, retention: retention)
        return (draft, brand)
    }
}

extension Section {
    /// The recipe that `recipe` names.
    fileprivate func recipe(among recipes: RecipeLibrary) -> Recipe? {
        guard let name = string("recipe", needs: "the name of a recipe") else { return nil }
        if let recipe = recipes.recipe(named: name.value) { return recipe }
        problems.error(
            name.place, "there is no recipe `\(shown(name.value))`",
            NearestName.question(name.value, among: recipes.names)
                ?? "there are " + recipes.names.joined(separator: ", "))
        return nil
    }

    /// What is asked of a source that is filled by imports; records what can't stand beside that.
    fileprivate func nothingToAsk() -> SourceRequest {
        for key in [
            "url", "url_file", "url_credential", "recipe", "with", "interval", "longest_interval",
            "headers", "alert_since",
        ] where has(key) {
            problems.error(
                place(of: key),
                "`\(key)` and `imported: true` both stand here, but an imported source is not polled",
                "remove one of them")
        }
        return SourceRequest(url: Secret(""), headers: [])
    }

    /// What is asked: the address as it stands, or what the recipe makes of its parameters.
    fileprivate func request(_ recipe: Recipe?, _ polling: PollingSettings) -> SourceRequest? {
        let addressKey = ["url", "url_file", "url_credential"].first(where: has)
        if has("recipe") {
            if let addressKey {
                problems.error(
                    place(of: addressKey),
                    "`\(addressKey)` and `recipe` both stand here, but a recipe knows its address",
                    "remove one of them")
            }
            return recipe.flatMap { request($0) }
        }
        if has("with") {
            problems.error(place(of: "with"), "`with` has no `recipe` beside it", "remove it")
        }
        guard addressKey != nil else {
            problems.error(
                place, "this source has neither `url` nor `recipe`",
                "give one of them, or `imported: true` if its mentions come from files")
            return nil
        }
        return feedAddress(polling).map { SourceRequest(url: $0, headers: []) }
    }

    private func request(_ recipe: Recipe) -> SourceRequest? {
        let values = parameters(of: recipe)
        guard let values else { return nil }
        do throws(RecipeParameterError) {
            let request = try recipe.request(with: values.mapValues(\.value))
            return SourceRequest(url: request.url, headers: request.headers)
        } catch {
            for problem in error.problems {
                let place =
                    values[problem.parameter]?.place ?? place(of: has("with") ? "with" : "recipe")
                problems.error(place, problem.message, problem.suggestion)
            }
            return nil
        }
    }

    /// The values below `with`; nil if one could not be read.
    private func parameters(of recipe: Recipe) -> [String: Placed<Secret>]? {
        var values: [String: Placed<Secret>] = [:]
        var isComplete = true
        for entry in entries("with") {
            let (name, value) = parameter(entry, of: recipe)
            guard let value else {
                isComplete = false
                continue
            }
            if values.updateValue(value, forKey: name) != nil {
                problems.error(entry.place, "the parameter `\(shown(name))` is given twice here")
            }
        }
        return isComplete ? values : nil
    }

    private func parameter(
        _ entry: YAMLNode.Entry, of recipe: Recipe
    ) -> (name: String, value: Placed<Secret>?) {
        guard case .scalar(let text, _) = entry.value.content, !entry.value.isNull else {
            problems.error(
                entry.value.place,
                "the parameter `\(shown(entry.key))` needs a single value, found "
                    + entry.value.kindName)
            return (entry.key, nil)
        }
        func known(_ name: String) -> RecipeParameter? {
            recipe.parameters.first { $0.name == name }
        }
        if let parameter = known(entry.key) {
            guard !parameter.isSecret else {
                problems.error(
                    entry.place,
                    "the parameter `\(parameter.name)` is a secret and does not belong into this file",
                    "write it into a file of its own and give `\(parameter.name)_file: PATH`")
                return (entry.key, nil)
            }
            return (entry.key, Placed(value: Secret(text), place: entry.value.place))
        }
        let reader = SecretFile(context: context)
        let place = entry.value.place
        for (ending, read) in [("_file", reader.secret), ("_credential", reader.credential)]
        where entry.key.hasSuffix(ending) && known(String(entry.key.dropLast(ending.count))) != nil
        {
            return (
                String(entry.key.dropLast(ending.count)),
                read(trimmed(text), place).map { Placed(value: $0, place: place) }
            )
        }
        return (entry.key, Placed(value: Secret(text), place: entry.place))
    }
}

extension Section {
    /// The address of a feed: `http`, `https`, or `file` where `polling.allow_files` covers it.
    private func feedAddress(_ polling: PollingSettings) -> Secret? {
        if let text = node("url"), case .scalar(let url, _) = text.content, url.hasPrefix("file:") {
            return fileAddress(Placed(value: trimmed(url), place: text.place), polling)
        }
        return address(schemes: ["https", "http"])?.value
    }

    private func fileAddress(_ url: Placed<String>, _ polling: PollingSettings) -> Secret? {
        var path = String(url.value.dropFirst("file:".count))
        if path.hasPrefix("///") { path.removeFirst(2) }
        guard !path.hasPrefix("//"), !path.isEmpty else {
            problems.error(
                url.place, "a `file:` address names no host",
                "write `file:///folder/feed.xml`, or `file:feed.xml` for a file beside this one")
            return nil
        }
        guard let decoded = path.removingPercentEncoding, !decoded.contains("\0") else {
            problems.error(url.place, "the address has a `%` that stands for no character")
            return nil
        }
        let file = FilePath.absolute(context.resolved(decoded))
        guard polling.allowedFolders.contains(where: { FilePath.isInside(file, $0) }) else {
            problems.error(
                url.place,
                "`file:` sources are read only from the folders in `polling.allow_files`",
                "add `\(shown(FilePath.absolute(FilePath.folder(file))))` there")
            return nil
        }
        let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: ";"))
        let encoded = file.addingPercentEncoding(withAllowedCharacters: allowed) ?? file
        return Secret("file://" + encoded)
    }

    fileprivate func interval(_ recipe: Recipe?, _ polling: PollingSettings) -> TimeInterval {
        let wanted = duration("interval", in: polling.minimumInterval...30 * 86_400)
        let asked = recipe?.minimumInterval ?? 0
        guard let wanted else { return max(polling.interval, asked) }
        if wanted.value < asked {
            problems.warning(
                wanted.place,
                "this interval is shorter than the source likes",
                "the recipe `\(recipe?.name ?? "")` advises \(DurationText.text(asked)) or more")
        }
        return wanted.value
    }

    /// A point of time: a date, a date with time and zone (RFC 3339), or `now`.
    fileprivate func alertSince(_ key: String, _ surroundings: SourceContext) -> Date? {
        let needs = "a date such as `2026-11-22`, a time such as `2026-11-22T09:30:00Z`, or `now`"
        guard let text = string(key, needs: needs) else { return nil }
        if text.value == "now" { return surroundings.now }
        let date =
            DayText.startOfDay(text.value, in: surroundings.timeZone)
            ?? (try? Date(text.value, strategy: .iso8601))
        if date == nil {
            problems.error(text.place, "`\(key)` needs \(needs), found `\(shown(text.value))`")
        }
        return date
    }
}

/// What is asked of a source.
private struct SourceRequest {
    var url: Secret
    var headers: [Source.Header]

    /// The recipe's headers, except those that the owner sets as well, and the owner's.
    func headers(overriddenBy own: [Source.Header]) -> [Source.Header] {
        let names = Set(own.map { $0.name.lowercased() })
        return headers.filter { !names.contains($0.name.lowercased()) } + own
    }
}
