import Foundation

/// Runs the CLI on the store, as its owner would.
struct Programs {
    let repute: String
    let configuration: String

    /// What a command said, and its exit status.
    func run(_ words: String...) throws -> (status: Int32, text: String) {
        let process = Process()
        process.executableURL = URL(filePath: repute)
        process.arguments = words + ["--config", configuration]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw SoakError("\(repute) can't be run: \(error); name it with --repute")
        }
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
