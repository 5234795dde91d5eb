import Foundation

@testable import Settings

/// Settings: a main file, and behind each `%%` a drop-in file; and the file of rule tests.
enum SettingsPromises {
    private static let folder = "/nowhere/repute/"

    static func check(_ bytes: [UInt8]) throws(BrokenPromise) {
        let input = FuzzInput(bytes)
        let files = input.texts.map { Array($0.utf8) }.prefix(3).map { $0 }
        guard !files.contains(where: leadsOut) else { return }
        let names = files.indices.map {
            $0 == 0 ? folder + "repute.yaml" : folder + "repute.d/\($0).yaml"
        }
        let problems = ProblemCollector()
        var draft: SettingsDraft?
        for (name, bytes) in zip(names, files) {
            guard let document = YAMLDocument.read(bytes, file: name, problems: problems) else {
                continue
            }
            let context = ReadingContext(
                source: document.source, problems: problems, environment: [:],
                secretsFolder: folder + "secrets")
            if draft == nil {
                draft = SettingsDraft(
                    document, context, now: Date(timeIntervalSince1970: 1_795_339_800))
            } else {
                draft?.add(document, context)
            }
        }
        let settings = draft?.settings(files: names)
        try promise(
            settings != nil || problems.hasErrors, "neither settings nor an error came of it")
        try check(
            problems.sorted(files: names), of: Dictionary(uniqueKeysWithValues: zip(names, files)))
    }

    /// Whether files outside of the folder may be meant, which would be read for real.
    private static func leadsOut(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.contains("recipes") && (text.contains("/") || text.contains("\\"))
    }

    /// Problems as a terminal shows them.
    static func check(_ error: SettingsProblems, of files: [[UInt8]]) throws(BrokenPromise) {
        try promise(
            error.problems.contains { !$0.isWarning }, "an error without a problem: \(error)")
        try check(
            error.problems, of: Dictionary(uniqueKeysWithValues: files.map { ("fuzz.yaml", $0) }))
    }

    private static func check(
        _ problems: [SettingsProblem], of files: [String: [UInt8]]
    ) throws(BrokenPromise) {
        for problem in problems {
            let text = problem.message + " " + (problem.suggestion ?? "")
            try promise(!problem.message.isEmpty, "a problem without words")
            try TextPromises.checkSentence(text, "a problem")
            guard let line = problem.line else { continue }
            guard let bytes = files[problem.file] else {
                throw BrokenPromise("a problem of \(problem.file)")
            }
            let lines = String(decoding: bytes, as: UTF8.self)
                .split(omittingEmptySubsequences: false) {
                    ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"].contains($0)
                }
            try promise(
                (1...lines.count + 1).contains(line), "line \(line) of \(lines.count): \(text)")
            let column = problem.column ?? 0
            let width = lines.indices.contains(line - 1) ? lines[line - 1].unicodeScalars.count : 0
            try promise(
                (1...width + 2).contains(column),
                "column \(column) of \(width) in line \(line): \(text)")
        }
    }
}
