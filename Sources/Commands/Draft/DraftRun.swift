import FoundationEssentials
import Matching
import Model
import Notifying
import Reporting
import Settings
import Storage
import TextProcessing

/// Makes drafts of replies to one mention; reads the store and writes nothing.
struct DraftRun: Sendable {
    /// What the person asks for.
    struct Request: Sendable, Hashable {
        var mention: MentionID
        var audience: ReplyAudience?
        var template: ReplyTemplateID?
        var language: String?
        var isAgain = false
    }

    /// The page, and what is to be remembered once it is shown.
    struct Drafting: Sendable, Hashable {
        var page: DraftPage
        var drafts: [ReplyDraft]
    }

    let settings: Settings
    let request: Request
    let now: Date

    /// The drafts; fails where the mention is none of the owner's, where the template is not there, and
    /// where all texts were drafted to the author before.
    func drafting(in store: any Store) async throws -> Drafting {
        let desk = ReplyDesk(settings.replies)
        let mention = try await ShowCommand.mention(request.mention, store: store)
        let situation = ReplySituation(mention)
        let language = ReplyWords.language(of: mention, asked: request.language)
        let named = try named(desk, language: language)
        let facts = try facts(mention, situation)
        let author = AuthorName.ofSomebody(mention.entry.author)
        let past = try await store.drafts(for: mention.id, to: author, in: mention.source)
        var drafting = Drafting(
            page: DraftPage(
                mention: mention, replies: [], language: language,
                why: ReplyWords.why(mention, situation, language: language), notes: []),
            drafts: [])
        for audience in audiences(situation, named) {
            var fitting = desk.templates(for: mention, situation, audience, language: language)
            if let named {
                fitting.removeAll { $0.id == named.id }
                fitting.insert(named, at: 0)
            }
            let digests = Set(fitting.flatMap { $0.texts.map(\.digest) })
            let history = ReplyHistory(
                toAuthor: past, lastUse: try await store.lastDrafted(digests.sorted()))
            let pick = try pick(fitting, mention, history, &drafting.page)
            drafting.page.add(pick.template, pick.index, for: audience, facts)
            drafting.drafts.append(
                ReplyDraft(
                    mention: mention.id, source: mention.source, author: author,
                    template: pick.template.id,
                    textDigest: pick.template.texts[pick.index].digest, at: now))
        }
        drafting.page.notes +=
            ReplyWords.notes(mention, drafting.page, asked: request.language, meant: language)
            + ReplyWords.lengthNotes(drafting.page.replies, source: source(of: mention))
        return drafting
    }

    private func source(of mention: Mention) -> Source? {
        settings.sources.first { $0.id == mention.source }
    }

    private func facts(
        _ mention: Mention, _ situation: ReplySituation
    ) throws(CommandFailure) -> ReplyFacts {
        let business = settings.business
        let brand = try ownBrand(of: mention)
        return ReplyFacts(
            mention, situation,
            business: business.name == Settings.standard.business.name ? brand : business.name,
            brand: brand, source: source(of: mention)?.title ?? mention.source.rawValue,
            timeZone: business.timeZone, contact: business.contact, owner: business.owner)
    }

    /// The brand of the owner's that the mention is about, by the name that people read.
    private func ownBrand(of mention: Mention) throws(CommandFailure) -> String {
        let brands = settings.brands.map(\.brand)
        let known = mention.brands.compactMap { match in
            brands.first { $0.id == match.brand }
        }
        if let own = known.first(where: { !$0.isCompetitor }) { return own.name }
        if let other = known.first {
            throw CommandFailure(
                .usage,
                "mention \(mention.id) is about \(other.name), which is a competitor of yours; it is not "
                    + "for you to answer")
        }
        return mention.brands.first?.brand.rawValue ?? settings.business.name
    }

    /// The template that was asked for by name.
    private func named(
        _ desk: ReplyDesk, language: String
    ) throws(CommandFailure) -> ReplyTemplate? {
        guard let id = request.template else { return nil }
        guard let template = desk.template(id, language: language) else {
            let names = desk.names.map(\.rawValue)
            throw CommandFailure(
                .usage,
                "no reply is called \(id); "
                    + (NearestName.question(id.rawValue, among: names)
                        ?? "there are: \(names.joined(separator: ", "))"))
        }
        if let asked = request.audience, let meant = template.conditions.audience, asked != meant {
            throw CommandFailure(
                .usage,
                "the reply \(id) is \(meant.rawValue), and a \(asked.rawValue) one is asked for")
        }
        return template
    }

    /// Whom the template that was asked for is to be used for.
    private func audience(of named: ReplyTemplate) -> ReplyAudience {
        request.audience ?? named.conditions.audience ?? .everybody
    }

    private func audiences(
        _ situation: ReplySituation, _ named: ReplyTemplate?
    ) -> [ReplyAudience] {
        if let audience = request.audience { return [audience] }
        if let named { return [audience(of: named)] }
        return situation.topic.isComplaint ? [.everybody, .author] : [.everybody]
    }

    /// The best template and its text; a text that had to be passed over is noted.
    private func pick(
        _ fitting: [ReplyTemplate], _ mention: Mention, _ history: ReplyHistory,
        _ page: inout DraftPage
    ) throws(CommandFailure) -> (template: ReplyTemplate, index: Int) {
        guard let template = fitting.first else {
            throw CommandFailure(.software, "there is no template for mention \(mention.id)")
        }
        switch template.choice(for: mention.id, history, isAgain: request.isAgain) {
        case .text(let index, let passed):
            if let last = passed.first {
                page.notes.append(
                    "\(template.id) was drafted before, \(past(last, mention)); this is another wording "
                        + "of it.")
            }
            return (template, index)
        case .exhausted(let last):
            let count = template.texts.count
            let other = fitting.dropFirst().first { other in
                if case .text = other.choice(for: mention.id, history) { return true }
                return false
            }
            let texts = count == 1 ? "the text" : "each of the \(count) texts"
            throw CommandFailure(
                .failed,
                "\(texts) of \(template.id) was drafted before to this reader, last "
                    + "\(past(last, mention)); "
                    + (other.map { "--template \($0.id) has another, " }
                        ?? "add a wording to `replies`, ")
                    + "--again takes one all the same")
        }
    }

    private func past(_ draft: ReplyDraft, _ mention: Mention) -> String {
        let time = TimeText(zone: settings.business.timeZone, now: now).absolute(draft.at)
        return "on \(time) for "
            + (draft.mention == mention.id ? "this mention" : "mention \(draft.mention)")
    }
}

extension DraftPage {
    /// Adds the reply that a text of a template makes.
    fileprivate mutating func add(
        _ template: ReplyTemplate, _ index: Int, for audience: ReplyAudience, _ facts: ReplyFacts
    ) {
        let spoken = template.language ?? LetterLanguage(tag: language) ?? .english
        if template.language != nil { language = spoken.rawValue }
        let parts = [template.texts[index], template.signature].compactMap {
            $0?.rendered(facts, in: spoken)
        }.filter { !$0.isEmpty }
        replies.append(
            Reply(
                isPublic: audience == .everybody, template: template.id, wording: index + 1,
                wordings: template.texts.count, text: parts.joined(separator: "\n\n")))
    }
}
