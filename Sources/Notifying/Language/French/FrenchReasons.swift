import Model

extension FrenchPhrases {
    func why(_ alert: AlertFacts) -> String {
        let rule = quoted(alert.rule.rawValue)
        return switch alert.event {
        case .mentions(_, worst: nil): "la règle \(rule) s’est déclenchée"
        case .mentions(1, let worst?): "\(worst)\(semicolon)signalé par la règle \(rule)"
        case .mentions(let count, let worst?):
            "la règle \(rule) signale \(self.count(.mentions(count)))\(semicolon)la pire\(colon)\(worst)"
        case .sources(let kind, let names): sources(kind, names)
        case .surge(let surge?, _): self.surge(surge)
        case .surge(nil, let brand):
            "plus de mentions que d’habitude" + (brand.map { " pour \($0)" } ?? "") + semicolon
                + note(.inEnglish(alert.stored))
        case .drop(let drop?, _): self.drop(drop)
        case .drop(nil, let brand):
            "la note ou le sentiment a baissé" + (brand.map { " pour \($0)" } ?? "") + semicolon
                + note(.inEnglish(alert.stored))
        case .reminder(let count, let isReviews, let oldest, let answered):
            reminder(count, isReviews, oldest)
                + (answered > 0
                    ? semicolon
                        + counted(
                            answered, "a reçu une réponse entre-temps",
                            "ont reçu une réponse entre-temps") : "")
        case .digest(let name): "c’est l’heure de \(quoted(name))"
        case .channel(let headline): headline
        case .test(let channel): "quelqu’un a demandé un test du canal \(channel)"
        }
    }

    private func reminder(_ count: Int, _ isReviews: Bool, _ oldest: String?) -> String {
        count == 1
            ? "\(isReviews ? "un avis" : "une mention") attend toujours une réponse"
                + (oldest.map { ", depuis le \($0)" } ?? "")
            : "\(figures.count(count)) \(isReviews ? "avis" : "mentions") attendent toujours une "
                + "réponse"
                + (oldest.map {
                    semicolon + (isReviews ? "le plus ancien" : "la plus ancienne")
                        + " depuis le \($0)"
                } ?? "")
    }

    private func sources(_ kind: SourceNotice.Kind, _ names: [String]) -> String {
        guard names.count > 1 else { return "\(names.first ?? "?") \(predicate(kind, count: 1))" }
        let rest = names.count - 3
        return
            "\(figures.count(names.count)) sources \(predicate(kind, count: names.count))\(colon)"
            + names.prefix(3).joined(separator: ", ")
            + (rest > 0 ? " et \(counted(rest, "autre", "autres"))" : "")
    }

    private func surge(_ surge: SurgeTelling) -> String {
        let labels = surge.labels.map { label in
            form(surge.count, feminine(label), feminine(label) + "s")
        }
        let what = labels.isEmpty ? "" : " " + labels.joined(separator: " ou ")
        let window =
            switch surge.window {
            case .hours(let count): time(.duration(count, .hour))
            case .days(let count): time(.duration(count, .day))
            }
        let usual =
            surge.usual.lowerBound == surge.usual.upperBound
            ? figures.count(surge.usual.lowerBound)
            : "\(figures.count(surge.usual.lowerBound)) à \(figures.count(surge.usual.upperBound))"
        let rarity =
            switch surge.rarity {
            case .never: "moins d’une fois en 100 ans"
            case .years(let count): "une fois en \(counted(count, "an", "ans"))"
            case .timesAYear(let count): "\(figures.count(count)) fois par an"
            }
        return
            "\(self.count(.mentions(surge.count)))\(what) de \(surge.name) en \(window)\(semicolon)"
            + "d’ordinaire \(usual) (par hasard, cela arrive \(rarity))"
    }

    private func feminine(_ label: Sentiment.Label) -> String {
        switch label {
        case .negative: "négative"
        case .neutral: "neutre"
        case .positive: "positive"
        case .unscored: "non évaluée"
        }
    }

