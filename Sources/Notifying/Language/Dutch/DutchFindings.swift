import Model

extension DutchPhrases {
    func finding(_ telling: NoticeTelling) -> String {
        switch telling {
        case .failing(let fault): finding(fault)
        case .gone, .delisted: ""
        case .reshaped(let command):
            "Aan de berichten ontbreekt iets wat ze tot nu toe hadden. Ze worden bewaard zoals ze zijn, maar misschien verkeerd gelezen."
                + " Als dit zo hoort: \(command)."
        case .emptied(let command):
            "De bron toont niets meer, terwijl er tot nu toe altijd iets stond."
                + " Als dit zo hoort: \(command)."
        case .silent(let days): "Al \(counted(days, "dag", "dagen")) kwam er niets nieuws."
        case .recovered(.history):
            "Wat er nu staat, geldt als geschiedenis en leidt niet tot een melding."
        case .recovered(.nothing): "Er ontbreekt niets: alles van eerder staat er nog."
        case .recovered(.perhaps):
            "Berichten uit de tussentijd kunnen ontbreken: van wat er stond, is niets meer te zien."
        case .speaking: "Er komt weer nieuws."
        case .moved(let address): "Het nieuwe adres: \(address)"
        case .returned(let address): "Het adres uit de configuratie geldt weer: \(address)"
        case .gap(let entries, let remedy):
            counted(entries, "bericht staat", "berichten staan")
                + " er nu, waarvan er geen bekend was." + " " + advice(remedy)
        case .churned(let entries, heldBack: 0):
            counted(entries, "bekend bericht heeft", "bekende berichten hebben")
                + " nieuwe nummers."
        case .churned(let entries, let heldBack):
            counted(entries, "bekend bericht heeft", "bekende berichten hebben")
                + " nieuwe nummers." + " "
                + counted(
                    heldBack, "ander bericht zonder datum is", "andere berichten zonder datum zijn")
                + " zonder melding bewaard."
        }
    }

    private func finding(_ fault: NoticeTelling.Fault) -> String {
        switch fault {
        case .unreachable: ""
        case .tooManyRequests: "De bron wijst Repute af omdat er te vaak is gevraagd."
        case .noAccess: "De bron weigert de toegang."
        case .notFound: "De bron is niet te vinden op het bekende adres."
        case .requestRefused: "De bron accepteert de aanvraag niet."
        case .serverFault: "De server van de bron heeft een storing."
        case .tooLarge: "Het antwoord is te groot om te lezen."
        case .empty: "Het antwoord is leeg."
        case .notAFeed: "Het antwoord is geen feed."
        case .malformed: "Het antwoord is beschadigd."
        }
    }

    private func advice(_ remedy: NoticeTelling.Remedy) -> String {
        switch remedy {
        case .shorterInterval: "Lees de bron vaker."
        case .none: "De bron was lang niet gelezen."
        case .longerFeed: "Vaker lezen zou niet helpen: zoek een feed van de bron die meer toont."
        }
    }
}
