public import Model
import TextProcessing

/// What a recipe makes of a sample of the answers that it was written for.
public struct RecipeTrial: Sendable {
    /// The feed, or why there is none.
    public var result: Result<ParsedFeed, FeedParseError>
    /// Paths without which there are no entries and that lead nowhere in the sample.
    public var errors: [RecipeProblem] = []
    /// Paths of single fields, of paging and of recognition that never give a value in the sample.
    public var doubts: [RecipeProblem] = []

    /// The address that the sample is taken to come from: addresses in it are resolved against this.
    public static let address = "https://site.example/api?q=1"

    /// Reads `sample` by `recipe`, and looks where each of its paths leads.
    public init(_ recipe: Recipe, sample: [UInt8]) {
        let options = FeedParser.Options(baseURL: Self.address, recipe: recipe)
        do throws(FeedParseError) {
            result = .success(try FeedParser.parse(sample, options: options))
        } catch {
            result = .failure(error)
        }
        guard let mapping = recipe.mapping else { return }
        var reader = JSONReader(sample)
        guard let root = try? reader.root() else { return }
        var check = RecipePathCheck(mapping: mapping, root: root)
        check.run()
        errors = check.errors
        doubts = check.doubts
    }
}

/// Looks where the paths of a recipe lead in a payload.
private struct RecipePathCheck {
    let mapping: RecipeMapping
    let root: JSONNode
    /// What the fields are asked of.
    private let items: [JSONNode]
    private(set) var errors: [RecipeProblem] = []
    private(set) var doubts: [RecipeProblem] = []

    init(mapping: RecipeMapping, root: JSONNode) {
        self.mapping = mapping
        self.root = root
        let found = mapping.items.flatMap { $0.values(in: root, root: root) }
            .flatMap { $0.items ?? [$0] }.filter(\.isObject)
        items = found.flatMap { MappedFeed.parts(of: $0, by: mapping) }
    }

    mutating func run() {
        for placed in mapping.paths {
            switch placed.role {
            case .items:
                guard !placed.path.leadsSomewhere(in: root) else { continue }
                let isNeeded = !mapping.items.contains { $0.leadsSomewhere(in: root) }
                report(placed, "`items` leads nowhere in the sample", in: root, isError: isNeeded)
            case .parts:
                guard items.isEmpty, mapping.parts.contains(placed.path) else { continue }
                report(placed, "`parts` leads nowhere in the sample", in: firstItem, isError: true)
            case .field(let field):
                guard !items.isEmpty,
                    !items.contains(where: { placed.path.first(in: $0, root: root) != nil })
                else { continue }
                report(
                    placed, "`\(field.rawValue)` finds nothing at `\(placed.path)` in the sample",
                    in: placed.path.startsAtRoot ? root : items.first, isError: false)
            case .document(let key):
                guard !placed.path.leadsSomewhere(in: root) else { continue }
                report(
                    placed, "`\(key)` finds nothing at `\(placed.path)` in the sample", in: root,
                    isError: false)
            case .optional: continue
            }
        }
    }

    private var firstItem: JSONNode? {
        mapping.items.lazy.flatMap { $0.values(in: root, root: root) }
            .compactMap { $0.items?.first ?? $0 }.first
    }

    private mutating func report(
        _ placed: PlacedPath, _ message: String, in value: JSONNode?, isError: Bool
    ) {
        let problem = RecipeProblem(
            position: placed.position, message: message,
            suggestion: value.flatMap { Self.suggestion(placed.path, in: $0) })
        if isError { errors.append(problem) } else { doubts.append(problem) }
    }

    /// The key that may have been meant where a path first leads nowhere, or those that there are.
    private static func suggestion(_ path: JSONPath, in value: JSONNode) -> String? {
        var found = value
        for step in path.steps {
            switch step {
            case .key(let key) where found.isObject:
                if let next = found[key] {
                    found = next
                    continue
                }
                let keys = found.members.map(\.key.content).filter { $0 != "^" }
                if let question = NearestName.question(key, among: keys) { return question }
                let shown = keys.prefix(8).map { "`\(String($0.prefix(40)))`" }
                return shown.isEmpty ? nil : "there are " + shown.joined(separator: ", ")
            case .all where found.isArray, .index where found.isArray:
                guard let first = found.item(0) else { return "the list there is empty" }
                found = first
            default:
                return "there is \(found.kind)"
            }
        }
        return nil
    }
}
