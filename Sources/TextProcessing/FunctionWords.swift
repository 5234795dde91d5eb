/// The commonest words of a language that say nothing of a subject: articles, pronouns, prepositions.
enum FunctionWords {
    /// The languages that Latin script is told apart into; a bit of a mask each, in this order.
    static let languages = byLanguage.map(\.language)

    static let byLanguage: [(language: String, words: String)] = [
        (
            "en",
            """
            the and is was are were be been of to in for it's its it this that these those with have has had not but \
            on at as from they we you he she my your our their me us them his her i i'm i've i'd will would could should \
            can can't don't didn't doesn't won't wasn't isn't very so if when what which who how than then there here \
            just only get got do does did been by an or all no up out about after because more some any too
            """
        ),
        (
            "de",
            """
            der die das und ist war sind waren nicht ein eine einen einem einer eines zu den dem des mit für auf von im \
            ich wir sie er es ihr mich uns mir sich auch aber oder wenn dass als wie bei nach aus noch nur schon sehr hier \
            kein keine keinen hat haben hatte hatten wird werden wurde kann man am zum zur über bis durch immer wieder \
            mehr doch dann diese dieser dieses mein meine leider alles so an habe bin
            """
        ),
        (
            "fr",
            """
            le la les un une des du de et est était sont ne pas que qui dans pour sur avec au aux ce cette ces il elle \
            nous vous ils elles je j' l' d' n' c' qu' s' m' on se son sa ses leur mon ma mes notre votre mais ou où très \
            plus trop bien été avoir être fait tout tous toute rien jamais même si comme par sans chez encore aussi ai \
            avons avez ont y en
            """
        ),
        (
            "es",
            """
            el la los las un una unos unas de del y es era son fue no que en por para con se su sus lo le les al muy \
            más pero como mi me nos te yo nosotros ellos ella este esta esto estos estas ese esa eso está están ha han he \
            hay había sin sobre cuando donde porque si también ya todo todos toda nada nunca ni o hasta desde tiene
            """
        ),
        (
            "it",
            """
            il lo la gli le un uno una di del dello della dei degli delle e è era sono che non in per con su da al alla \
            ai dal dalla nel nella si ci mi ti ho ha hanno abbiamo questo questa questi queste molto più ma come anche se \
            noi io loro suo sua nostro tutto tutti tutta niente mai sempre stato stata essere perché dove quando solo \
            po l' un' dell' all' nell' c' d' poi senza o
            """
        ),
        (
            "pt",
            """
            o a os as um uma de do da dos das e é era são foi não que em no na nos nas por para com se seu sua ao à \
            muito mais mas como meu minha me eu nós eles ela este esta isto esse essa isso está estão tem têm tinha há \
            sem sobre quando onde porque também já tudo todos toda nada nunca nem ou até pelo pela fui você vocês só ele
            """
        ),
        (
            "nl",
            """
            de het een en is was zijn waren niet van in op te voor met aan dat die er ik je we wij ze zij hij u mijn ons \
            onze hun maar of als om bij naar uit ook nog geen heel erg zeer wel dan door over tot dit deze heeft hebben \
            had hadden werd worden kan kunnen wordt veel meer alles niets nooit altijd daar hier toch al heb goed
            """
        ),
        (
            "sv",
            """
            och är var det att en ett den som på för med inte av till har hade jag vi de du han hon mig oss sig min vår \
            men om så när från eller också mycket bara kan ska vill blev bli alla detta denna här där inga ingen aldrig
            """
        ),
        (
            "da",
            """
            og er var det at en et den som på for med ikke af til har havde jeg vi de du han hun mig os sig min vores \
            men om så når fra eller også meget kun kan skal vil blev blive alle dette denne her der ingen aldrig meget
            """
        ),
        (
            "no",
            """
            og er var det å en et den som på for med ikke av til har hadde jeg vi de du han hun meg oss seg min vår \
            men om så når fra eller også veldig bare kan skal vil ble bli alle dette denne her der ingen aldri mye
            """
        ),
        (
            "pl",
            """
            i w z na do nie jest to się że co jak ale był była było są dla od po za przez bardzo tylko już czy tak mnie \
            mi mam można który która które ten ta tego tym jego oraz przy pan o nawet nigdy wszystko polecam
            """
        ),
        (
            "cs",
            """
            a v na je se že to si s z do by ale jsem jsme byl byla bylo není jako pro od po tak už jen velmi který která \
            které ten ta mi mě jsou být při také nebo co kde když všechno nikdy
            """
        ),
        (
            "ro",
            """
            și în este nu la de cu pe un o din pentru că care mai am ai au fost foarte sunt a fi dar sau ce cum când \
            unde toate tot nimic niciodată acest această lui ei noi eu îmi mi se prin după fără
            """
        ),
        (
            "hu",
            """
            a az és hogy nem is egy volt van de meg ez csak már még nagyon mert mint vagy ha amit minden itt ott aki ami \
            lehet nincs voltak én mi ők sem sajnos soha ki be el
            """
        ),
        (
            "fi",
            """
            ja on oli ei se että en hän me te ne tämä joka mutta kun niin myös vain ovat olla ollut sen jos kuin erittäin \
            hyvin todella siellä täällä minä meidän mitään koskaan kaikki tai
            """
        ),
        (
            "tr",
            """
            ve bir bu çok için de da ne ile gibi daha değil var yok ama en kadar sonra olarak mi ben biz siz onlar her \
            şey hiç çünkü olan oldu ise ki asla bize bana
            """
        ),
        (
            "id",
            """
            yang dan di dari ini itu untuk dengan tidak ada saya kami kita mereka ke sangat juga sudah bisa karena atau \
            tapi akan pada adalah lebih banyak lagi jangan belum hanya semua nya
            """
        ),
    ]
}
