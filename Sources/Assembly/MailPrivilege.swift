import Foundation
import Notifying
import Settings

/// Which channels can't get into the queue of their mail program from where this process stands.
///
/// postfix, OpenSMTPD and dma take letters by a setgid program, exim and nullmailer by a setuid one. A
/// process that may gain no privileges (`NoNewPrivileges=`, prctl(2)) runs such a program without
/// them, and postfix's then waits for ever instead of failing.
struct MailPrivilege {
    /// Whether this process and its children can gain no privileges.
    let isConfined: Bool
    /// The groups that it has, the effective one too.
    let groups: Set<gid_t>

    /// How this process stands.
    static var current: MailPrivilege {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let isConfined = status?.split(separator: "\n").contains("NoNewPrivs:\t1") ?? false
        var groups = [gid_t](repeating: 0, count: 256)
        let count = Int(getgroups(Int32(groups.count), &groups))
        return MailPrivilege(
            isConfined: isConfined, groups: Set(groups.prefix(max(0, count)) + [getegid()]))
    }

    /// A sentence for each channel of `settings` whose letters will not be taken.
    func problems(of settings: Settings) -> [String] {
        guard isConfined else { return [] }
        return settings.channels.compactMap { channel in
            guard case .sendmail(let mail) = channel.kind, let program = mail.command.first,
                let obstacle = obstacle(before: program)
            else { return nil }
            return "the channel `\(channel.id)` can't hand letters over: \(obstacle)"
        }
    }

    /// Why `program` will not take a letter; nil where nothing speaks against it.
    ///
    /// In a user namespace (`PrivateUsers=`) a group that we were given and the program's have the same
    /// number, that of what is not mapped.
    func obstacle(before program: String) -> String? {
        guard isConfined else { return nil }
        let real = URL(filePath: program).resolvingSymlinksInPath()
        let beside = ["postdrop", "nullmailer-queue"].map {
            real.deletingLastPathComponent().appending(path: $0)
        }
        let isSendmail = URL(filePath: program).lastPathComponent == "sendmail"
        for path in [real] + (isSendmail ? beside : []) {
            var file = stat()
            guard stat(path.path, &file) == 0 else { continue }
            let mode: String
            if file.st_mode & S_ISUID != 0 {
                mode = "setuid"
            } else if file.st_mode & S_ISGID != 0, !groups.contains(file.st_gid) {
                mode = "setgid"
            } else {
                continue
            }
            return "\(path.path) is \(mode), which the unit's NoNewPrivileges= turns off; "
                + "add the drop-in for your mail program (docs/service.md), or send by SMTP"
        }
        return nil
    }
}
