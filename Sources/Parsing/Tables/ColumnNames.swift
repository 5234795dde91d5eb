/// What columns are called in exports of reviews and surveys, folded by `FoldedName`.
enum ColumnNames {
    /// Names of a field, the most telling first.
    struct Match {
        var field: TableField
        /// Whether the name has to be one of the words, or only to have them among others.
        var isWhole: Bool
        var words: [String]
    }

    static let exact: [Match] = [
        Match(field: .id, isWhole: true, words: ids),
        Match(field: .date, isWhole: true, words: dates),
        Match(field: .rating, isWhole: true, words: ratings),
        Match(field: .reply, isWhole: true, words: replies),
        Match(field: .text, isWhole: true, words: texts),
        Match(field: .title, isWhole: true, words: titles),
        Match(field: .author, isWhole: true, words: authors),
        Match(field: .url, isWhole: true, words: urls),
        Match(field: .language, isWhole: true, words: languages),
    ]

    /// Words that tell a column within a longer name, such as the question of a survey.
    static let telling: [Match] = [
        Match(
            field: .rating, isWhole: false,
            words: [
                "nps", "csat", "recommend", "weiterempfehlen", "weiterempfehlung", "empfehlen",
                "recommanderiez", "recomendaria", "recomendarias", "consiglieresti", "aanbevelen",
                "how satisfied", "zufrieden", "satisfait", "rating", "stars", "sterne", "bewertung",
                "score", "punteggio", "puntuacion", "note",
            ]),
        Match(
            field: .reply, isWhole: false,
            words: ["reply", "owner response", "developer reply", "antwort", "reponse"]),
        Match(
            field: .text, isWhole: false,
            words: [
                "comment", "comments", "feedback", "review", "why", "kommentar", "warum",
                "commentaire", "pourquoi", "comentario", "por que", "commento", "perche",
                "opmerking", "waarom", "verbatim", "improve", "better", "besser",
            ]),
        Match(
            field: .date, isWhole: false,
            words: ["date", "datum", "fecha", "data", "time", "timestamp", "submitted", "created"]),
        Match(
            field: .author, isWhole: false,
            words: ["author", "name", "reviewer", "customer", "kunde", "client", "cliente"]),
        Match(field: .url, isWhole: false, words: ["url", "link"]),
    ]

    private static let ids = [
        "id", "review id", "reviewid", "response id", "responseid", "entry id", "uuid", "guid",
        "respondent id", "answer id", "ticket id", "nr", "kennung", "identifiant", "identificador",
    ]
    private static let dates = [
        "date", "published", "published at", "created", "created at", "review date", "datum",
        "submitted at", "submit date", "date submitted", "completed at", "end date", "time",
        "timestamp", "date posted", "posted", "erstellt", "erstellt am", "bewertungsdatum",
        "zeitstempel", "date de creation", "date de l avis", "fecha", "fecha de creacion", "data",
        "data di creazione", "data da avaliacao", "aangemaakt", "aangemaakt op", "datum tijd",
        "review submit date and time", "start date", "updated at",
    ]
    private static let ratings = [
        "rating", "stars", "star rating", "review rating", "score", "nps", "nps score", "csat",
        "csat score", "satisfaction", "note", "bewertung", "sterne", "punkte", "wertung",
        "gesamtbewertung", "evaluation", "etoiles", "nombre d etoiles", "notation", "puntuacion",
        "calificacion", "valoracion", "estrellas", "valutazione", "punteggio", "stelle", "voto",
        "beoordeling", "cijfer", "sterren", "waardering", "avaliacao", "nota", "estrelas",
        "classificacao", "overall", "overall rating", "grade",
    ]
    private static let replies = [
        "reply", "response", "owner reply", "owner response", "company reply", "business reply",
        "developer reply", "developer reply text", "antwort", "antwort des inhabers", "reponse",
        "reponse du proprietaire", "respuesta", "risposta", "reactie", "antwoord", "resposta",
    ]
    private static let texts = [
        "text", "review", "review text", "review body", "body", "comment", "comments", "content",
        "message", "feedback", "verbatim", "description", "answer", "kommentar", "kommentare",
        "bewertungstext", "rezension", "nachricht", "freitext", "meinung", "commentaire",
        "commentaires", "avis", "texte", "temoignage", "comentario", "comentarios", "resena",
        "opinion", "texto", "commento", "commenti", "recensione", "testo", "opmerking",
        "opmerkingen", "recensie", "tekst", "toelichting", "opiniao", "mensagem", "critica",
    ]
    private static let titles = [
        "title", "review title", "headline", "subject", "summary", "titel", "uberschrift",
        "betreff", "titre", "sujet", "titulo", "asunto", "titolo", "oggetto", "onderwerp",
        "assunto",
    ]
    private static let authors = [
        "author", "author name", "reviewer", "reviewer name", "name", "user", "username",
        "user name", "nickname", "customer", "customer name", "display name", "autor", "verfasser",
        "kunde", "kundenname", "nutzer", "benutzer", "benutzername", "auteur", "nom", "client",
        "pseudo", "utilisateur", "nombre", "cliente", "usuario", "autore", "nome", "utente",
        "naam", "klant", "gebruiker", "utilizador", "full name", "consumer", "by",
    ]
    private static let urls = [
        "url", "link", "review url", "review link", "permalink", "href", "web address", "adresse",
        "lien", "enlace", "collegamento",
    ]
    private static let languages = [
        "language", "lang", "locale", "reviewer language", "sprache", "langue", "idioma", "lingua",
        "taal", "language code",
    ]
}
