import Assembly
import Foundation
import Model
import Reporting

extension InitRun {
    /// Adds the sources that the command line names, then those that the owner does, each fetched once
    /// as `repute source add` does it.
    func addSources() async throws -> [AddedSource] {
        var added: [AddedSource] = []
        for words in request.sources {
            do {
                added.append(try await add(words, fetches: request.fetches))
            } catch let failure as CommandFailure {
                throw CommandFailure(failure.code, "--source \(words): \(failure.message)")
                    .nothingWritten("--no-fetch takes addresses as they are")
            }
        }
        guard asks else { return added }
        dialogue.show(
            "\nWhere do people talk about you? The address of a page or a feed, or a recipe with its "
                + "parameters\n(`repute recipes` lists them), such as: app-store app=1234567890 country=gb\n"
        )
        while let words = try await nextSource() {
            if let source = try await offered(words) { added.append(source) }
        }
        return added
    }

    private func nextSource() async throws -> String? {
        try await answer("Source [no more]: ") { text throws(CommandFailure) in
            try AnswerCheck.refuseControls(text, "the address")
            return text.isEmpty ? nil : text
        }
    }

    /// Adds what a person typed, if it can be read or is wanted all the same.
    private func offered(_ words: String) async throws -> AddedSource? {
        do {
            let source = try await add(words, fetches: request.fetches)
            return source.isWritten ? source : nil
        } catch let failure as CommandFailure {
            complain(failure)
            guard failure.code == .unavailable,
                try await confirms("Watch it all the same?", otherwise: false)
            else { return nil }
        }
        do {
            let source = try await add(words, fetches: false)
            return source.isWritten ? source : nil
        } catch let failure as CommandFailure {
            complain(failure)
            return nil
        }
    }

    private func add(_ words: String, fetches: Bool) async throws -> AddedSource {
        let parts = words.split(separator: " ").map(String.init)
        guard let target = parts.first else {
            throw CommandFailure(.usage, "a source needs an address or a recipe")
        }
        let (stage, console, now) = (stage, console, now)
        let workplace = try await onOwnThread { try stage.workplace(console, now: now) }
        // What was not fetched has nothing to show.
        let show: @Sendable (String) async throws -> Void = { [show] text in
            if fetches { try await show(text) }
        }
        let addition = SourceAddition(
            request: SourceAddition.Request(
                target: target, values: try parts.dropFirst().map { try KeyValue($0) },
                fetches: fetches, isAgreed: !asks),
            workplace: workplace, folder: stage.sources, dialogue: asks ? dialogue : .none,
            reload: DaemonReload(storePath: stage.path + "/try.db"), pause: pause,
            show: show)
        do {
            let added = try await addition.run()
            await workplace.assembly.shutdown()
            return added
        } catch {
            await workplace.assembly.shutdown()
            throw error
        }
    }
}
