import Testing

@testable import Settings

private let mail = "channels: [{id: m, type: sendmail, from: a@example.org, to: b@example.org}]\n"

struct `A wrong rule` {
    @Test(arguments: [
        (
            "rules: [{id: r, type: spike}]",
            "1:23: error: `type` needs one of mention, surge, drop, unanswered, found `spike`"
        ),
        (
            "rules: [{id: r, type: surg}]",
            "1:23: error: `type` needs one of mention, surge, drop, unanswered, found `surg`, did you mean `surge`?"
        ),
        (
            "rules: [{id: r, type: [surge]}]",
            "1:23: error: `type` needs one of mention, surge, drop, unanswered, found a list"
        ),
        (
            "rules: [{id: r, window: 1d}]",
            "1:17: error: a rule of type `mention` has no key `window`, it is a key of type `surge`"
        ),
        (
            "rules: [{id: r, false_alarms: 1}]",
            "1:17: error: a rule of type `mention` has no key `false_alarms`, it is a key of type `surge` and `drop`"
        ),
        (
            "rules: [{id: r, type: surge, cooldown: 1h}]",
            "1:30: error: a rule of type `surge` has no key `cooldown`, it is a key of type `mention`"
        ),
        (
            "rules: [{id: r, type: surge, windw: 1d}]",
            "1:30: error: a rule of type `surge` has no key `windw`, did you mean `window`?"
        ),
        (
            "rules: [{id: r, type: drop, colour: red}]",
            "1:29: error: a rule of type `drop` has no key `colour`, known here: id, type, title, enabled, when, of, days, least, false_alarms, severity, channels"
        ),
        (
            "rules: [{id: r, type: surge, when: {words: refund}}]",
            "1:37: error: a rule of type `surge` counts mentions, and can't count by `words`, it can count by `label`, `brand`, `source`, `kind`"
        ),
        (
            "rules: [{id: r, type: drop, when: {label: negative}}]",
            "1:36: error: a rule of type `drop` counts mentions, and can't count by `label`, it can count by `brand`, `source`"
        ),
        (
            "rules: [{id: r, type: surge, when: {lable: negative}}]",
            "1:37: error: unknown key `lable`, did you mean `label`?"
        ),
        (
            "rules: [{id: r, type: surge, severity: weighed}]",
            "1:40: error: `severity` needs one of info, warning, critical, found `weighed`"
        ),
        (
            "rules: [{id: r, type: surge, window: 30m}]",
            "1:38: error: `window` needs a duration from 1h to 4w, such as `15m` or `2h`, found `30m`"
        ),
        (
            "rules: [{id: r, type: surge, window: 90m}]",
            "1:38: error: `window` needs whole hours up to a day, and whole days above, write for instance `12h` or `7d`"
        ),
        (
            "rules: [{id: r, type: surge, window: 36h}]",
            "1:38: error: `window` needs whole hours up to a day, and whole days above, write for instance `12h` or `7d`"
        ),
        (
            "rules: [{id: r, type: surge, false_alarms: 0}]",
            "1:44: error: `false_alarms` needs a number from 0.01 to 52, found `0`"
        ),
        (
            "rules: [{id: r, type: drop, of: stars}]",
            "1:33: error: `of` needs one of rating, sentiment, found `stars`"
        ),
        (
            "rules: [{id: r, type: drop, days: 0}]",
            "1:35: error: `days` needs a whole number from 1 to 365, found `0`"
        ),
        (
            "rules: [{id: r, type: drop, least: 5}]",
            "1:36: error: `least` needs a number from 0.05 to 4, found `5`"
        ),
        (
            "rules: [{id: r, type: drop, of: sentiment, least: 3}]",
            "1:51: error: `least` needs a number from 0.02 to 2, found `3`"
        ),
        (
            "rules: [{id: r, instant: always}]",
            "1:26: error: `instant` needs one of info, warning, critical, never, found `always`"
        ),
        (
            "rules: [{id: r, type: unanswered, within: 5m}]",
            "1:43: error: `within` needs a duration from 15m to 400h, such as `15m` or `2h`, found `5m`"
        ),
        (
            "rules: [{id: r, type: unanswered, pauses: [1d, soon]}]",
            "1:48: error: `pauses` needs a duration from 1h to 90d, such as `1d`, found `soon`"
        ),
        (
            "rules: [{id: r, type: unanswered, pauses: [3d, 1d]}]",
            "1:48: error: this pause is shorter than the one before, reminders have to become more seldom"
        ),
        (
            "rules: [{id: r, type: unanswered, pauses: []}]",
            "1:35: error: `pauses` is an empty list, give it a list such as `[1d, 3d, 1w]` or remove it"
        ),
        (
            "rules: [{id: r, type: unanswered, pauses: }]",
            "1:35: error: `pauses` has no value, give it a list such as `[1d, 3d, 1w]` or remove it"
        ),
        (
            "rules: [{id: r, type: unanswered, patience: 1h}]",
            "1:45: error: `patience` needs a duration from 1d to 730d, such as `15m` or `2h`, found `1h`"
        ),
        (
            "rules: [{id: r, type: unanswered, escalate: {after: 2}}]",
            "1:45: error: `escalate` has no `channels`, name who else is told"
        ),
        (
            "rules: [{id: r, type: unanswered, escalate: {after: 0, channels: [m]}}]\n" + mail,
            "1:53: error: `after` needs a whole number from 1 to 50, found `0`"
        ),
        (
            "rules: [{id: r, type: unanswered, escalate: {channels: [x]}}]\n" + mail,
            "1:57: error: there is no channel `x`, there are m"
        ),
        (
            "rules: [{id: r, type: surge, when: {source: x}}]",
            "1:45: error: there is no source `x`, add it to `sources`"
        ),
        (
            "rules: [{id: r, when: {min_score: 0.5, max_score: 0.2}}]",
            "1:35: error: `min_score` is above `max_score`, so nothing can match"
        ),
        (
            "rules: [{id: r, when: {language: en-GB}}]",
            "1:34: error: `language` needs a language as two letters, such as `en`, found `en-GB`, write `en`"
        ),
        (
            "rules: [{id: r, when: {language: English}}]",
            "1:34: error: `language` needs a language as two letters, such as `en`, found `English`"
        ),
        (
            "rules: [{id: r, when: {author: complained-before}}]",
            "1:32: error: `author` needs one of new, known, complained_before, found `complained-before`, did you mean `complained_before`?"
        ),
        (
            "rules: [{id: r, when: {about: delivry}}]",
            "1:31: error: `about` needs one of transparency, reliability, integrity, authenticity, care, value, privacy, product, staff, delivery, place, price, website, billing, found `delivry`, did you mean `delivery`?"
        ),
        (
            "rules: [{id: r, when: {about: {label: negative}}}]",
            "1:31: error: `about` has no `aspect`, name one such as `delivery`"
        ),
        (
            "rules: [{id: r, when: {about: {aspect: price, label: unscored}}}]",
            "1:54: error: `label` needs one of negative, neutral, positive, found `unscored`"
        ),
        (
            "rules: [{id: r, when: {min_sites: 1}}]",
            "1:35: error: `min_sites` needs a whole number from 2 to 1000, found `1`"
        ),
        (
            "rules: [{id: delivery-health}]",
            "1:14: error: a rule can't be called `delivery-health`: that one speaks of the channels themselves, give it another name; `health` sets who is told of sources and channels"
        ),
        (
            "digests: [{id: channel-test}]",
            "1:16: error: a digest can't be called `channel-test`: that one stands for tests of a channel, give it another name; `health` sets who is told of sources and channels"
        ),
        (
            "rules: [{id: r}]\ndigests: [{id: r}]",
            "2:16: error: the rule `r` is there already, in repute.yaml, line 1, give this one another id"
        ),
        (
            mail + "rules: [{id: negative, type: surge}]",
            "2:14: error: `negative` is the name of the standard rule, which holds since no rule is of type `mention`, give this one another id"
        ),
    ])
    func `is told so, with place and cure`(text: String, expected: String) throws {
        let found = try problems(text)
        #expect(found.contains("repute.yaml:" + expected), "\(found)")
    }
}

