/// The names that APIs give to the fields of a review, best first, for payloads without a recipe.
enum FieldNames {
    static let names: [RecipeField: [String]] = [
        .id: [
            "id", "uuid", "guid", "reviewid", "commentid", "postid", "entryid", "externalid",
            "reviewuuid", "responseid", "objectid", "uid", "key", "questionid", "recommendationid",
        ],
        .url: [
            "url", "link", "permalink", "href", "htmlurl", "weburl", "reviewurl", "canonicalurl",
        ],
        .title: ["title", "headline", "subject", "reviewtitle", "heading"],
        .text: [
            "text", "body", "content", "comment", "review", "reviewtext", "reviewbody", "message",
            "comments", "description", "contenttext", "feedback", "answer", "bodytext",
            "contenthtml",
            "bodyhtml", "cooked", "excerpt", "summary",
            "selftext", "commenttext", "storytext",
        ],
        .author: [
            "author", "authorname", "user", "username", "nickname", "displayname", "name",
            "reviewer",
            "reviewername", "customer", "customername", "consumer", "screenname", "login", "handle",
        ],
        .rating: [
            "rating", "stars", "starrating", "ratingvalue", "overallrating", "reviewrating", "rate",
            "score", "grade", "votedup", "recommended",
        ],
        .published: [
            "createdat", "published", "publishedat", "datepublished", "created", "date",
            "submittedat", "submissiondate", "createtime", "creationdate", "publishtime",
            "reviewdate",
            "timecreated", "timestamp", "time", "postedat", "datecreated", "createdon",
            "timestampcreated", "createdutc",
        ],
        .updated: [
            "updatedat", "updated", "updatetime", "datemodified", "modified", "modifiedat",
            "lastmodified", "editedat",
        ],
        .language: ["language", "lang", "locale", "languagecode"],
        .reply: [
            "reply", "response", "ownerresponse", "companyreply", "merchantreply", "reviewreply",
        ],
    ]

    /// Objects whose name and address belong to a person, so that they never are those of the entry.
    static let people: Set<String> = [
        "author", "user", "reviewer", "customer", "consumer", "owner", "account", "profile",
        "writer",
    ]

    /// `key` in lower case without prefix and separators, so that `created_at`, `createdAt` and
    /// `dc:createdAt` are one.
    static func folded(_ key: String) -> String {
        let local = key.split(separator: ":").last ?? ""
        return local.filter { $0 != "_" && $0 != "-" }.lowercased()
    }
}
