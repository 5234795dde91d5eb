import Foundation
import Model
import Settings
import TextProcessing

/// A source on its way into a drop-in file of its own.
struct DropIn: Sendable {
    /// A value that must not stand in the configuration, in a file beside it.
    struct SecretFile: Sendable {
        /// The key that names the file: `url_file`, `token_file`.
        var key: String
        /// The file's name.
        var name: String
        var value: Secret
        /// Whether the key stands below `with`.
        var isParameter: Bool
    }

    var id: SourceID
    var title: String?
    /// The address; nil for a recipe, an imported source, or an address in a file.
    var url: String?
    var recipe: String?
    /// The recipe's parameters that are no secrets, in the order in which they are written.
    var parameters: [(key: String, value: String)] = []
    var secrets: [SecretFile] = []
    var kind: Source.Kind?
    var brand: BrandID?
    var interval: String?
    var timeZone: String?
    var isImported = false

    init(id: SourceID) { self.id = id }

    /// Sets the address; one that holds a secret goes into a file of its own.
    mutating func setAddress(_ address: String) {
        if MaskedURL.masked(address) == address {
            url = address
        } else {
            secrets.append(
                SecretFile(
                    key: "url_file", name: "\(id).url", value: Secret(address), isParameter: false))
        }
    }

    /// The file's text; `folder` is where the secret files are, nil for beside it.
    func text(comment: String, secretsIn folder: String? = nil) -> String {
        var lines = ["# " + comment, "sources:", "  - id: \(Self.name(id.rawValue))"]
        func add(_ key: String, _ value: String?) {
            if let value { lines.append("    \(key): \(value)") }
        }
        func path(_ secret: SecretFile) -> String {
            Self.quoted(folder.map { $0 + "/" + secret.name } ?? secret.name)
        }
        add("title", title.map(Self.quoted))
        add("url", url.map(Self.quoted))
        for secret in secrets where !secret.isParameter { add(secret.key, path(secret)) }
        add("recipe", recipe)
        let hidden = secrets.filter(\.isParameter)
        if !parameters.isEmpty || !hidden.isEmpty {
            lines.append("    with:")
            for (key, value) in parameters { lines.append("      \(key): \(Self.quoted(value))") }
            for secret in hidden { lines.append("      \(secret.key): \(path(secret))") }
        }
        add("imported", isImported ? "true" : nil)
        add("kind", kind?.rawValue)
        add("brand", (brand?.rawValue).map(Self.name))
        add("interval", interval)
        add("time_zone", timeZone.map(Self.quoted))
        return lines.joined(separator: "\n") + "\n"
    }

    /// A name as a YAML scalar; `null` without quotes would be none.
    private static func name(_ name: String) -> String { name == "null" ? quoted(name) : name }

    /// A double-quoted YAML scalar, in which every character that is not plain is escaped.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default:
                let category = scalar.properties.generalCategory
                let isPlain =
                    category != .control && category != .format && category != .lineSeparator
                    && category != .paragraphSeparator && scalar.value < 0xFFFE
                if isPlain {
                    result.unicodeScalars.append(scalar)
                } else {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
                }
            }
        }
        return result + "\""
    }

    /// A name for a source out of what it is called, unlike all of `taken`.
    static func identifier(from texts: [String?], taken: Set<String>) -> SourceID {
        let name = texts.lazy.compactMap { $0.flatMap(slug) }.first ?? "source"
        var candidate = name
        var number = 2
        while taken.contains(candidate) {
            candidate = "\(name.prefix(58))-\(number)"
            number += 1
        }
        return SourceID(rawValue: candidate) ?? SourceID(trusted: "source-\(taken.count + 1)")
    }

    /// `text` as an identifier of at most 40 characters, cut between words; nil if nothing is left.
    static func slug(_ text: String) -> String? {
        var words: [String] = [""]
        for character in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
            .prefix(400)
        {
            if ("a"..."z").contains(character) || ("0"..."9").contains(character) {
                words[words.count - 1].unicodeScalars.append(character)
            } else if character.properties.generalCategory != .nonspacingMark,
                character != "'", character != "’", words.last?.isEmpty == false
            {
                words.append("")
            }
        }
        var slug = ""
        for word in words where !word.isEmpty {
            let longer = slug.isEmpty ? String(word.prefix(40)) : slug + "-" + word
            if longer.count > 40 { break }
            slug = longer
        }
        return slug.isEmpty ? nil : slug
    }
}