struct `A doubtful rule` {
    private static let start = """
        brands: [{id: b}, {id: c}, {id: o, competitor: true}]
        sources:
          - {id: t, url: "https://t.example/"}
          - {id: u, url: "https://u.example/", kind: review, brand: b}
        channels:
          - {id: m, type: sendmail, from: a@example.org, to: b@example.org}
          - {id: n, type: sendmail, from: a@example.org, to: c@example.org}
        rules:
          - {id: first, when: {label: negative}}

        """

    @Test(arguments: [
        (
            "  - {id: r, instant: warning, when: {label: positive}}",
            "what the rule `r` does not tell at once waits for a digest, but there is none, so nobody would be told, add one to `digests`, or remove `instant`"
        ),
        (
            "  - {id: r, instant: never, when: {label: positive}}\ndigests: [{id: d, brand: b}]",
            "what the rule `r` does not tell at once waits for a digest, but there is none about `c`, so nobody would be told, add one to `digests`, or remove `instant`"
        ),
        (
            "  - {id: r, instant: never, when: {label: positive, brand: o}}\ndigests: [{id: d}]",
            "what the rule `r` does not tell at once waits for a digest, but there is none about `o`, so nobody would be told, add one to `digests`, or remove `instant`"
        ),
        (
            "  - {id: r, instant: critical, severity: warning, when: {label: positive}}\n"
                + "digests: [{id: d, enabled: false}]",
            "what the rule `r` does not tell at once waits for a digest, but there is none, so nobody would be told, add one to `digests`, or remove `instant`"
        ),
        (
            "  - {id: r, type: unanswered, channels: m, escalate: {channels: [m]}}",
            "`escalate` names nobody who is not told from the first reminder on, name another channel, or leave it out of the `channels` of the rule"
        ),
        (
            "  - {id: r, type: unanswered, within: 2d}",
            "`within` counts business hours, and `2d` are 48 of them, write hours, such as `8h` for a working day"
        ),
        (
            "  - {id: r, type: surge, channels: []}",
            "the rule `r` tells nobody, name channels, or remove `channels` to tell all of them"
        ),
        (
            "digests: [{id: d, channels: []}]",
            "the digest `d` goes to nobody, name channels, or remove `channels` to send it to all of them"
        ),
    ])
    func `gets a warning`(text: String, expected: String) throws {
        let found = try problems(Self.start + text)
        #expect(found.count == 1)
        #expect(found[0].contains(": warning: " + expected), "\(found)")
    }

