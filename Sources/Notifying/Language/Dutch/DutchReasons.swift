import Model

extension DutchPhrases {
    func why(_ alert: AlertFacts) -> String {
        let rule = quoted(alert.rule.rawValue)
        return switch alert.event {
        case .mentions(_, worst: nil): "regel \(rule) sloeg aan"
        case .mentions(1, let worst?): "\(worst); gemeld door regel \(rule)"
        case .mentions(let count, let worst?):
            "regel \(rule) meldt \(self.count(.mentions(count))); de ergste: \(worst)"
        case .sources(let kind, let names): sources(kind, names)
        case .surge(let surge?, _): self.surge(surge)
        case .surge(nil, let brand):
            "meer vermeldingen dan gebruikelijk" + (brand.map { " van \($0)" } ?? "") + "; "
                + note(.inEnglish(alert.stored))
        case .drop(let drop?, _): self.drop(drop)
        case .drop(nil, let brand):
            "de beoordeling of het sentiment is gedaald" + (brand.map { ": \($0)" } ?? "") + "; "
                + note(.inEnglish(alert.stored))
        case .reminder(let count, let isReviews, let oldest, let answered):
            reminder(count, isReviews, oldest)
                + (answered > 0
                    ? semicolon
                        + counted(answered, "is intussen beantwoord", "zijn intussen beantwoord")
                    : "")
        case .digest(let name): "het is tijd voor \(quoted(name))"
        case .channel(let headline): headline
        case .test(let channel): "iemand heeft een test van kanaal \(channel) aangevraagd"
        }
    }

    private func reminder(_ count: Int, _ isReviews: Bool, _ oldest: String?) -> String {
        count == 1
            ? "een \(isReviews ? "review" : "vermelding") wacht nog op antwoord"
                + (oldest.map { ", sinds \($0)" } ?? "")
            : "\(figures.count(count)) \(isReviews ? "reviews" : "vermeldingen") wachten nog op "
                + "antwoord" + (oldest.map { "; de oudste sinds \($0)" } ?? "")
    }

    private func sources(_ kind: SourceNotice.Kind, _ names: [String]) -> String {
        guard names.count > 1 else { return "\(names.first ?? "?") \(predicate(kind, count: 1))" }
        let rest = names.count - 3
        return "\(figures.count(names.count)) bronnen \(predicate(kind, count: names.count)): "
            + names.prefix(3).joined(separator: ", ") + (rest > 0 ? " en nog \(rest)" : "")
    }

    private func surge(_ surge: SurgeTelling) -> String {
        let labels = surge.labels.map(attribute)
        let what = labels.isEmpty ? "" : labels.joined(separator: " of ") + " "
        let window =
            switch surge.window {
            case .hours(let count): time(.duration(count, .hour))
            case .days(let count): time(.duration(count, .day))
            }
        let usual =
            surge.usual.lowerBound == surge.usual.upperBound
            ? figures.count(surge.usual.lowerBound)
            : "\(figures.count(surge.usual.lowerBound)) tot \(figures.count(surge.usual.upperBound))"
        let rarity =
            switch surge.rarity {
            case .never: "minder dan eens in de 100 jaar"
            case .years(let count): "eens in de \(figures.count(count)) jaar"
            case .timesAYear(1): "eens per jaar"
            case .timesAYear(let count): "\(figures.count(count)) keer per jaar"
            }
        return "\(figures.count(surge.count)) \(what)"
            + "\(form(surge.count, "vermelding", "vermeldingen")) van \(surge.name) in \(window); "
            + "gebruikelijk: \(usual) (zoveel komt toevallig \(rarity) voor)"
    }

    private func attribute(_ label: Sentiment.Label) -> String {
        switch label {
        case .negative: "negatieve"
        case .neutral: "neutrale"
        case .positive: "positieve"
        case .unscored: "niet beoordeelde"
        }
    }

