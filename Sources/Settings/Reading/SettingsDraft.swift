import Foundation
import Matching
import Model

/// What has been read of all files so far, before the references between its parts are followed.
struct SettingsDraft {
    var business = BusinessSettings.standard
    var storagePath = "/var/lib/repute/repute.db"
    var retention = RetentionSettings.standard
    var polling = PollingSettings()
    var health = HealthDraft()
    var recipes = RecipeLibrary.embedded
    var lexicons: [String] = []
    var logLevel = LogLevel.info
    var brands: [Placed<BrandDefinition>] = []
    var sources: [SourceDraft] = []
    var brandsOfSources: [Placed<BrandID>] = []
    var channels: [Placed<ChannelSettings>] = []
    var rules: [RuleDraft] = []
    var digests: [DigestDraft] = []
    var replies: [ReplyTemplateDraft] = []
    var heartbeat: HeartbeatSettings?
    var metrics: MetricsSettings?
    /// The drop-in files that hold one source and nothing else.
    var filesOfOneSource: Set<String> = []
    /// The ids that stand in the files, those of things that could not be read included.
    var names: [String: [String]] = [:]

    let mainFile: String
    let problems: ProblemCollector
    private let now: Date

    /// Reads the main file.
    init(_ document: YAMLDocument, _ context: ReadingContext, now: Date) {
        mainFile = document.file
        problems = context.problems
        self.now = now
        guard let root = document.root,
            let top = Section(root, .top, context, name: "the file")
        else {
            if document.root == nil {
                problems.error(
                    file: document.file, "the file holds no settings",
                    "start from the commented example `config/repute.yaml`")
            }
            return
        }
        readGeneral(top)
        readLists(top)
    }

    /// Adds a drop-in file.
    mutating func add(_ document: YAMLDocument, _ context: ReadingContext) {
        guard let root = document.root,
            let top = Section(root, .top, context, name: "the file")
        else { return }
        for key in top.keys
        where SettingsBlock.top.knows(key) && !SettingsBlock.dropInKeys.contains(key) {
            problems.error(
                top.place(of: key), "`\(key)` can't stand in a drop-in file",
                "move it to \(mainFile)")
        }
        if top.keys == ["sources"], top.items("sources").count == 1 {
            filesOfOneSource.insert(document.file)
        }
        readLists(top)
    }

    private mutating func readGeneral(_ top: Section) {
        func section(_ key: String, _ block: SettingsBlock) -> Section? {
            top.node(key).flatMap { Section($0, block, top.context, name: key) }
        }
        if let section = section("business", .business) { business = BusinessSettings(section) }
        if let section = section("storage", .storage), let path = section.path("path") {
            storagePath = path.value
        }
        if let section = section("retention", .retention) {
            retention = RetentionSettings(section)
        }
        if let section = section("polling", .polling) { polling = PollingSettings(section) }
        if let section = section("health", .health) { health = HealthDraft(section) }
        heartbeat = section("heartbeat", .heartbeat).flatMap(HeartbeatSettings.init)
        metrics = section("metrics", .metrics).flatMap(MetricsSettings.init)
        if let section = section("log", .log), let level: Placed<LogLevel> = section.choice("level")
        {
            logLevel = level.value
        }
        for folder in top.paths("recipes") {
            recipes = RecipeFolder.adding(folder, to: recipes, problems: problems)
        }
        for file in top.paths("lexicons") {
            do {
                _ = try TextFile.read(file.value)
                lexicons.append(file.value)
            } catch {
                problems.error(
                    file.place,
                    "the lexicon `\(shown(file.value, limit: 200))` can't be read: \(error.detail)")
            }
        }
    }

    private mutating func readLists(_ top: Section) {
        let context = top.context
        for list in SettingsBlock.dropInKeys {
            names[list, default: []] += top.items(list).compactMap(\.writtenID)
        }
        brands += top.items("brands").compactMap { BrandDefinition.read($0, context) }
        let surroundings = SourceContext(
            polling: polling, recipes: recipes, timeZone: business.timeZone, now: now)
        for item in top.items("sources") {
            let (draft, brand) = SourceDraft.read(item, context, surroundings)
            if let draft { sources.append(draft) }
            if let brand { brandsOfSources.append(brand) }
        }
        channels += top.items("channels").compactMap {
            ChannelSettings.read($0, context, language: business.language)
        }
        rules += top.items("rules").compactMap { RuleDraft.read($0, context) }
        digests += top.items("digests").compactMap { DigestDraft.read($0, context) }
        replies += top.items("replies").compactMap { ReplyTemplateDraft.read($0, context) }
    }

    /// The settings; nil where something is wrong, with the reasons recorded.
    mutating func settings(files: [String]) -> Settings? {
        checkReferences()
        guard !problems.hasErrors else { return nil }
        let all = channels.map(\.value.id)
        let compiled = CompiledRules(rules, channels: all)
        for draft in sources {
            if let age = draft.retention { retention.sources[draft.source.id] = .some(age) }
        }
        return Settings(
            files: files, business: business, storagePath: storagePath, retention: retention,
            polling: polling, health: health.compiled(all: all), brands: brands.map(\.value),
            sources: sources.map(\.source), origins: origins, rules: compiled.mentions,
            surges: compiled.surges, drops: compiled.drops, reminders: compiled.reminders,
            ruleOrder: compiled.order, digests: digests.map { $0.compiled(channels: all) },
            channels: channels.map(\.value), replies: replies.map(\.template), recipes: recipes,
            lexicons: lexicons,
            heartbeat: heartbeat, metrics: metrics, logLevel: logLevel, warnings: [])
    }

    private var origins: [SourceID: SourceOrigin] {
        let origins = sources.map { draft in
            let file = draft.place.file
            return (
                draft.source.id,
                SourceOrigin(
                    file: file, line: draft.place.line, isAlone: filesOfOneSource.contains(file),
                    recipe: draft.recipe)
            )
        }
        return Dictionary(origins) { first, _ in first }
    }
}

extension YAMLNode {
    /// The text behind the key `id` of a map.
    fileprivate var writtenID: String? {
        guard case .map(let entries) = content,
            case .scalar(let id, _) = entries.first(where: { $0.key == "id" })?.value.content
        else { return nil }
        return id
    }
}
