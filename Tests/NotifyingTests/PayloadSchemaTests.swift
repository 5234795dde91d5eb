import Foundation
import Model
import Testing

@testable import Notifying

/// The part of JSON Schema (2020-12) that `docs/webhook.schema.json` uses.
private struct SchemaCheck {
    let root: [String: Any]

    /// What breaks the schema, each with its path; empty if nothing does.
    func faults(_ value: Any, _ schema: [String: Any], _ path: String = "$") -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = reference.replacingOccurrences(of: "#/$defs/", with: "")
            let definitions = root["$defs"] as? [String: [String: Any]]
            guard let definition = definitions?[name] else { return ["\(path): no \(reference)"] }
            return faults(value, definition, path)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let all = choices.map { faults(value, $0, path) }
            return all.contains(where: \.isEmpty) ? [] : all[0] + ["\(path): none of anyOf"]
        }
        var found: [String] = []
        if let types = schema["type"], !matches(value, types) {
            return ["\(path): \(value) is not \(types)"]
        }
        if let words = schema["enum"] as? [Any],
            !words.contains(where: { "\($0)" == "\(value)" })
        {
            found.append("\(path): \(value) is none of \(words)")
        }
        if let constant = schema["const"], "\(constant)" != "\(value)" {
            found.append("\(path): \(value) is not \(constant)")
        }
        if let object = value as? [String: Any] { found += members(object, schema, path) }
        if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
            for (index, item) in list.enumerated() {
                found += faults(item, items, "\(path)[\(index)]")
            }
        }
        return found
    }

    private func members(
        _ object: [String: Any], _ schema: [String: Any], _ path: String
    ) -> [String] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = Set(schema["required"] as? [String] ?? [])
        var found = required.subtracting(object.keys).map { "\(path): no \($0)" }
        for (key, value) in object {
            if let schema = properties[key] {
                found += faults(value, schema, path + "." + key)
            } else {
                // The schema leaves room for later keys; today's payload may have none that it lacks.
                found.append("\(path): unknown \(key)")
            }
        }
        return found
    }

    private func matches(_ value: Any, _ types: Any) -> Bool {
        let names = types as? [String] ?? [types as? String ?? ""]
        return names.contains { name in
            switch name {
            case "null": value is NSNull
            case "object": value is [String: Any]
            case "array": value is [Any]
            case "string": value is String
            case "boolean": (value as? NSNumber).map(isFlag) ?? false
            case "integer":
                (value as? NSNumber).map {
                    !isFlag($0) && $0.doubleValue == $0.doubleValue.rounded()
                }
                    ?? false
            case "number": (value as? NSNumber).map { !isFlag($0) } ?? false
            default: false
            }
        }
    }

    private func isFlag(_ number: NSNumber) -> Bool { CFNumberKind.isBoolean(number) }
}

private enum CFNumberKind {
    static func isBoolean(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c"
            || type(of: number) == type(of: NSNumber(value: true))
    }
}

private let schemaFile = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/webhook.schema.json")

struct `The schema of the webhook payload` {
    private static func schema() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(contentsOf: schemaFile))
        return try #require(value as? [String: Any])
    }

    @Test(arguments: ChannelSample.names + ["edited", "flood"])
    func `holds for a letter of every kind, with every key required and known`(
        name: String
    ) throws {
        let schema = try Self.schema()
        let value = try ChannelSample.object(WebhookPayload(Self.letter(name)).bytes)
        #expect(SchemaCheck(root: schema).faults(value, schema) == [])
    }

    private static func letter(_ name: String) throws -> Letter {
        switch name {
        case "flood": return try ChannelSample.flood()
        case "edited":
            var letter = try Sample.letter()
            letter.edits[42] = Letter.Wording(
                title: "Nice", text: nil, rating: Rating(value: 5, min: 1, max: 5),
                label: .positive, score: 0.8, replacedAt: Sample.time)
            letter.incidents[42] = Incident(
                id: 42,
                copies: [
                    Incident.Copy(
                        mention: 42, source: Sample.source, url: nil, firstSeen: Sample.time),
                    Incident.Copy(
                        mention: 43, source: Sample.source, url: "https://x.example/",
                        firstSeen: Sample.time),
                ])
            return letter
        default: return try ChannelSample.letter(name)
        }
    }

    @Test func `finds what is wrong`() throws {
        let schema = try Self.schema()
        let check = SchemaCheck(root: schema)
        var value = try ChannelSample.object(WebhookPayload(try Sample.letter()).bytes)
        value["version"] = "1"
        value["type"] = nil
        value["more"] = 1
        #expect(check.faults(value, schema).count == 3)
    }

    @Test(arguments: [
        ("complaint", "mention.alert"), ("source", "source.alert"), ("surge", "surge.alert"),
        ("drop", "drop.alert"), ("reminder", "reminder.alert"), ("digest", "digest.alert"),
        ("channel", "channel.alert"), ("test", "test.alert"),
    ])
    func `names the type that a payload has`(name: String, type: String) throws {
        let value = try ChannelSample.object(WebhookPayload(ChannelSample.letter(name)).bytes)
        #expect(value["type"] as? String == type)
    }
}
