import Dispatch
import FoundationEssentials
import Glibc

/// A file without a name, complete before anybody reads it.
///
/// A command that reads a pipe, such as sendmail, takes the end of the pipe for the end of the
/// letter, also when its writer was killed half-way, and sends the half with exit code 0. From a
/// finished file it gets the whole letter or is never started.
enum UnlinkedFile {
    /// Writes `bytes` to a file in the temporary folder that has no name any more, readable from its
    /// start, closed on exec; the caller closes the descriptor.
    ///
    /// The writing runs on a thread of Dispatch, off the cooperative pool.
    static func descriptor(holding bytes: [UInt8]) async throws(DeliveryError) -> CInt {
        let folder = FileManager.default.temporaryDirectory.path
        let result: Result<CInt, WriteFailure> = await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: write(bytes, in: folder))
            }
        }
        switch result {
        case .success(let descriptor): return descriptor
        case .failure(let failure):
            throw DeliveryError(
                reason: .notStarted,
                detail: "the letter could not be written to a temporary file in \(folder): "
                    + "\(String(cString: strerror(failure.number))); check that the folder is writable "
                    + "and has space")
        }
    }

    private struct WriteFailure: Error {
        var number: CInt
    }

    private static func write(_ bytes: [UInt8], in folder: String) -> Result<CInt, WriteFailure> {
        let name = folder + "/repute-" + UUID().uuidString
        let descriptor = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return .failure(WriteFailure(number: errno)) }
        unlink(name)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let number = errno
                close(descriptor)
                return .failure(WriteFailure(number: number))
            }
            written += count
        }
        lseek(descriptor, 0, SEEK_SET)
        return .success(descriptor)
    }
}
