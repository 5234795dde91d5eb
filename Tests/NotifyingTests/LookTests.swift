import Foundation
import Testing
@testable import Notifying
struct Look {
    @Test func look() throws {
        let s = try Sample.mailSettings()
        let m = MailMessage(try Sample.letter(), settings: s)
        try m.html.write(toFile: "/tmp/mail1.html", atomically: true, encoding: .utf8)
        try (m.source + "\n\n=====\n" + m.text).write(toFile: "/tmp/mail1.txt", atomically: true, encoding: .utf8)
        var all = [Sample.complaint()]
        all.append(Sample.mention(id: 43, entry: Sample.entry(title: nil, rating: Rating(value: 2, min: 1, max: 5)), sentiment: Sample.sentiment(.negative, -0.5)))
        for i in 0..<25 { all.append(Sample.mention(id: Int64(44 + i), entry: Sample.entry(title: "Fine <b>bread</b>", text: "Nice. " + String(repeating: "Really long story. ", count: i == 0 ? 100 : 1), author: nil, rating: nil), sentiment: Sample.sentiment(i.isMultiple(of: 2) ? .positive : .neutral, 0.4))) }
        let m2 = MailMessage(try Sample.letter(all), settings: s)
        try m2.html.write(toFile: "/tmp/mail2.html", atomically: true, encoding: .utf8)
        try (m2.source + "\n\n=====\n" + m2.text).write(toFile: "/tmp/mail2.txt", atomically: true, encoding: .utf8)
        try String(decoding: WebhookPayload(try Sample.letter()).bytes, as: UTF8.self).write(toFile: "/tmp/hook.json", atomically: true, encoding: .utf8)
    }
}
