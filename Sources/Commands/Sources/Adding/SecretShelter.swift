import Foundation
import Model

/// A folder only for this user, in which secrets wait until they are written to their place.
final class SecretShelter: Sendable {
    /// The path of the folder.
    let path: String

    /// Makes the folder with the secrets of `dropIns` in it; nil where there are none.
    ///
    /// Blocks. The folder goes with the shelter.
    init?(_ dropIns: [DropIn]) throws {
        guard dropIns.contains(where: { !$0.secrets.isEmpty }) else { return nil }
        path =
            FileManager.default.temporaryDirectory.path + "/repute-"
            + UUID().uuidString.lowercased()
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(.inputOutput, "a temporary folder can't be made at \(path)")
        }
        for dropIn in dropIns {
            for secret in dropIn.secrets {
                try SourceFolder.create(
                    path + "/" + secret.name, secret.value.reveal() + "\n", mode: 0o600)
            }
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
