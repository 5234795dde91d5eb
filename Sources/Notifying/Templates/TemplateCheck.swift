/// Walks the tags of a template against the names that are known.
struct TemplateCheck {
    private static let textFunctions: Set<String> = ["lowercased", "uppercased", "capitalized"]
    private static let positionFunctions: Set<String> = ["first", "last"]
    /// How deep sections may stand in each other.
    private static let depthLimit = 8

    private struct Frame {
        var tag: TemplateTag
        var names: [String: TemplateShape]
        var isList: Bool
        /// The frame that its names come from: itself for a list, −1 for the top.
        var origin: Int
    }

    /// The names at the top of the template.
    private let names: [String: TemplateShape]
    private var frames: [Frame] = []

    private init(names: [String: TemplateShape]) { self.names = names }

    /// Throws for the first tag that names what is not there, or stands where it can't.
    static func check(
        _ tags: [TemplateTag], names: [String: TemplateShape] = TemplateShape.top
    ) throws(TemplateError) {
        var check = TemplateCheck(names: names)
        for tag in tags { try check.take(tag) }
        if let open = check.frames.last {
            throw TemplateError(
                .unclosed, "{{#\(open.tag.written)}} has no {{/\(open.tag.written)}}",
                line: open.tag.line, column: open.tag.column)
        }
    }

    private mutating func take(_ tag: TemplateTag) throws(TemplateError) {
        switch tag.kind {
        case .close: try close(tag)
        case .variable:
            guard case .value = try shape(tag).shape else {
                if tag.function == "count" { return }
                throw error(
                    .wrongUse, "`\(tag.name)` has parts: write {{#\(tag.name)}}…{{/\(tag.name)}}",
                    tag)
            }
        case .section, .inverted: try open(tag)
        }
    }

    private mutating func open(_ tag: TemplateTag) throws(TemplateError) {
        guard frames.count < Self.depthLimit else {
            throw error(.wrongUse, "sections stand \(Self.depthLimit) deep at most", tag)
        }
        let (shape, level) = try shape(tag)
        let origin = level < 0 ? -1 : frames[level].origin
        var frame = Frame(tag: tag, names: [:], isList: false, origin: origin)
        if tag.kind == .section, tag.function == nil {
            switch shape {
            case .value: break
            case .object(let names): frame.names = names
            case .list(let names):
                // Else a few lists in each other would make a letter without end.
                let list = frames.lastIndex { $0.isList }
                if let list, origin < list {
                    throw error(
                        .wrongUse,
                        "the list `\(tag.name)` can't stand in the list `\(frames[list].tag.name)`, "
                            + "which it is no part of", tag)
                }
                frame.names = names
                frame.isList = true
                frame.origin = frames.count
            }
        }
        frames.append(frame)
    }

    private mutating func close(_ tag: TemplateTag) throws(TemplateError) {
        guard let open = frames.popLast() else {
            throw error(.unclosed, "{{/\(tag.written)}} closes nothing", tag)
        }
        guard open.tag.written == tag.written else {
            throw error(
                .unclosed,
                "{{/\(tag.written)}} stands where {{/\(open.tag.written)}} has to be, which was opened "
                    + "in line \(open.tag.line)", tag)
        }
    }

    /// What the tag's name stands for, and in which frame it was found: −1 at the top.
    private func shape(
        _ tag: TemplateTag
    ) throws(TemplateError) -> (shape: TemplateShape, level: Int) {
        if tag.name.isEmpty, let function = tag.function {
            guard Self.positionFunctions.contains(function), frames.contains(where: \.isList) else {
                throw error(.wrongUse, "`\(function)()` has no meaning here", tag)
            }
            return (.value, -1)
        }
        let found = try found(tag)
        guard let function = tag.function else { return found }
        let isKnown =
            switch found.shape {
            case .value: Self.textFunctions.contains(function)
            case .list: function == "count"
            case .object: false
            }
        guard isKnown else {
            throw error(.wrongUse, "`\(function)` can't be asked of `\(tag.name)`", tag)
        }
        return found
    }

    private func found(
        _ tag: TemplateTag
    ) throws(TemplateError) -> (shape: TemplateShape, level: Int) {
        let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(
            String.init)
        let scopes = [names] + frames.map(\.names)
        guard let level = scopes.lastIndex(where: { $0[parts[0]] != nil }),
            var shape = scopes[level][parts[0]]
        else {
            let known = scopes.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
            throw unknown(parts[0], known, tag)
        }
        for part in parts.dropFirst() {
            guard case .object(let names) = shape else {
                throw error(.wrongUse, "`\(tag.name)`: there are no parts by a point here", tag)
            }
            guard let inner = names[part] else { throw unknown(part, Set(names.keys), tag) }
            shape = inner
        }
        return (shape, level - 1)
    }

    private func unknown(_ name: String, _ known: Set<String>, _ tag: TemplateTag) -> TemplateError
    {
        TemplateError(
            .unknownName, "there is no `\(name)` here", line: tag.line, column: tag.column,
            name: name, known: known.sorted())
    }

    private func error(
        _ reason: TemplateError.Reason, _ detail: String, _ tag: TemplateTag
    ) -> TemplateError {
        TemplateError(reason, detail, line: tag.line, column: tag.column)
    }
}
