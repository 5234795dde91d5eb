import FoundationEssentials
import Model
import Reporting
import Storage

/// Adds one event to the mentions that are chosen, once somebody agreed.
struct TriageRun {
    /// How many mentions are shown before the question.
    private static let previewLength = 20

    let choice: MentionChoice
    let change: TriageChange
    let workplace: Workplace
    let dialogue: Dialogue

    /// What was done, or would be.
    func page() async throws -> TriageResultPage {
        try await workplace.withStore { try await page(in: $0) }
    }

    /// The same in a store that is open.
    func page(in store: any Store) async throws -> TriageResultPage {
        let selected = try await store.select(
            choice.selection(in: workplace), limit: MentionChoice.limit)
        var page = TriageResultPage(action: change.action, isDryRun: choice.dryRun)
        page.missing = selected.missing
        guard !selected.mentions.isEmpty else { return page }
        let asks = choice.isByFilter && selected.mentions.count > 1 && !choice.yes
        if choice.dryRun || asks {
            let trial = try await store.triage(selected.mentions, by: change, isTrial: true)
            page.take(trial)
            guard !choice.dryRun, !trial.changed.isEmpty else { return page }
            guard try await isConfirmed(trial, in: store) else {
                page.isDeclined = true
                return page
            }
        }
        page.take(try await store.triage(selected.mentions, by: change, isTrial: false))
        return page
    }

    private func isConfirmed(_ trial: TriageReceipt, in store: any Store) async throws -> Bool {
        let count = trial.changed.count
        guard dialogue.isInteractive else {
            throw CommandFailure(
                .usage,
                "\(count) mentions would be changed and nobody is there to be asked; --yes changes "
                    + "them without asking, --dry-run only shows them")
        }
        var mentions: [Mention] = []
        for change in trial.changed.prefix(Self.previewLength) {
            if let mention = try await store.mention(change.mention) { mentions.append(mention) }
        }
        let rest = count - mentions.count
        let listing = MentionListing.listing(
            mentions, names: workplace.names, footer: rest > 0 ? ["and \(rest) more"] : [])
        dialogue.show(listing.rendered(as: .table, for: workplace.reader) + "\n")
        let which = count == 1 ? "this mention" : "these \(count) mentions"
        return try await dialogue.confirms(
            "\(TriageWords.request(change.action)) \(which)?", otherwise: false)
    }
}

extension TriageResultPage {
    /// Takes over what came of the change.
    fileprivate mutating func take(_ receipt: TriageReceipt) {
        changed = receipt.changed.map {
            Change(mention: $0.mention, before: $0.before, after: $0.after)
        }
        refused = receipt.refused.map {
            Refusal(
                mention: $0.mention, reason: $0.reason.rawValue, state: $0.state,
                sentence: Self.sentence(on: $0, action: action))
        }
    }

    private static func sentence(
        on refusal: TriageReceipt.Refusal, action: TriageEvent.Action
    ) -> String {
        let state = refusal.state.map(TriageWords.state) ?? "unknown"
        switch (refusal.reason, action) {
        case (.unknown, _): return "there is no such mention"
        case (.already, .assigned): return "is assigned so already"
        case (.already, .noted): return "has this note already"
        case (.already, _): return "is \(state) already"
        case (.closed, _): return "is \(state); `repute reopen` first, if it waits again"
        case (.open, _): return "waits already: it is \(state)"
        case (.needsAnswer, _):
            return "was reopened though the source shows a reply; answer or resolve it"
        }
    }
}
