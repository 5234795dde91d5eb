import Model

extension FrenchPhrases {
    func predicate(_ kind: SourceNotice.Kind, count: Int) -> String {
        let isOne = count == 1
        return switch kind {
        case .unreachable: isOne ? "est injoignable" : "sont injoignables"
        case .unreadable: isOne ? "n’est plus lisible" : "ne sont plus lisibles"
        case .quiet:
            isOne ? "est anormalement silencieuse" : "sont anormalement silencieuses"
        case .gone: isOne ? "n’existe plus" : "n’existent plus"
        case .recovered: isOne ? "fonctionne à nouveau" : "fonctionnent à nouveau"
        case .moved: isOne ? "a déménagé" : "ont déménagé"
        case .gap:
            isOne
                ? "a pu avoir des entrées qui manquent" : "ont pu avoir des entrées qui manquent"
        case .churn:
            isOne
                ? "a renuméroté des entrées connues" : "ont renuméroté des entrées connues"
        case .delisted:
            isOne
                ? "n’affiche plus ce qui s’y trouvait" : "n’affichent plus ce qui s’y trouvait"
        }
    }

    func meaning(of kind: SourceNotice.Kind) -> String {
        switch kind {
        case .unreachable:
            "Repute continue d’essayer et vous préviendra dès que la source répondra. Si plusieurs sources "
                + "sont touchées en même temps, vérifiez votre connexion internet."
        case .unreadable:
            "La source répond, mais pas d’une façon que Repute sache lire. Vérifiez la source ou sa "
                + "recette."
        case .quiet:
            "La source répond, mais n’apporte rien de nouveau depuis anormalement longtemps. Regardez-la "
                + "dans un navigateur\(colon)son adresse ou sa recherche a pu changer."
        case .gone:
            "Le serveur indique que la source n’existe plus. Repute ne l’interroge plus qu’une fois par "
                + "jour."
        case .recovered: "La source est de nouveau lue comme avant."
        case .moved:
            "La source a une nouvelle adresse, où elle est lue désormais. Inscrivez la nouvelle adresse "
                + "dans la configuration."
        case .gap:
            "Des entrées ont pu apparaître et disparaître entre deux lectures."
        case .churn:
            "Des entrées connues sont revenues sous de nouveaux identifiants\(semicolon)elles ne sont pas "
                + "signalées une seconde fois."
        case .delisted: "Ces mentions ne se trouvent plus là où elles étaient."
        }
    }

    func source(_ phrase: SourcePhrase) -> String {
        switch phrase {
        case .since(let time): "Depuis le \(time)"
        case .noticed(let time): "Constaté le \(time)"
        case .lastRead(let time): "Dernière lecture correcte le \(time)"
        case .neverRead: "Jamais lue correctement jusqu’ici"
        case .serverSaid(let words): "D’après le journal (en anglais)\(colon)\(quoted(words))"
        }
    }

    func channel(_ phrase: ChannelPhrase) -> String {
        switch phrase {
        case .deliversAgain(let name): "Le canal \(name) distribue à nouveau"
        case .couldNotDeliver(let name): "Le canal \(name) n’a pas pu distribuer"
        case .takesNoMore(let name): "Le canal \(name) n’accepte plus de lettres"
        case .cantDeliver(let name, let since):
            "Le canal \(name) ne peut pas distribuer" + (since.map { " depuis \($0)" } ?? "")
        case .nothingLost(waiting: 0):
            "Rien n’a été perdu\(colon)ce qui attendait a été envoyé."
        case .nothingLost(let count):
            "Rien n’a été perdu\(colon)\(wait(count)) encore et "
                + "\(form(count, "sera envoyée", "seront envoyées l’une après l’autre"))."
        case .worksMeanwhile: "Il fonctionne à nouveau entre-temps\(semicolon)rien n’a été perdu."
        case .switchedOffMeaning:
            "Son destinataire a répondu qu’il ne veut plus de lettres\(semicolon)rien n’y est donc envoyé "
                + "tant que vous ne le demandez pas. Les alertes continuent par vos autres canaux."
        case .waitMeaning:
            "Les alertes qui devaient y aller attendent et seront envoyées quand il fonctionnera. Ce "
                + "message est arrivé par un autre canal."
        case .failingSince(let time): "En panne depuis le \(time)"
        case .switchedOff(let time): "Coupé par son destinataire le \(time)"
        case .failedAttempts(let count): "Essais manqués\(colon)\(figures.count(count))"
        case .lastError(let error): "Dernière erreur (en anglais)\(colon)\(quoted(error))"
        case .lastDelivered(let time): "Dernière lettre remise le \(time)"
        case .neverDelivered: "Il n’a encore jamais remis de lettre"
        case .waitFor(let count): wait(count)
        case .nextTry(let time): "Prochain essai le \(time)"
        case .tryIt: "Une fois réparé, testez-le"
        case .sendNow: "Envoyer maintenant ce qui attend"
        }
    }

    private func wait(_ count: Int) -> String {
        counted(count, "lettre attend", "lettres attendent")
    }
}
