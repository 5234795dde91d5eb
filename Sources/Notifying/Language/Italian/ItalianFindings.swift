import Model

extension ItalianPhrases {
    func finding(_ telling: NoticeTelling) -> String {
        switch telling {
        case .failing(let fault): finding(fault)
        case .gone, .delisted: ""
        case .reshaped(let command):
            "Alle voci manca qualcosa che finora avevano. Vengono salvate così come sono, ma forse lette male."
                + " Se deve essere così: \(command)."
        case .emptied(let command):
            "La fonte non mostra più nulla, anche se finora mostrava sempre qualcosa."
                + " Se deve essere così: \(command)."
        case .silent(let days): "Nulla di nuovo da \(counted(days, "giorno", "giorni"))."
        case .recovered(.history):
            "Ciò che mostra ora vale come storico e non genera avvisi."
        case .recovered(.nothing): "Non manca nulla: tutto ciò che mostrava è ancora lì."
        case .recovered(.perhaps):
            "Possono mancare voci di quel periodo: non resta nulla di ciò che mostrava."
        case .speaking: "Porta di nuovo novità."
        case .moved(let address): "Il nuovo indirizzo: \(address)"
        case .returned(let address): "Vale di nuovo l’indirizzo della configurazione: \(address)"
        case .gap(let entries, let remedy):
            "La fonte mostra \(counted(entries, "voce", "voci")), e nessuna era già nota." + " "
                + advice(remedy)
        case .churned(let entries, heldBack: 0):
            counted(entries, "voce nota ha", "voci note hanno") + " nuovi identificativi."
        case .churned(let entries, let heldBack):
            counted(entries, "voce nota ha", "voci note hanno") + " nuovi identificativi." + " "
                + counted(
                    heldBack, "altra voce senza data è stata salvata",
                    "altre voci senza data sono state salvate") + " senza avviso."
        }
    }

    private func finding(_ fault: NoticeTelling.Fault) -> String {
        switch fault {
        case .unreachable: ""
        case .tooManyRequests: "La fonte respinge Repute perché le richieste sono troppo frequenti."
        case .noAccess: "La fonte nega l’accesso."
        case .notFound: "La fonte non si trova al suo indirizzo."
        case .requestRefused: "La fonte non accetta la richiesta."
        case .serverFault: "Il server della fonte ha un guasto."
        case .tooLarge: "La risposta della fonte è troppo grande per essere letta."
        case .empty: "La risposta della fonte è vuota."
        case .notAFeed: "La risposta della fonte non è un feed."
        case .malformed: "La risposta della fonte è malformata."
        }
    }

    private func advice(_ remedy: NoticeTelling.Remedy) -> String {
        switch remedy {
        case .shorterInterval: "Conviene interrogare la fonte più spesso."
        case .none: "La fonte non era stata letta da molto tempo."
        case .longerFeed:
            "Interrogarla più spesso non servirebbe: conviene cercare un feed della fonte che mostri di più."
        }
    }
}
