import Foundation
import Testing

@testable import Assembly

/// A folder with a mail program in it, and perhaps its queue's door.
private final class MailFolder {
    let path = URL.temporaryDirectory.appending(path: "mail-privilege-\(UUID())")

    init() throws {
        try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: path) }

    func program(_ name: String, mode: mode_t) throws -> String {
        let file = path.appending(path: name)
        try Data().write(to: file)
        #expect(chmod(file.path, mode) == 0)
        return file.path
    }
}

struct `A mail program under NoNewPrivileges` {
    private let outsider = MailPrivilege(isConfined: true, groups: [])

    @Test func `whose queue needs a group that we lack takes no letter`() throws {
        let folder = try MailFolder()
        let sendmail = try folder.program("sendmail", mode: 0o755)
        _ = try folder.program("postdrop", mode: 0o2755)
        let obstacle = try #require(outsider.obstacle(before: sendmail))
        #expect(obstacle.contains("/postdrop is setgid"))
        #expect(obstacle.contains("NoNewPrivileges="))
    }

    @Test func `takes letters where we have the group`() throws {
        let folder = try MailFolder()
        let sendmail = try folder.program("sendmail", mode: 0o755)
        _ = try folder.program("postdrop", mode: 0o2755)
        let member = MailPrivilege(isConfined: true, groups: [getegid()])
        #expect(member.obstacle(before: sendmail) == nil)
    }

    @Test func `that is setuid takes no letter`() throws {
        let folder = try MailFolder()
        let exim = try folder.program("exim4", mode: 0o4755)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path.appending(path: "sendmail").path, withDestinationPath: exim)
        let link = folder.path.appending(path: "sendmail").path
        #expect(outsider.obstacle(before: link)?.contains("/exim4 is setuid") == true)
    }

    @Test func `that needs no privilege takes letters`() throws {
        let folder = try MailFolder()
        #expect(try outsider.obstacle(before: folder.program("msmtp", mode: 0o755)) == nil)
        #expect(outsider.obstacle(before: "/nowhere/sendmail") == nil)
    }

    @Test func `is of no concern where privileges can be had`() throws {
        let folder = try MailFolder()
        let exim = try folder.program("sendmail", mode: 0o4755)
        let free = MailPrivilege(isConfined: false, groups: [])
        #expect(free.obstacle(before: exim) == nil)
    }
}