    @Test func `on answers gets a warning for sources that never tell of any`() throws {
        let sources = """
            brands: [{id: b}]
            sources:
              - {id: s, recipe: app-store, with: {app: "1"}}
              - {id: t, recipe: steam, with: {app: "1"}}
              - {id: u, url: "https://u.example/", kind: review}
            channels: [{id: m, type: sendmail, from: a@example.org, to: b@example.org}]

            """
        let expected =
            "repute.yaml:7:14: warning: `s` never tells of answers, so the rule `r` would remind you of "
            + "what was answered long ago, name other sources in `when: {source: …}`"
        #expect(try problems(sources + "rules: [{id: r, type: unanswered}]") == [expected])
        let named = "rules: [{id: r, type: unanswered, when: {source: "
        #expect(try problems(sources + named + "s}}]") == [expected])
        #expect(try problems(sources + named + "[t, u]}}]") == [])
    }

    @Test(arguments: [
        "  - {id: r, instant: warning, when: {label: positive}}\ndigests: [{id: d}]",
        "  - {id: r, instant: warning, when: {brand: c}}\ndigests: [{id: d, brand: c}]",
        "  - {id: r, instant: warning, severity: critical, when: {label: positive}}",
        "  - {id: r, instant: never, enabled: false, when: {label: positive}}",
        "  - {id: r, type: unanswered, when: {source: u}, channels: m, escalate: {channels: [m, n]}}",
        "  - {id: r, type: unanswered, when: {source: u}, within: 48h}",
    ])
    func `gets none where all is in order`(text: String) throws {
        #expect(try problems(Self.start + text) == [])
    }
}
