import Foundation
import Model
import Notifying

/// The main file of a first configuration, with the comments that its owner needs.
struct FirstConfiguration {
    /// The name of the channel that mails the owner.
    static let channel = ChannelID(trusted: "owner-mail")
    /// The file in the folder `secrets` that holds the password of the mail server.
    static let passwordName = "smtp-password"

    let answers: FirstAnswers
    /// The day, as people read it.
    let day: String
    /// Where the database is; nil for the standard place.
    let storagePath: String?
    /// The command that makes the daemon read a change.
    let reload: String

    /// The file's text; every answer stands in it as a quoted scalar.
    var text: String {
        [head, business, storage, brands, sources, rules, channels].compactMap(\.self)
            .joined(separator: "\n")
    }

    private func quoted(_ text: String) -> String { DropIn.quoted(text) }

    private var head: String {
        """
        # Repute: what it watches, and whom it tells. Written by `repute init` on \(day).
        #
        # All other keys are in the commented example, config/repute.yaml of the sources; the package has it as
        # /usr/share/doc/repute/examples/repute.yaml. After a change: `repute check`, then `\(reload)`.
        # Secrets never stand here; a key that needs one names a file (`…_file`, `…_credential`).

        """
    }

    private var business: String {
        let language = answers.language.map {
            "  language: \($0.rawValue)   # of mails: en, de, fr, es, it or nl\n"
        }
        return """
            business:
              name: \(quoted(answers.business))   # in mails and reports
              time_zone: \(quoted(answers.timeZone))   # of hours, mails and reports
            \(language ?? "")\
              #hours: [Mon-Fri 08:00-18:00, Sat 09:00-16:00]   # when somebody can answer; default: always

            """
    }

    private var storage: String? {
        storagePath.map {
            """
            # Where everything is kept: one SQLite file, made when it is missing; relative to this file.
            storage:
              path: \(quoted($0))

            """
        }
    }

    private var brands: String {
        """
        # What is looked for in feeds that are about anything. A name that is a common word too needs a query:
        # AND OR NOT, "phrases", prefix*, NEAR/8; `repute try ADDRESS` shows what it finds.
        brands:
          - id: \(quoted(DropIn.slug(answers.business) ?? "business"))
            name: \(quoted(answers.business))
            #names: [What else, it is called]
            #query: '"harbour café" OR (harbour NEAR/5 coffee)'

        """
    }

    private var sources: String {
        """
        # The places that are polled are in repute.d/sources beside this file, a file each:
        #   repute source add https://www.example.com/blog    finds the feed of a page
        #   repute recipes                                    lists the sites that are known
        # The first poll of a place is its baseline: stored and scored, never told.

        """
    }

    private var rules: String {
        """
        # What you are told of at once. `repute rules replay` shows what a rule would have told.
        rules:
          - id: complaints
            title: Complaints
            when: {label: negative}
            severity: by_stars
            cooldown: 10m   # what comes meanwhile is told afterwards, in one letter

        # And what you are told of at your hour:
        #digests:
          #- {id: morning, title: This morning, at: "07:30"}

        """
    }

    private var channels: String {
        guard let mail = answers.mail else {
            return """
                # How you are told: nobody is, yet. docs/channels.md tells of chats, phones and pagers too.
                #channels:
                  #- {id: owner-mail, type: sendmail, from: repute@example.org, to: [owner@example.org]}

                """
        }
        return """
            # How you are told. `repute alerts test \(Self.channel)` sends a real, marked test.
            channels:
              - id: \(Self.channel)
            \(way(of: mail))\
                from: \(quoted(mail.sender.description))
                to: [\(quoted(mail.recipient.description))]
                #quiet_hours: daily 22:00-07:00   # left alone then, but for what is critical

            """
    }

    private func way(of mail: FirstAnswers.Mail) -> String {
        guard let server = mail.server else {
            return
                "    type: sendmail   # through this machine's own mail program, /usr/sbin/sendmail\n"
        }
        var lines =
            "    type: smtp   # straight to a mail server, encrypted or not at all\n"
            + "    url: \(quoted(server.url))\n"
        if let user = server.user {
            lines += "    user: \(quoted(user))\n"
            lines +=
                "    password_credential: \(Self.passwordName)   # the file of that name in secrets, beside this file\n"
        }
        return lines
    }
}