    private func drop(_ drop: DropTelling) -> String {
        let (before, recent) = (figures.localized(drop.before), figures.localized(drop.recent))
        let days = time(.duration(drop.days, .day))
        return switch drop.figure {
        case .rating:
            "de beoordeling van \(drop.name) daalde van \(before) naar \(recent) sterren: "
                + "\(counted(drop.count, "beoordeling", "beoordelingen")) in \(days) tegen "
                + "\(figures.count(drop.countBefore)) ervoor"
        case .sentiment:
            "het sentiment over \(drop.name) daalde van \(before) naar \(recent): "
                + "\(counted(drop.count, "beoordeelde vermelding", "beoordeelde vermeldingen")) in "
                + "\(days) tegen \(figures.count(drop.countBefore)) ervoor"
        }
    }

    func fact(_ fact: Weighing.Fact) -> String {
        switch fact {
        case .rating(let value, let scale, nil):
            "\(figures.localized(value)) van \(figures.localized(scale)) sterren"
        case .rating(let value, let scale, let stars?):
            "\(figures.localized(value)) van \(figures.localized(scale)) "
                + "(\(figures.localized(stars)) \(stars == "1" ? "ster" : "sterren"))"
        case .label(let label): self.label(label)
        case .strongWords: "sterke woorden"
        case .unsure: "geen zeker oordeel"
        case .sites(let count): "op \(counted(count, "site", "sites"))"
        case .survey: "een enquêteantwoord"
        case .complaint(let number): "\(number)e klacht van deze schrijver"
        }
    }

    func verdict(_ phrase: VerdictPhrase) -> String {
        switch phrase {
        case .noText: "Niet beoordeeld: er is geen tekst."
        case .unknownLanguage:
            "Niet beoordeeld: de taal is niet bekend, of er is te weinig tekst voor een oordeel."
        case .unreadLanguage(let code):
            "Niet beoordeeld: de taal (\(code)) leest Repute niet."
        case .tooLittleText: "Niet beoordeeld: de tekst zegt te weinig voor een oordeel."
        case .judged(let label):
            "Door een mens als \(self.label(label)) beoordeeld. Het programma zegt:"
        case .verdict(let label, let score, let sureness):
            "\(self.label(label).capitalizedFirst) (\(score), \(word(sureness)))"
        case .rated(let value, let scale): "beoordeeld met \(value) van \(scale)"
        case .textAlone(let label, let score):
            "de tekst alleen is \(self.label(label)) (\(score))"
        case .textAloneSaysNothing: "de tekst alleen geeft geen oordeel"
        case .nothingCounts: "geen woord ervan telt"
        case .balance(let terms): "lof en klacht houden elkaar in evenwicht: \(terms)"
        case .statement(let terms): "eerder een vaststelling dan een mening, ondanks \(terms)"
        case .tooLittle(let terms): "te weinig spreekt voor een van beide kanten: \(terms)"
        case .weakerWords(let count): counted(count, "zwakker woord", "zwakkere woorden")
        case .fromOwnList: "(uit uw eigen lijst)"
        case .and: " en "
        case .disagreement:
            "Beoordeling en tekst spreken elkaar tegen: iemand zou ernaar moeten kijken."
        }
    }

    private func word(_ sureness: Sureness) -> String {
        switch sureness {
        case .sure: "zeker"
        case .fairlySure: "vrij zeker"
        case .guess: "een gok"
        }
    }

    func rule(_ clause: ScoringClause) -> String {
        switch clause {
        case .negated(let words): "omgekeerd door \(words)"
        case .stronger(let words): "versterkt door \(words)"
        case .weaker(let words): "afgezwakt door \(words)"
        case .excessive(let words): "verergerd door \(words)"
        case .before(let words): "gehalveerd vóór \(words)"
        case .after(let words): "sterker na \(words)"
        case .conceded(let words): "minder sterk na \(words)"
        case .about(let words): "over \(words)"
        case .capitals: "luider door hoofdletters"
        case .exclamation: "luider door \(quoted("!"))"
        case .longLetters: "luider door lange letters"
        case .other: ""
        }
    }
}
