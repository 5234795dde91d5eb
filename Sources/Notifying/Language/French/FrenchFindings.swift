import Model

extension FrenchPhrases {
    func finding(_ telling: NoticeTelling) -> String {
        switch telling {
        case .failing(let fault): finding(fault)
        case .gone, .delisted: ""
        case .reshaped(let command):
            "Il manque aux entrées quelque chose qu’elles avaient jusqu’ici. Elles sont enregistrées telles quelles, mais peut-être mal lues."
                + " Si c’est voulu\(colon)\(command)."
        case .emptied(let command):
            "La source n’affiche plus rien, alors qu’elle affichait toujours quelque chose."
                + " Si c’est voulu\(colon)\(command)."
        case .silent(let days): "Rien de nouveau depuis \(counted(days, "jour", "jours"))."
        case .recovered(.history):
            "Ce qu’elle affiche maintenant compte comme historique et ne déclenche pas d’alerte."
        case .recovered(.nothing): "Rien ne manque\(colon)tout ce qu’elle affichait y est encore."
        case .recovered(.perhaps):
            "Des entrées parues entre-temps peuvent manquer\(colon)rien de ce qu’elle affichait n’y est plus."
        case .speaking: "Elle apporte de nouveau du neuf."
        case .moved(let address): "Nouvelle adresse\(colon)\(address)"
        case .returned(let address):
            "L’adresse de la configuration est de nouveau valable\(colon)\(address)"
        case .gap(let entries, let remedy):
            "La source affiche \(counted(entries, "entrée", "entrées")), dont aucune n’était connue."
                + " " + advice(remedy)
        case .churned(let entries, heldBack: 0):
            counted(entries, "entrée connue a", "entrées connues ont")
                + " de nouveaux identifiants."
        case .churned(let entries, let heldBack):
            counted(entries, "entrée connue a", "entrées connues ont")
                + " de nouveaux identifiants." + " "
                + counted(
                    heldBack, "autre entrée sans date a été enregistrée",
                    "autres entrées sans date ont été enregistrées") + " sans alerte."
        }
    }

    private func finding(_ fault: NoticeTelling.Fault) -> String {
        switch fault {
        case .unreachable: ""
        case .tooManyRequests:
            "La source éconduit Repute parce que les demandes sont trop fréquentes."
        case .noAccess: "La source refuse l’accès."
        case .notFound: "La source est introuvable à son adresse."
        case .requestRefused: "La source n’accepte pas la demande."
        case .serverFault: "Le serveur de la source est en panne."
        case .tooLarge: "La réponse de la source est trop volumineuse pour être lue."
        case .empty: "La réponse de la source est vide."
        case .notAFeed: "La réponse de la source n’est pas un flux."
        case .malformed: "La réponse de la source est mal formée."
        }
    }

    private func advice(_ remedy: NoticeTelling.Remedy) -> String {
        switch remedy {
        case .shorterInterval: "Interrogez la source plus souvent."
        case .none: "La source n’avait pas été lue depuis longtemps."
        case .longerFeed:
            "L’interroger plus souvent n’y changerait rien\(colon)cherchez un flux de la source qui en affiche davantage."
        }
    }
}
