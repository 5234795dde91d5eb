import Foundation
import Storage

/// A folder of files that stands under its name only once it is whole, readable by its owner alone.
enum NewFolder {
    /// Lets `write` fill a folder, which takes the name `path` then.
    ///
    /// A folder that stands there is replaced where `replacing` says so and it holds nothing but CSV
    /// files: whatever else is in it is not ours.
    static func put<Value>(
        at path: String, replacing: Bool, _ write: (String) throws -> Value
    ) throws -> Value {
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let former = try former(at: path, replacing: replacing)
        let temporary = NewFile.partName(of: path)
        NewFile.removeAbandoned(beside: path)
        try? FileManager.default.removeItem(atPath: temporary)
        guard mkdir(temporary, 0o700) == 0 else { throw NewFile.failure("made", path, errno) }
        do {
            let value = try write(temporary)
            try NewFile.synchronize(temporary)
            for file in former { unlink("\(path)/\(file)") }
            rmdir(path)
            guard rename(temporary, path) == 0 else {
                throw NewFile.failure("renamed", path, errno)
            }
            return value
        } catch {
            try? FileManager.default.removeItem(atPath: temporary)
            throw error
        }
    }

    /// The files of a folder that may be replaced.
    private static func former(at path: String, replacing: Bool) throws(StorageError) -> [String] {
        var there = stat()
        guard lstat(path, &there) == 0 else { return [] }
        guard there.st_mode & S_IFMT == S_IFDIR,
            let files = try? FileManager.default.contentsOfDirectory(atPath: path)
        else {
            throw StorageError(
                reason: .unavailable, detail: "\(path) is there already, and is no folder")
        }
        guard files.isEmpty || replacing else {
            throw StorageError(
                reason: .unavailable,
                detail: "\(path) is there already; name another folder, or replace it with --force")
        }
        guard files.allSatisfy({ $0.hasSuffix(".csv") }) else {
            throw StorageError(
                reason: .unavailable,
                detail: "\(path) holds other files than tables; name another folder")
        }
        return files
    }
}
