extension ReplyPhrases {
    static let dutch = ReplyPhrases(
        openings: [
            "Dank u dat u de tijd hebt genomen om ons te vertellen hoe het ging.",
            "Dank u voor uw open woorden.",
            "We hebben met aandacht gelezen wat u schreef, en we zijn blij dat u het ons zegt.",
        ],
        points: [
            .transparency: [
                "Prijzen en voorwaarden moeten voor iedereen vanaf het begin duidelijk zijn.",
                "Niemand zou moeten zoeken naar wat iets kost of welke voorwaarden gelden.",
            ],
            .reliability: [
                "U rekende op ons, en wij vinden het belangrijk dat dat kan.",
                "Op wat wij aankondigen, moet u kunnen rekenen.",
            ],
            .integrity: [
                "U vraagt zich af of er eerlijk met u is omgegaan, en dat nemen we niet licht op.",
                "Aan eerlijkheid willen we gemeten worden, daarom nemen we uw woorden serieus.",
            ],
            .authenticity: [
                "U wilt te maken hebben met mensen die menen wat ze zeggen, en dat willen wij ook.",
                "Wat u schrijft over hoe oprecht we op u overkwamen, geeft ons te denken.",
            ],
            .care: [
                "Hoe mensen bij ons worden behandeld, vinden we belangrijk, en het spijt ons dat u zich "
                    + "niet welkom voelde.",
                "Wie bij ons komt, moet aandacht en respect vinden, en het spijt ons dat u het anders "
                    + "hebt ervaren.",
            ],
            .value: [
                "Wat men bij ons krijgt, moet zijn prijs waard zijn, en het spijt ons dat het voor u "
                    + "niet zo voelde.",
                "U hebt afgewogen wat u betaalde en wat u kreeg, en we willen begrijpen wat u hebt "
                    + "gemist.",
            ],
            .privacy: [
                "Wat er met persoonlijke gegevens gebeurt, is voor ons een serieuze zaak.",
                "Uw persoonlijke gegevens zijn van u, en wat u daarover schrijft, nemen we serieus.",
            ],
            .complaint: [
                "Het spijt ons dat het niet was wat u ervan had gehoopt.",
                "Het spijt ons dat u teleurgesteld was.",
            ],
        ],
        quotes: [
            "{{#words}} U noemt {{words}}, en daar beginnen we.{{/words}}",
            "{{#words}} In het bijzonder hebben we {{words}} genoteerd.{{/words}}",
        ],
        promises: [
            "We zoeken uit wat er is gebeurd.",
            "We bespreken het met iedereen die het aangaat.",
            "We willen weten wat erachter zit.",
        ],
        invitations: [
            "Als u er liever vertrouwelijk met ons over verderpraat, "
                + "{{#contact}}schrijf dan naar {{contact}}{{/contact}}"
                + "{{^contact}}neem dan rechtstreeks contact met ons op{{/contact}}. "
                + "Een mens leest het en antwoordt u.",
            "We horen graag meer van u, waar niemand anders meeleest"
                + "{{#contact}}: u bereikt ons via {{contact}}{{/contact}}"
                + "{{^contact}}: neem rechtstreeks contact met ons op{{/contact}}.",
        ],
        privateOpenings: [
            "Op {{date}} schreef u op {{source}} over {{brand}}, en daar willen we graag op terugkomen.",
            "Dank u voor wat u op {{date}} op {{source}} over {{brand}} schreef.",
            "We schrijven u over uw woorden van {{date}} op {{source}}, die over {{brand}} gingen.",
        ],
        questions: [
            "Wilt u ons in uw eigen woorden vertellen wat er is gebeurd, en wat voor u een goede weg "
                + "zou zijn?",
            "Het zou ons helpen te weten wanneer het was en met wie u sprak. Dan kunnen we het nagaan "
                + "en u zeggen wat we hebben gevonden.",
            "Wat moeten we nog weten dat niet in uw tekst stond, en welke oplossing zou u wensen?",
        ],
        answers: [
            "U kunt gewoon op dit bericht antwoorden"
                + "{{#contact}} of schrijven naar {{contact}}{{/contact}}.",
            "{{#contact}}Via {{contact}} bereikt u ons rechtstreeks; als {{/contact}}"
                + "{{^contact}}Als {{/contact}}u liever praat, zeg ons dan wanneer het u uitkomt.",
        ],
        mixed: [
            "Dank u dat u ons beide zegt: wat u beviel en wat u liever anders had gezien. Beide "
                + "helpen ons.",
            "Dank u dat u de tijd nam om te schrijven. We hebben elk punt genoteerd, de goede en de "
                + "andere.",
            "Dank u voor uw eerlijke woorden. We zijn blij met wat goed ging, en over de rest denken "
                + "we na.",
        ],
        mixedPrivate: [
            "Dank u voor wat u op {{date}} op {{source}} over {{brand}} schreef. Wat is het ene dat we "
                + "de volgende keer anders zouden moeten doen?",
            "Op {{date}} schreef u op {{source}} over {{brand}}. We willen beter begrijpen wat u liever "
                + "anders had gezien.",
            "We hebben uw woorden van {{date}} op {{source}} over {{brand}} gelezen, en horen er graag "
                + "meer over.",
        ],
        praise: [
            "Dank u voor uw vriendelijke woorden.{{#words}} U schrijft {{words}}: dat is fijn om te "
                + "lezen.{{/words}} We geven het door aan iedereen die eraan heeft bijgedragen.",
            "Fijn om te lezen dat u tevreden was. Dank u dat u het ons zegt"
                + "{{#words}}, en in het bijzonder voor {{words}}{{/words}}.",
            "Dank u dat u dit schreef. Woorden als {{#words}}{{words}}{{/words}}"
                + "{{^words}}die van u{{/words}} zijn voor iedereen hier een plezier.",
        ],
        praisePrivate: [
            "Dank u voor wat u op {{date}} op {{source}} over {{brand}} schreef. We lazen het graag.",
            "We waren blij met uw woorden van {{date}} op {{source}} over {{brand}}. Dank u.",
            "Op {{date}} schreef u op {{source}} vriendelijk over {{brand}}. Dank u dat u de tijd nam.",
        ],
        signature: "Met vriendelijke groet\n{{#owner}}{{owner}}, {{/owner}}{{business}}")
}
