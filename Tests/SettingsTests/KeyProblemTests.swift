import Testing

@testable import Settings

private let source = "sources:\n  - id: s\n    url: https://s.example/feed\n    "
private let brand = "brands:\n  - id: b\n    "
private let mail = "channels:\n  - {id: m, type: sendmail, from: a@example.org, to: b@example.org, "

struct `A key` {
    @Test(arguments: [
        (
            source + "intervall: 15m",
            "4:5: error: unknown key `intervall`, did you mean `interval`?"
        ),
        (
            "log: {colour: red}",
            "1:7: error: unknown key `colour`, known here: level"
        ),
        (
            "rules: [{id: source-health}]",
            "1:14: error: a rule can't be called `source-health`: that one speaks of the sources themselves, give it another name; `health` sets who is told of sources and channels"
        ),
        (
            "business: {holidays: [2026-12-24, 2026-02-30]}",
            "1:35: error: `holidays` needs a day such as `2026-12-24`, or `12-25` for every year, found `2026-02-30`"
        ),
        (
            "polling: {interval: 1h, longest_interval: 30m}",
            "1:43: error: `longest_interval` needs a duration from 1h to 30d, such as `15m` or `2h`, found `30m`"
        ),
        (
            source + "longest_interval: 10m",
            "4:23: error: `longest_interval` needs a duration from 15m to 30d, such as `15m` or `2h`, found `10m`"
        ),
        (
            "polling: {host_budgets: {'https://a.example/': 5}}",
            "1:26: error: `https://a.example/` is no host, write the name alone, such as `api.example.org`, with the port if the address has one"
        ),
        (
            "polling: {host_budgets: {a.example: none}}",
            "1:37: error: `host_budgets` needs a whole number of requests a day from 1 to 10000000 for each host"
        ),
        (
            source + "interval: fast",
            "4:15: error: `interval` needs a duration from 1m to 30d, such as `15m` or `2h`, found `fast`"
        ),
        (
            source + "interval: 59s",
            "4:15: error: `interval` needs a duration from 1m to 30d, such as `15m` or `2h`, found `59s`"
        ),
        (
            source + "interval: [15m]",
            "4:15: error: `interval` needs a duration from 1m to 30d, such as `15m` or `2h`, found a list"
        ),
        (
            source + "interval:",
            "4:5: error: `interval` has no value, give it a duration from 1m to 30d, such as `15m` or `2h` or remove it"
        ),
        (
            source + "enabled: perhaps",
            "4:14: error: `enabled` needs `true` or `false`, found `perhaps`"
        ),
        (
            source + "genre: socail",
            "4:12: error: `genre` needs one of review, social, news, found `socail`, did you mean `social`?"
        ),
        (
            source + "kind: reviews",
            "4:11: error: `kind` needs one of review, mention, survey, found `reviews`, did you mean `review`?"
        ),
        (
            source + "kind: {a: b}",
            "4:11: error: `kind` needs one of review, mention, survey, found a map"
        ),
        (source + "title: ''", "4:12: error: `title` needs a text, found ``"),
        (
            source + "time_zone: Europe/Berlim",
            "4:16: error: `time_zone` needs a time zone such as `Europe/Berlin`, found `Europe/Berlim`, did you mean `Europe/Berlin`?"
        ),
        (
            source + "time_zone: london",
            "4:16: error: `time_zone` needs a time zone such as `Europe/Berlin`, found `london`, did you mean `Europe/London`?"
        ),
        (
            source + "alert_since: yesterday",
            "4:18: error: `alert_since` needs a date such as `2026-11-22`, a time such as `2026-11-22T09:30:00Z`, or `now`, found `yesterday`"
        ),
        (
            source + "alert_since: 2026-02-30",
            "4:18: error: `alert_since` needs a date such as `2026-11-22`, a time such as `2026-11-22T09:30:00Z`, or `now`, found `2026-02-30`"
        ),
        (source + "with: {a: b}", "4:5: error: `with` has no `recipe` beside it, remove it"),
        (
            source + "headers: [a]",
            "4:14: error: `headers` needs a map of names and values, found a list, write `NAME: VALUE` lines below it, indented"
        ),
        (source + "headers: {'a b': c}", "4:15: error: `a b` is not the name of a header"),
        (
            source + "headers: {Host: c}",
            "4:15: error: the header `Host` is set by Repute itself, remove it"
        ),
        (source + "headers: {X-A: c, x-a: d}", "4:23: error: the header `x-a` stands twice here"),
        (
            source + #"headers: {X-A: "c\r\nEvil: d"}"#,
            "4:20: error: the value of `X-A` has a line break in it"
        ),
        (
            source + "headers: {X-A: [c]}",
            "4:20: error: the header `X-A` needs a text or `{file: PATH}`, found a list"
        ),
        (
            source + "headers: {X-A: {}}",
            "4:20: error: the header `X-A` has no value, give `{file: PATH}` or `{credential: NAME}`"
        ),
        (
            "sources: {id: a}",
            "1:10: error: `sources` needs a list, found a map, begin each item with `- `"
        ),
        (
            "sources: [a]",
            "1:11: error: `sources` needs a map of keys and values, found a single value"
        ),
        (
            "sources:\n  - url: https://a.example/",
            "2:5: error: this source has no `id`, give it a name such as `shop-reviews`"
        ),
        (
            "sources:\n  - {id: My Shop!, url: 'https://a.example/'}",
            "2:10: error: `id` needs a name of a–z, 0–9, `-` and `_`, 64 at most, found `My Shop!`, write `my-shop`"
        ),
        (
            "sources:\n  - id: a",
            "2:5: error: this source has neither `url` nor `recipe`, give one of them, or `imported: true` if its mentions come from files"
        ),
        (
            "sources:\n  - {id: a, url: 'ftp://a.example/'}",
            "2:18: error: `url` needs an address: `ftp://` is not read, only `https://` or `http://`"
        ),
        (
            "sources:\n  - {id: a, url: a.example}",
            "2:18: error: `url` needs an address: it does not begin with `https://`"
        ),
        (
            "sources:\n  - {id: a, url: 'https:///x'}",
            "2:18: error: `url` needs an address: it has no host"
        ),
        (
            "sources:\n  - {id: a, url: 'https://a.example:99999/'}",
            "2:18: error: `url` needs an address: its port is not a number from 0 to 65535"
        ),
        (
            "sources:\n  - {id: a, url: 'https://a.example/a b'}",
            "2:18: error: `url` needs an address: it has white space or a control character in it, write a space as `%20`"
        ),
        (
            "sources:\n  - {id: a, url: 'https://me:pw@a.example/'}",
            "2:18: error: the address holds a password, which does not belong into this file, write the address into a file of its own and give `url_file: PATH`"
        ),
        (
            "sources:\n  - {id: a, url: 'file:///etc/passwd'}",
            "2:18: error: `file:` sources are read only from the folders in `polling.allow_files`, add `/etc` there"
        ),
        (
            "sources:\n  - {id: a, url: 'file://host/x'}",
            "2:18: error: a `file:` address names no host, write `file:///folder/feed.xml`, or `file:feed.xml` for a file beside this one"
        ),
        (
            "polling: {allow_files: [/srv/feeds]}\nsources:\n  - {id: a, url: 'file:///srv/feeds/../x'}",
            "3:18: error: `file:` sources are read only from the folders in `polling.allow_files`, add `/srv` there"
        ),
        (
            brand + "context_window: 0",
            "3:21: error: `context_window` needs a whole number from 1 to 10000, found `0`"
        ),
        (
            brand + "context: [coffee, '!']",
            "3:23: error: `context`: `!` has no letter or digit, write NOT"
        ),
        (
            brand + "context: [coffee, '']",
            "3:23: error: `context` needs a word here, found an empty text"
        ),
        (brand + "context: [[a]]", "3:15: error: `context` needs a word here, found a list"),
        (
            brand + "names: ['Alba', '!']",
            "3:21: error: `names`: `!` has no letter or digit, write the name in words"
        ),
        (
            brand + "names: Alb*",
            "3:12: error: `names`: `Alb*` is looked for as it stands, with the star, write every form as a name of its own"
        ),
        (
            brand + "names: {a: b}",
            "3:12: error: `names` needs a name or a list of them, found a map"
        ),
        (
            brand + "competitors: [Brixo, ['Corva']]",
            "3:26: error: `competitors` needs a name here, found a list"
        ),
        (
            brand + "competitors: [Brixo, '']",
            "3:26: error: `competitors` needs a name here, found an empty text"
        ),
        (
            brand + "name: Alba Foods\n    names: [Alba]\n    competitors: [Brixo, alba]",
            "5:26: error: `competitors`: `alba` is a name of the brand itself, remove it here, or there"
        ),
        (
            brand + "competitor: [Brixo]",
            "3:17: error: `competitor` needs `true` or `false`, found a list, did you mean `competitors`?"
        ),
        (
            brand + "competitors: true",
            "3:18: error: `competitors` needs a name or a list of them, found `true`, did you mean `competitor`?"
        ),
        (
            brand + "competitorz: [Brixo]",
            "3:5: error: unknown key `competitorz`, did you mean `competitor`?"
        ),
        (
            brand + "context: {a: b}",
            "3:14: error: `context` needs a word or a list of them, found a map"
        ),
        (
            "business: {hours: Fun-Sat 9-5}",
            "1:19: error: `hours`: Fun-Sat is neither a day (Mon to Sun, or daily) nor a range of days."
        ),
        (
            "business: {contact: me}",
            #"1:21: error: `contact`: "me" has no @; an address looks like owner@example.org"#
        ),
        (
            "retention: {mentions: 1h}",
            "1:23: error: `mentions` needs a duration from 1d to 36500d, such as `15m` or `2h`, found `1h`"
        ),
        (
            "polling: {concurrency: 0}",
            "1:24: error: `concurrency` needs a whole number from 1 to 256, found `0`"
        ),
        (
            "polling: {body_limit: 8 MiBs}",
            "1:23: error: `body_limit` needs a size from 1KiB to 1GiB, such as `8MiB`, found `8 MiBs`"
        ),
        (
            "polling: {body_limit: 99999999999999999999}",
            "1:23: error: `body_limit` needs a size from 1KiB to 1GiB, such as `8MiB`, found `99999999999999999999`"
        ),
        (
            "polling: {user_agent: é}",
            "1:23: error: `user_agent` needs one line of text in ASCII, found `é`"
        ),
        (
            "polling: {proxy: 'ftp://a'}",
            "1:18: error: `proxy` needs an address such as `http://proxy.example.org:3128`: `ftp://` is not read, only `http://` or `https://` or `socks5://` or `socks5h://`"
        ),
        (
            "polling: {ca_file: /nowhere.pem}",
            "1:20: error: `ca_file` can't be read: there is no such file"
        ),
        (
            "polling: {allow_private_networks: [10.0.0.0/33]}",
            "1:36: error: `allow_private_networks` needs a network such as `192.168.1.0/24`, `127.0.0.1:8080` or `reviews.internal`, found `10.0.0.0/33`"
        ),
        (
            "log: {level: loud}",
            "1:14: error: `level` needs one of trace, debug, info, notice, warning, error, critical, found `loud`"
        ),
        (
            "lexicons: nowhere.tsv",
            "1:11: error: the lexicon `nowhere.tsv` can't be read: there is no such file"
        ),
        ("recipes: nowhere", "1:10: error: the folder of recipes `nowhere` can't be read"),
        (
            "channels: [{id: a}]",
            "1:12: error: this channel has no `type`, give it one of sendmail, smtp, webhook, slack, discord, teams, mattermost, matrix, telegram, ntfy, pagerduty, gotify, google_chat, template, exec"
        ),
        (
            "channels: [{id: a, type: webhok}]",
            "1:26: error: `type` needs one of sendmail, smtp, webhook, slack, discord, teams, mattermost, matrix, telegram, ntfy, pagerduty, gotify, google_chat, template, exec, found `webhok`, did you mean `webhook`?"
        ),
        (
            "channels: [{id: a, type: webhook}]",
            "1:12: error: this channel has no address, give `url`, `url_file` or `url_credential`"
        ),
        (
            "channels: [{id: a, type: sendmail, from: a@example.org}]",
            "1:12: error: this channel has no `to`, give one or more addresses"
        ),
        (
            "channels: [{id: a, type: sendmail, to: a@example.org}]",
            "1:12: error: this channel has no `from`, give the address that mails come from"
        ),
        (
            mail + "command: /usr/sbin/sendmail}",
            "2:78: error: `command` needs a list of the program and its arguments, such as `[/usr/bin/msmtp, -t]`, found a single value"
        ),
        (
            mail + "command: []}",
            "2:78: error: `command` needs a list of the program and its arguments, such as `[/usr/bin/msmtp, -t]`, found an empty list"
        ),
        (
            mail + "timeout: 1h}",
            "2:78: error: `timeout` needs a duration from 1s to 10m, such as `15m` or `2h`, found `1h`"
        ),
        (
            mail + "url: 'https://a.example'}",
            "2:69: error: a channel of type sendmail has no `url`, remove it"
        ),
        (
            "rules:\n  - {id: r, when: {max_score: 2}}",
            "2:31: error: `max_score` needs a number from -1 to 1, found `2`"
        ),
        (
            "rules:\n  - {id: r, when: {max_score: nan}}",
            "2:31: error: `max_score` needs a number from -1 to 1, found `nan`"
        ),
        (
            "rules:\n  - {id: r, when: {max_stars: 2, min_stars: 3}}",
            "2:45: error: `min_stars` is above `max_stars`, so nothing can match"
        ),
        (
            "rules:\n  - {id: r, when: {label: [negative, angry]}}",
            "2:38: error: `label` needs one of negative, neutral, positive, unscored, found `angry`"
        ),
        (
            "rules:\n  - {id: r, severity: high}",
            "2:23: error: `severity` needs one of info, warning, critical, by_stars, weighed, found `high`"
        ),
        (
            "rules:\n  - {id: r, when: negative}",
            "2:19: error: `when` needs a map of keys and values, found a single value"
        ),
        (
            "rules:\n  - {id: r, channels: }",
            "2:13: error: `channels` has no value, name channels, or remove it to tell all of them"
        ),
    ])
    func `that is wrong is told so, with place and cure`(text: String, expected: String) throws {
        let found = try problems(text)
        #expect(found.contains("repute.yaml:" + expected), "\(found)")
    }

    @Test func `that is wrong does not hide the others`() throws {
        let text = """
            busines: {}
            polling:
              interval: soon
              per_host: many
            brands:
              - id: b
                query: (a
            sources:
              - id: S
                url: nowhere
                brand: c
                kind: revew
            rules:
              - id: r
                when: {brand: d, score: 1}
                channels: [e]
            """
        let found = try problems(text)
        #expect(found.count == 11, "\(found)")
    }
}
