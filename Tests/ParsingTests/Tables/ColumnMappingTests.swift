import Testing

@testable import Parsing

struct `The columns of a table` {
    private func named(_ names: [String]) -> [TableField: String] {
        ColumnMapping(guessing: names).columns.mapValues { names[$0] }
    }

    @Test(arguments: [
        ["Review ID", "Date", "Reviewer", "Star Rating", "Title", "Review", "URL"],
        ["ID", "Datum", "Verfasser", "Bewertung", "Titel", "Kommentar", "Link"],
        ["identifiant", "Date de création", "Auteur", "Note", "Titre", "Commentaire", "Lien"],
        ["id", "Fecha", "Autor", "Puntuación", "Título", "Reseña", "Enlace"],
        ["id", "Data", "Autore", "Valutazione", "Titolo", "Recensione", "Collegamento"],
        ["id", "Datum", "Naam", "Beoordeling", "Titel", "Opmerking", "Link"],
        ["id", "Data", "Cliente", "Avaliação", "Título", "Comentário", "Link"],
        [
            "reviewId", "createdAt", "userName", "starRating", "reviewTitle", "reviewText",
            "reviewUrl",
        ],
    ])
    func `are known by their names in seven languages`(names: [String]) {
        let expected: [TableField: String] = [
            .id: names[0], .date: names[1], .author: names[2], .rating: names[3],
            .title: names[4], .text: names[5], .url: names[6],
        ]
        #expect(named(names) == expected)
    }

    @Test func `are known by the questions of surveys`() {
        let names = [
            "Response ID", "Submitted At", "How likely are you to recommend us to a friend?",
            "What could we do better?",
        ]
        #expect(
            named(names) == [.id: names[0], .date: names[1], .rating: names[2], .text: names[3]])
        let german = ["Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?", "Warum?"]
        #expect(named(german) == [.rating: german[0], .text: german[1]])
    }

    @Test func `hold one thing each`() {
        let mapping = ColumnMapping(guessing: ["Comment", "Comments"])
        #expect(mapping.columns == [.text: 0])
        var moved = mapping
        moved.set(.title, to: 0)
        #expect(moved.columns == [.title: 0])
        moved.remove(.title)
        #expect(moved.columns.isEmpty && !moved.isUsable)
    }

    @Test func `are found without regard to case and accents`() {
        #expect(ColumnMapping.place(of: "resena", among: ["Id", "Reseña"]) == 1)
        #expect(ColumnMapping.place(of: "id", among: ["ID", "id"]) == 1)
        #expect(ColumnMapping.place(of: "none", among: ["ID"]) == nil)
    }

    @Test func `that say nothing are left alone`() {
        #expect(named(["Q17_3", "", "xx"]).isEmpty)
    }
}
