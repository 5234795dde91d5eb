/// Words that decide whether two tellings agree, folded, in the languages that Repute scores.
enum StoryVocabulary {
    /// Numbers in words, weekdays and months.
    static let figures = hashes(
        """
        one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty
        sixty seventy eighty ninety half quarter double doubles doubled triple triples tripled halved
        hundred hundreds thousand thousands million millions billion dozen dozens first second third
        monday tuesday wednesday thursday friday saturday sunday january february march april june
        july august september october november december
        eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf zwanzig dreissig hundert
        tausend millionen montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar
        marz mai juni juli oktober dezember
        deux trois quatre cinq sept huit neuf dix onze douze vingt trente cent mille lundi mardi
        mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre
        octobre novembre decembre
        dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil lunes
        martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio
        agosto septiembre octubre noviembre diciembre
        due tre quattro cinque sei sette otto nove dieci undici dodici venti trenta cento mila lunedi
        martedi mercoledi giovedi venerdi sabato domenica gennaio febbraio aprile maggio giugno luglio
        settembre ottobre dicembre
        twee drie vijf zes zeven negen tien elf twaalf twintig dertig honderd duizend maandag dinsdag
        woensdag donderdag vrijdag zaterdag zondag januari februari maart augustus
        dois duas quatro oito dez doze vinte trinta segunda terca quarta quinta sexta janeiro fevereiro
        marco maio junho julho setembro outubro dezembro
        """)

    /// Words that turn what is said into its opposite.
    static let denials = hashes(
        """
        not no never denies denied deny false hoax fake isnt wasnt doesnt didnt wont refutes debunked
        nicht kein keine keinen nie dementiert falsch pas non jamais dement faux nunca niega desmiente
        falso mai smentisce niet geen nooit ontkent onwaar nao nega desmente
        """)

    /// News agencies, as datelines name them.
    static let agencies = hashes(
        """
        ap afp reuters dpa upi ansa efe anp belga tass xinhua pa apa sda bloomberg kna epd lusa aap pti
        cp
        """)

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(
            words.split { $0.isWhitespace }.compactMap {
                StoryScanner.words(in: Array($0.utf8)[...], limit: 1).first?.hash
            })
    }
}
