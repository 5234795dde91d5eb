import Model

extension DutchPhrases {
    func predicate(_ kind: SourceNotice.Kind, count: Int) -> String {
        let isOne = count == 1
        return switch kind {
        case .unreachable: isOne ? "is niet bereikbaar" : "zijn niet bereikbaar"
        case .unreadable: isOne ? "is niet meer leesbaar" : "zijn niet meer leesbaar"
        case .quiet: isOne ? "is ongewoon stil" : "zijn ongewoon stil"
        case .gone: isOne ? "bestaat niet meer" : "bestaan niet meer"
        case .recovered: isOne ? "werkt weer" : "werken weer"
        case .moved: isOne ? "is verhuisd" : "zijn verhuisd"
        case .gap:
            isOne
                ? "had misschien berichten die ontbreken"
                : "hadden misschien berichten die ontbreken"
        case .churn:
            isOne
                ? "gaf bekende berichten nieuwe nummers" : "gaven bekende berichten nieuwe nummers"
        case .delisted:
            isOne
                ? "toont niet meer wat er stond" : "tonen niet meer wat er stond"
        }
    }

    func meaning(of kind: SourceNotice.Kind) -> String {
        switch kind {
        case .unreachable:
            "Repute blijft het proberen en laat het u weten zodra de bron weer antwoordt. Zijn er meerdere "
                + "bronnen tegelijk getroffen, controleer dan uw internetverbinding."
        case .unreadable:
            "De bron antwoordt, maar niet zo dat Repute het kan lezen. Controleer de bron of het recept."
        case .quiet:
            "De bron antwoordt, maar brengt al ongewoon lang niets nieuws. Bekijk de bron in een browser: "
                + "het adres of de zoekopdracht kan veranderd zijn."
        case .gone:
            "De server meldt dat de bron niet meer bestaat. Repute kijkt er nog maar één keer per dag."
        case .recovered: "De bron wordt weer gelezen als voorheen."
        case .moved:
            "De bron heeft een nieuw adres en wordt voortaan daar gelezen. Zet het nieuwe adres in de "
                + "configuratie."
        case .gap:
            "Tussen twee keer lezen kunnen berichten gekomen en verdwenen zijn."
        case .churn:
            "Bekende berichten kwamen terug onder nieuwe nummers; ze worden niet nog eens gemeld."
        case .delisted: "Deze vermeldingen staan niet meer waar ze stonden."
        }
    }

    func source(_ phrase: SourcePhrase) -> String {
        switch phrase {
        case .since(let time): "Sinds \(time)"
        case .noticed(let time): "Opgemerkt op \(time)"
        case .lastRead(let time): "Laatst goed gelezen op \(time)"
        case .neverRead: "Tot nu toe nooit goed gelezen"
        case .serverSaid(let words): "Volgens het logboek (Engels): \(quoted(words))"
        }
    }

    func channel(_ phrase: ChannelPhrase) -> String {
        switch phrase {
        case .deliversAgain(let name): "Kanaal \(name) bezorgt weer"
        case .couldNotDeliver(let name): "Kanaal \(name) kon niet bezorgen"
        case .takesNoMore(let name): "Kanaal \(name) neemt geen brieven meer aan"
        case .cantDeliver(let name, let since):
            "Kanaal \(name) kan\(since.map { " sinds \($0)" } ?? "") niet bezorgen"
        case .nothingLost(waiting: 0): "Er ging niets verloren: wat wachtte, is verstuurd."
        case .nothingLost(let count):
            "Er ging niets verloren: \(wait(count)) nog en "
                + "\(form(count, "wordt verstuurd", "worden een voor een verstuurd"))."
        case .worksMeanwhile: "Het werkt inmiddels weer; er ging niets verloren."
        case .switchedOffMeaning:
            "De ontvanger antwoordde dat hij geen brieven meer wil. Daarom wordt er niets meer naartoe "
                + "gestuurd totdat u erom vraagt. Meldingen gaan door via uw andere kanalen."
        case .waitMeaning:
            "Meldingen die daarheen hadden moeten gaan, wachten en worden verstuurd zodra het weer werkt. "
                + "Deze mail kwam via een ander kanaal."
        case .failingSince(let time): "Storing sinds \(time)"
        case .switchedOff(let time): "Uitgezet door de ontvanger op \(time)"
        case .failedAttempts(let count): "Mislukte pogingen: \(figures.count(count))"
        case .lastError(let error): "Laatste fout (Engels): \(quoted(error))"
        case .lastDelivered(let time): "Laatste brief bezorgd op \(time)"
        case .neverDelivered: "Het heeft nog nooit een brief bezorgd"
        case .waitFor(let count): wait(count)
        case .nextTry(let time): "Volgende poging op \(time)"
        case .tryIt: "Test het wanneer het hersteld is"
        case .sendNow: "Verstuur nu wat wacht"
        }
    }

    private func wait(_ count: Int) -> String { counted(count, "brief wacht", "brieven wachten") }
}
