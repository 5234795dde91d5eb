import Yams

/// One YAML file, read and bounded: no more than `TextFile.limit` bytes, 64 levels, 100,000 values
/// and 16 aliases, so that no file can make the reader work for long.
struct YAMLDocument {
    static let valueLimit = 100_000
    static let tooManyValues = "the file holds more than 100,000 values"

    /// The path as messages name it.
    let file: String
    let source: SourceText
    /// Nil where the file holds no value: empty, or comments only.
    let root: YAMLNode?

    /// Reads `bytes`; nil if they are not YAML, with the reason among `problems`.
    ///
    /// Problems that leave the rest readable, as a merge key, are recorded and left out.
    static func read(_ bytes: [UInt8], file: String, problems: ProblemCollector) -> YAMLDocument? {
        guard let source = SourceText(bytes, file: file, problems: problems),
            source.valuesAreFew(problems), source.aliasesAreFew(problems)
        else { return nil }
        do {
            let parser = try Parser(yaml: source.text, resolver: .basic, encoding: .utf8)
            guard let node = try parser.singleRoot() else {
                return YAMLDocument(file: file, source: source, root: nil)
            }
            var conversion = YAMLConversion(file: file, problems: problems)
            let root = conversion.node(node, depth: 0)
            return YAMLDocument(file: file, source: source, root: root?.isNull == true ? nil : root)
        } catch let error as YamlError {
            problems.add(YAMLSyntaxProblem.problem(for: error, in: source))
        } catch {
            problems.error(file: file, "can't be read as YAML")
        }
        return nil
    }
}

/// Turns the parser's nodes into ours, within bounds.
private struct YAMLConversion {
    private static let depthLimit = 64
    private static let knownTags: Set<String> =
        Set(
            ["str", "int", "bool", "float", "null", "map", "seq"].map { "tag:yaml.org,2002:" + $0 })

    let file: String
    let problems: ProblemCollector
    private var values = 0
    private var isFull = false

    init(file: String, problems: ProblemCollector) {
        self.file = file
        self.problems = problems
    }

    mutating func node(_ node: Node, depth: Int) -> YAMLNode? {
        let place = place(node)
        guard !isFull else { return nil }
        values += 1
        guard depth < Self.depthLimit, values <= YAMLDocument.valueLimit else {
            isFull = true
            problems.error(
                place,
                depth < Self.depthLimit
                    ? YAMLDocument.tooManyValues
                    : "lists and maps stand more than 64 levels deep in each other")
            return nil
        }
        let tag = node.tag.description
        guard Self.knownTags.contains(tag) else {
            problems.error(place, "the tag `\(tag)` is not understood", "remove it")
            return nil
        }
        switch node {
        case .scalar(let scalar):
            return YAMLNode(
                content: .scalar(scalar.string, isPlain: scalar.style == .plain), place: place)
        case .sequence(let sequence):
            let items = sequence.compactMap { self.node($0, depth: depth + 1) }
            return YAMLNode(content: .list(items), place: place)
        case .mapping(let mapping):
            let entries = mapping.compactMap { entry($0.key, $0.value, depth: depth + 1) }
            return YAMLNode(content: .map(entries), place: place)
        case .alias:
            return nil
        }
    }

    private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> YAMLNode.Entry? {
        guard case .scalar(let scalar) = key else {
            problems.error(place(key), "a key has to be a single word, not a list or a map")
            return nil
        }
        guard scalar.string != "<<" else {
            problems.error(
                place(key), "merge keys (`<<`) are not understood", "write the keys out")
            return nil
        }
        guard let value = node(value, depth: depth) else { return nil }
        return YAMLNode.Entry(key: scalar.string, place: place(key), value: value)
    }

    private func place(_ node: Node) -> Place {
        Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    }
}
