import Foundation
import Model

/// Reads secrets from where they belong: files of their own, and systemd's credentials.
struct SecretFile {
    let context: ReadingContext

    /// The secret in the file at `path`, which is relative to the file that names it.
    func secret(path: String, place: Place) -> Secret? {
        read(
            context.resolved(path), named: "the secret file `\(shown(path, limit: 200))`", place,
            isOurs: false)
    }

    /// The secret that systemd passes under `name`.
    ///
    /// It may have a `LoadCredential=` of its own, or come by that of the unit, which passes every file
    /// of the folder `secrets`. A program that systemd gave no credentials reads it from that folder.
    func credential(_ name: String, place: Place) -> Secret? {
        guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else {
            context.problems.error(
                place, "`\(shown(name))` is not the name of a credential",
                "give the name that stands behind `LoadCredential=`, without a folder")
            return nil
        }
        guard let path = credentialPath(name) else {
            context.problems.error(
                place,
                "the credential `\(shown(name))` is not there, since systemd did not start this "
                    + "program with credentials (`CREDENTIALS_DIRECTORY` is not set)",
                "put the secret into the file `secrets/\(shown(name))` beside the configuration, or use "
                    + "a `_file` key")
            return nil
        }
        return read(path, named: "the credential `\(shown(name))`", place, isOurs: true)
    }

    /// Where the credential is, or would be if it were passed; nil if none is passed, and none is there.
    private func credentialPath(_ name: String) -> String? {
        guard let folder = context.environment["CREDENTIALS_DIRECTORY"], !folder.isEmpty else {
            let path = (context.secretsFolder ?? "secrets") + "/" + name
            return FileManager.default.fileExists(atPath: path) ? path : nil
        }
        return [folder + "/" + name, folder + "/secrets_" + name]
            .first { FileManager.default.fileExists(atPath: $0) } ?? folder + "/" + name
    }

    private func read(_ path: String, named name: String, _ place: Place, isOurs: Bool) -> Secret? {
        let content: TextFile.Content
        do {
            content = try TextFile.read(path)
        } catch {
            context.problems.error(
                place, "\(name) can't be read: \(error.detail)",
                error.isMissing && isOurs
                    ? "put it into a file of that name in `secrets` beside the configuration, or name its "
                        + "file with `LoadCredential=` in the unit" : nil)
            return nil
        }
        guard let text = String(validating: content.bytes, as: UTF8.self) else {
            context.problems.error(place, "\(name) is not UTF-8 text")
            return nil
        }
        let secret = Secret(text)
        guard !secret.isEmpty else {
            context.problems.error(place, "\(name) is empty")
            return nil
        }
        let hasControls = secret.reveal().unicodeScalars.contains {
            $0.value < 0x20 || $0.value == 0x7F
        }
        guard !hasControls else {
            context.problems.error(
                place, "\(name) has more than one line, or a control character",
                "leave only the secret in it")
            return nil
        }
        if content.isWorldReadable, !isOurs {
            context.problems.warning(
                place, "\(name) can be read by every user of this machine", "run `chmod o-r` on it")
        }
        return secret
    }
}

extension Section {
    /// The secret named by `key_file` or `key_credential`; nil where neither stands, or where it
    /// can't be read.
    func secret(_ key: String) -> Placed<Secret>? {
        let (file, credential) = (key + "_file", key + "_credential")
        if has(file), has(credential) {
            problems.error(
                place(of: credential), "`\(file)` and `\(credential)` both stand here",
                "keep one of them")
            return nil
        }
        let reader = SecretFile(context: context)
        if let path = scalar(file, needs: "the path of a file") {
            return reader.secret(path: trimmed(path.value), place: path.place)
                .map { Placed(value: $0, place: path.place) }
        }
        guard has(credential), let name = scalar(credential, needs: "the name of a credential")
        else { return nil }
        return reader.credential(trimmed(name.value), place: name.place)
            .map { Placed(value: $0, place: name.place) }
    }

    /// All secrets named by `key_file` and `key_credential`, each a single value or a list.
    func secrets(_ key: String) -> [Placed<Secret>] {
        let reader = SecretFile(context: context)
        let files = strings(key + "_file", needs: "the path of a file").compactMap { path in
            reader.secret(path: path.value, place: path.place)
                .map { Placed(value: $0, place: path.place) }
        }
        let names = strings(key + "_credential", needs: "the name of a credential")
        return files
            + names.compactMap { name in
                reader.credential(name.value, place: name.place)
                    .map { Placed(value: $0, place: name.place) }
            }
    }
}
