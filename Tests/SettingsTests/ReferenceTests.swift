import Model
import Testing

@testable import Settings

private let brands = "brands: [{id: harbour}, {id: dockside}]\n"
private let mail = "{id: mail, type: sendmail, from: a@example.org, to: b@example.org}"
private let feed = "{id: feed, url: 'https://a.example/'}"

struct `A reference` {
    @Test(arguments: [
        (
            brands + "sources: [{id: s, url: 'https://a.example/', brand: harbor}]",
            "2:53: error: there is no brand `harbor`, did you mean `harbour`?"
        ),
        (
            "sources: [{id: s, url: 'https://a.example/', brand: harbor}]",
            "1:53: error: there is no brand `harbor`, add it to `brands`"
        ),
        (
            "rules: [{id: r, when: {source: xyz}}]\nsources: [\(feed)]",
            "1:32: error: there is no source `xyz`, there are feed"
        ),
        (
            brands + "rules: [{id: r, when: {brand: [harbour, docksied]}}]",
            "2:41: error: there is no brand `docksied`, did you mean `dockside`?"
        ),
        (
            "channels: [\(mail)]\nrules: [{id: r, channels: [mial]}]",
            "2:28: error: there is no channel `mial`, did you mean `mail`?"
        ),
        (
            "brands:\n  - id: a\n  - id: a\n",
            "3:9: error: the brand `a` is there already, in repute.yaml, line 2, give this one another id"
        ),
        (
            "sources: [\(feed),\n  \(feed)]",
            "2:8: error: the source `feed` is there already, in repute.yaml, line 1, give this one another id"
        ),
        (
            "channels: [\(mail),\n  \(mail)]",
            "2:8: error: the channel `mail` is there already, in repute.yaml, line 1, give this one another id"
        ),
        (
            "rules: [{id: r},\n  {id: r}]",
            "2:8: error: the rule `r` is there already, in repute.yaml, line 1, give this one another id"
        ),
        (
            brands + "sources: [{id: s, url: 'https://a.example/', kind: review}]",
            "2:52: error: a source of reviews has to say which `brand` they are about, "
                + "give one of harbour, dockside"
        ),
        (
            "sources: [{id: s, url: 'https://a.example/', kind: survey}]",
            "1:52: error: a source of surveys has to say which `brand` they are about, "
                + "add your business to `brands`"
        ),
    ])
    func `that leads nowhere, or to two things, is told so`(text: String, expected: String) throws {
        let found = try problems(text)
        #expect(found == ["repute.yaml:" + expected])
    }

    @Test func `to something that can't be read is not told again`() throws {
        let text = """
            brands: [{id: b, query: "(x"}]
            sources: [{id: s, url: nowhere, brand: b}]
            channels: [{id: c, type: sendmail, from: nobody, to: b@example.org}]
            rules: [{id: r, when: {brand: b, source: s}, channels: [c]}]
            """
        #expect(try problems(text).count == 3)
    }

    @Test func `to the only brand of one's own may be left out by reviews`() throws {
        let text = """
            brands: [{id: own}, {id: other, competitor: true, query: other}]
            sources:
              - {id: a, url: 'https://a.example/', kind: review}
              - {id: b, url: 'https://b.example/'}
            """
        #expect(try settings(text).sources.map(\.brand?.rawValue) == ["own", nil])
    }
}

struct `A warning` {
    @Test(arguments: [
        (
            brands + "sources: [{id: s, url: 'https://a.example/', kind: review, brand: harbour}]",
            "1:30: warning: no source brings mentions of the brand `dockside`, add one to `sources`"
        ),
        (
            "brands: [{id: b}]\nsources: [\(feed)]\nchannels:\n  - \(mail)\n"
                + "  - {id: chat, type: webhook, url: 'https://a.example/'}\n"
                + "rules: [{id: r, when: {label: negative}, channels: [mail]}]",
            "5:10: warning: no rule tells the channel `chat`, name it in the `channels` of a rule"
        ),
        (
            "brands: [{id: b}]\nsources: [\(feed)]\nrules: [{id: r, when: {label: negative}}]",
            "3:14: warning: there are rules, but no `channels` to tell, add one to `channels`"
        ),
        (
            "brands: [{id: b}]\nsources: [\(feed)]\nchannels: [\(mail)]\nrules: [{id: r}]",
            "4:14: warning: this rule has no condition, so every mention of your brands alerts, "
                + "add `when: {label: negative}`"
        ),
        (
            "sources: [\(feed)]",
            "1:16: warning: there are no `brands`, so nothing in this source can be a mention, "
                + "add your business to `brands`"
        ),
    ])
    func `is given for what nothing uses, and stops nothing`(text: String, expected: String) throws
    {
        let folder = try ConfigurationFolder(text)
        #expect(folder.problems() == ["repute.yaml:" + expected])
        #expect(try folder.settings().warnings.allSatisfy(\.isWarning))
    }

    @Test func `is not given for what is in order`() throws {
        let text = brands + "sources: [\(feed)]\nchannels: [\(mail)]"
        #expect(try problems(text) == [])
    }
}