    private func drop(_ drop: DropTelling) -> String {
        let (before, recent) = (figures.localized(drop.before), figures.localized(drop.recent))
        let days = time(.duration(drop.days, .day))
        return switch drop.figure {
        case .rating:
            "la note de \(drop.name) est passée de \(before) à \(recent) étoiles\(colon)"
                + "\(counted(drop.count, "note", "notes")) en \(days) contre "
                + "\(figures.count(drop.countBefore)) auparavant"
        case .sentiment:
            "le sentiment sur \(drop.name) est passé de \(before) à \(recent)\(colon)"
                + "\(counted(drop.count, "mention évaluée", "mentions évaluées")) en \(days) contre "
                + "\(figures.count(drop.countBefore)) auparavant"
        }
    }

    func fact(_ fact: Weighing.Fact) -> String {
        switch fact {
        case .rating(let value, let scale, nil):
            "\(figures.localized(value)) \((Double(value) ?? 2) < 2 ? "étoile" : "étoiles") sur "
                + figures.localized(scale)
        case .rating(let value, let scale, let stars?):
            "\(figures.localized(value)) sur \(figures.localized(scale)) "
                + "(\(figures.localized(stars)) \(stars == "1" ? "étoile" : "étoiles"))"
        case .label(let label): self.label(label)
        case .strongWords: "mots forts"
        case .unsure: "verdict incertain"
        case .sites(let count): "sur \(counted(count, "site", "sites"))"
        case .survey: "une réponse à un sondage"
        case .complaint(let number):
            number == 1
                ? "1\u{02B3}\u{1D49} plainte de cet auteur"
                : "\(number)\u{1D49} plainte de cet auteur"
        }
    }

    func verdict(_ phrase: VerdictPhrase) -> String {
        switch phrase {
        case .noText: "Non évalué\(colon)il n’y a pas de texte."
        case .unknownLanguage:
            "Non évalué\(colon)la langue n’est pas connue, ou le texte est trop court pour en juger."
        case .unreadLanguage(let code):
            "Non évalué\(colon)la langue (\(code)) n’est pas de celles que Repute lit."
        case .tooLittleText: "Non évalué\(colon)le texte en dit trop peu pour en juger."
        case .judged(let label):
            "Jugé \(self.label(label)) par une personne. Le programme dit\(colonMark)"
        case .verdict(let label, let score, let sureness):
            "\(self.label(label).capitalizedFirst) (\(score), \(word(sureness)))"
        case .rated(let value, let scale): "noté \(value) sur \(scale)"
        case .textAlone(let label, let score): "le texte seul est \(self.label(label)) (\(score))"
        case .textAloneSaysNothing: "le texte seul ne permet pas de juger"
        case .nothingCounts: "aucun mot ne compte"
        case .balance(let terms): "éloges et reproches s’équilibrent\(colon)\(terms)"
        case .statement(let terms): "plutôt un constat qu’une opinion, malgré \(terms)"
        case .tooLittle(let terms): "trop peu parle pour un côté ou l’autre\(colon)\(terms)"
        case .weakerWords(let count):
            counted(count, "mot plus faible", "mots plus faibles")
        case .fromOwnList: "(de votre propre liste)"
        case .and: " et "
        case .disagreement: "La note et le texte se contredisent\(colon)quelqu’un devrait regarder."
        }
    }

    private func word(_ sureness: Sureness) -> String {
        switch sureness {
        case .sure: "sûr"
        case .fairlySure: "assez sûr"
        case .guess: "une supposition"
        }
    }

    func rule(_ clause: ScoringClause) -> String {
        switch clause {
        case .negated(let words): "inversé par \(words)"
        case .stronger(let words): "renforcé par \(words)"
        case .weaker(let words): "atténué par \(words)"
        case .excessive(let words): "aggravé par \(words)"
        case .before(let words): "réduit de moitié avant \(words)"
        case .after(let words): "plus fort après \(words)"
        case .conceded(let words): "moins fort après \(words)"
        case .about(let words): "à propos de \(words)"
        case .capitals: "appuyé par les majuscules"
        case .exclamation: "appuyé par \(quoted("!"))"
        case .longLetters: "appuyé par les lettres répétées"
        case .other: ""
        }
    }
}
