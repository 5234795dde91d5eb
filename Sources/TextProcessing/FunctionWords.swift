/// The commonest words of a language: articles, pronouns, prepositions, and what reviews are full of.
enum FunctionWords {
    /// The languages that Latin script is told apart into; a bit of a mask each, in this order.
    static let languages = byLanguage.map(\.language)

    static let byLanguage: [(language: String, words: String)] = [
        (
            "en",
            """
            the and is was are were be been of to in for it's its it this that these those with have has had not but \
            on at as from they we you he she my your our their me us them his her i i'm i've i'd will would could \
            should can can't don't didn't doesn't won't wasn't isn't very so if when what which who how than then \
            there here just only get got do does did by an or all no up out about after because more some any too i'll \
            we're they're it'd that's there's what's let's he's she's never always really even though again back \
            before while since until without within during every each both few many much most other another such own \
            same being having doing going want need know think said told asked took gave made went came still ever \
            also around away off down over under between through please thanks thank good great nice love best better \
            worst bad couldn't aren't haven't hasn't hadn't wouldn't shouldn't it'll anyone someone everyone \
            everything something anything nothing nobody one two three first last new old big small little long well \
            right left day days week weeks month months year years time times people place places food room rooms \
            price staff service phone money thing things way lot bit work works worked working use used using buy \
            bought getting make makes look looks looking help helpful friendly clean dirty cold hot slow fast cheap \
            amazing awful terrible rude waste avoid worth stay stayed wait waited waiting order ordered called you're \
            recommend product customer company screen battery seller shipping delivery item perfectly excellent \
            breakfast location bathroom bed night nights stars star manager waitress waiter meal refund cancelled \
            minutes minute five open close where
            """
        ),
        (
            "de",
            """
            der die das und ist war sind waren nicht ein eine einen einem einer eines zu den dem des mit für auf von \
            im ich wir sie er es ihr mich uns mir sich auch aber oder wenn dass als wie bei nach aus noch nur schon \
            sehr hier kein keine keinen hat haben hatte hatten wird werden wurde kann man am zum zur über bis durch \
            immer wieder mehr doch dann diese dieser dieses mein meine leider alles so an habe bin ganz viel viele \
            vielen einfach nichts nie niemals niemand jemand etwas ja nein bitte danke warum wieso wo wann wer welche \
            welcher welches damit davon dazu dafür dabei darauf darüber daran gegen ohne unter zwischen vor seit \
            während weil obwohl denn trotzdem deshalb jetzt heute gestern morgen gleich gerade fast nicht's etwa jeder \
            jede jedes allem allen aller andere anderen anderer beim vom ins unser unsere unserem unseren ihre ihrem \
            ihren ihrer seine seinem seinen dein deine euch dir dich ihm ihn ihnen wäre wären würde würden könnte \
            könnten sollte müssen muss müsste können konnte konnten möchte wollen will soll darf gibt gab geht ging \
            gehen kommt kommen kam macht machen gemacht gut gute guten guter gutes schlecht schön schöne toll lecker \
            nett essen zimmer preis geld zeit tag tage woche wochen monat jahre uhr mal einmal zweimal wirklich total \
            absolut freundlich unfreundlich sauber schnell langsam teuer billig gekauft bestellt geliefert bekommen \
            gewartet warten niemandem empfehlen empfehlung zufrieden enttäuscht handy bedienung frühstück lage wurden \
            worden gewesen sein seid bist sogar überhaupt eigentlich natürlich vielleicht ziemlich besonders deutlich \
            neue neuen neues alte großen große kleine kleinen telefon erhalten verkäufer lieferung zustand \
            funktioniert diesem dies kaufen qualität dort sieht perfekt jeden produkt großartig meinem ausgezeichnet \
            werde kauf meinen abend tolles zwei tolle aufenthalt nähe meiner sicher leute verpackt hilfsbereit liegt \
            direkt hoffe verhältnis wert selbst sagen neu voll lange erfahrung gerne besuch sterne tisch hilft weiter \
            entfernt sehen wirkt kellner wiederkommen abgeholt geöffnet öffnet schließt nächte nächsten jemals gar \
            kunden ware rechnung paket angekommen ärgerlich schlimm fehlanzeige umgetauscht einrichtung
            """
        ),
        (
            "fr",
            """
            le la les un une des du de et est était sont ne pas que qui dans pour sur avec au aux ce cette ces il elle \
            nous vous ils elles je j' l' d' n' c' qu' s' m' on se son sa ses leur mon ma mes notre votre mais ou où \
            très plus trop bien été avoir être fait tout tous toute rien jamais même si comme par sans chez encore \
            aussi ai avons avez ont y en ça cela celui celle ceux cet étaient étions suis sommes êtes sera seront \
            serait fut eu aurait peut peux peuvent pouvez pourrait doit faut fallait va vais vont allez aller faire \
            fais font dit dire vu voir venu vient donc alors car puis ensuite avant après depuis pendant lorsque quand \
            comment pourquoi quel quelle quels quelles dont lequel peu beaucoup assez vraiment toujours souvent déjà \
            bientôt aujourd' hui hier demain ici là bas ailleurs autre autres chaque quelques plusieurs certains aucun \
            aucune personne non oui merci bonjour moi toi lui eux soi vos leurs nos entre contre vers sous jusqu' à \
            selon malgré afin heures heure jours jour semaine semaines mois ans fois monde temps chose choses bon \
            bonne bons bonnes mauvais petit petite petits grand grande nouveau nouvelle belle beau joli génial \
            excellent parfait agréable propre sale froid chaud cher prix qualité accueil personnel chambre chambres \
            hôtel repas plats cuisine serveur commande commandé livraison téléphone appareil batterie écran recommande \
            déçu déçue satisfait content ceci pu su pris mis quelque tant lors dès voilà mieux pire rapide reçu \
            emplacement vendeur état produit article fonctionne acheté endroit également problème juste deux moins \
            sympa carte meilleur rapidement utiliser acheter séjour boîte ville arrivé toutes trouvé nourriture adore \
            laisse colis magasin trois étage vacances ouvre ferme répond rendu serveuse déjeuner dîner lit douche \
            étoiles étoile soirée vite voiture facture commerçant mauvaise heureux soucis souci aime veux voulais \
            remboursé spécial
            """
        ),
        (
            "es",
            """
            el la los las un una unos unas de del y es era son fue no que en por para con se su sus lo le les al muy \
            más pero como mi me nos te yo nosotros ellos ella este esta esto estos estas ese esa eso está están ha han \
            he hay había sin sobre cuando donde porque si también ya todo todos toda nada nunca ni o hasta desde tiene \
            esos esas aquel aquella quien quién qué cuál cómo cuándo dónde cuánto pues entonces luego después antes \
            ahora hoy ayer mañana aquí allí ahí así tan tanto mucho mucha muchos muchas poco poca algo alguien algún \
            alguna algunos ningún ninguna nadie ser soy eres somos estoy estás estamos estaba estaban fueron fui \
            fuimos hace hacer hizo hacen hecho tengo tienen tenía tuve tuvimos tener puede puedo pueden poder pude \
            quiero quiere quieren querer va voy van vamos ir vi ver visto dar dan dio dijo dice dicen decir creo sé \
            sabe saben llegar llegó llega pedí pedimos pedido comprar compré comprado bueno buena buenos buenas bien \
            malo mala mejor peor gran grande pequeño nuevo nueva otro otra otros otras mismo misma cada ellas usted \
            ustedes vosotros nuestra nuestro mis tus tu ti él os entre hacia durante según aunque mientras siempre \
            casi además solo sólo gracias favor día días semana mes meses año años hora horas vez veces tiempo dinero \
            gente cosa cosas lugar sitio comida habitación habitaciones servicio atención precio precios calidad \
            camarero limpio sucio fría caliente amable rápido lento caro barato recomiendo encanta gusta gustó \
            excelente pésimo volver volveré teléfono móvil batería pantalla tienda producto buen genial ubicación \
            recibido artículo cámara agradable sea estado noche condiciones hola trato increíble primera caja noches \
            viene recibí recomendable relación duda perfecto súper desayuno mejores puedes personas saludos siento \
            incluso baño aún trabajo volveremos verdad recomendaría demasiado perfectamente ciudad cuenta acabo haber \
            encantó pasar ganas tienes calle satisfecho hemos platos limpia quería equipo cómodo primer pasa pasado \
            vaya cobraron responden responde devuelven paquete camarera cena mesa estrellas estrella abre cierra \
            contestan tres dos cuatro cinco jamás vergüenza asco estafa tomadura pelo cambiaron
            """
        ),
        (
            "it",
            """
            il lo la gli le un uno una di del dello della dei degli delle e è era sono che non in per con su da al \
            alla ai dal dalla nel nella si ci mi ti ho ha hanno abbiamo questo questa questi queste molto più ma come \
            anche se noi io loro suo sua nostro tutto tutti tutta niente mai sempre stato stata essere perché dove \
            quando solo po l' un' dell' all' nell' c' d' poi senza o alle agli allo sul sulla sui sulle dallo dai \
            dalle nello nei nelle col coi quello quella quelli quelle quel quei chi cosa cui quale quali quanto quanta \
            però quindi allora dopo prima adesso ora oggi ieri domani qui qua lì là così tanto tanta tanti tante molta \
            molti molte poco poca pochi qualche qualcosa qualcuno ogni altro altra altri altre stesso stessa sei siamo \
            siete eravamo erano ero fu sarà sarebbe avere aveva avevo avevano avevamo avuto fatto fare fa fanno detto \
            dire dice può posso possono potrebbe deve devo dovrebbe vuole voglio va vado vanno andare andato andati \
            viene visto vedere preso mangiato ordinato comprato arrivato già ancora ormai quasi proprio davvero \
            veramente piuttosto abbastanza troppo troppa nessuno nessuna nulla mio mia miei mie tuo tua vostro vostra \
            nostra nostri lui lei voi ne vi glielo grazie prego ciao buono buona buoni buone ottimo ottima pessimo \
            bello bella brutto piccolo grande nuovo nuova migliore peggiore giorno giorni settimana mese mesi anno \
            anni ore volta volte tempo soldi gente persone posto locale cibo camera camere albergo personale servizio \
            prezzo prezzi qualità cameriere pulito sporco freddo caldo gentile gentili veloce lento caro consiglio \
            piace piaciuto tornerò torneremo telefono batteria schermo negozio prodotto ed ad interno fra tra verso \
            contro durante mentre appena sia nè oppure anzi cioè bene vita sta ristorante amore buon lavoro piatti \
            ecco accogliente vero buongiorno hai mondo ragazzi giusto tutte sicuramente invece cose mangiare \
            finalmente provare primi scelta meglio speriamo forse trovato cordiale perfetto secondo vedo credo \
            consegna pacco ordine risposta rispondono problema problemi nessun notte notti stelle stella cena pranzo \
            colazione conto tavolo cucina piatto proprietari ragazza rimborso vergogna schifo aperto chiuso chiude \
            apre tre due quattro cinque risponde complimenti andata grafia
            """
        ),
        (
            "pt",
            """
            o a os as um uma de do da dos das e é era são foi não que em no na nos nas por para com se seu sua ao à \
            muito mais mas como meu minha me eu nós eles ela este esta isto esse essa isso está estão tem têm tinha há \
            sem sobre quando onde porque também já tudo todos toda nada nunca nem ou até pelo pela fui você vocês só \
            ele num numa pelos pelas aos às neste nesta nesse nessa deste desta desse dessa disso aquilo aquele aquela \
            quem qual quais quanto pois então depois antes agora hoje ontem amanhã aqui ali lá assim tão tanto muita \
            muitos muitas pouco pouca algo alguém algum alguma alguns nenhum nenhuma ninguém ser sou somos estou \
            estamos estava estavam foram fomos fiz fazer faz fazem feito tenho temos tive tivemos ter pode posso podem \
            poder quero quer querem vai vou vamos vão ir vi ver visto dar deu dá disse diz dizer acho sei sabe chegou \
            chega chegar pedi pedimos pedido comprar comprei comprado bom boa bons boas bem ruim mau má melhor pior \
            grande pequeno novo nova outro outra outros outras mesmo mesma cada nosso nossa meus minhas seus suas teu \
            tua dele dela deles delas lhe lhes entre desde durante embora enquanto sempre quase ainda além apenas \
            obrigado obrigada dia dias semana mês meses ano anos hora horas vez vezes tempo dinheiro gente pessoas \
            coisa lugar comida quarto quartos pessoal atendimento serviço preço qualidade garçom limpo sujo frio fria \
            quente rápido lento caro barato recomendo adorei gostei ótimo ótima péssimo voltar voltarei telefone \
            celular telemóvel bateria tela loja produto vc pra pro tá né nao voces ficou ficar fica gostaria houve \
            havia jamais localização equipe recebido condições fiquei manhã novamente câmera caixa incrível artigo \
            experiência agradável vem prato mim noite qualquer sair olá gosto certeza recebi geral maravilhosa pessoa \
            satisfeito maravilhoso falar saiu funcionários perfeitamente queria perfeito duas capa ficamos mulher \
            achei recomendaria estrelas estrela entrega resolvem responde respondem jantar almoço mesa conta abre \
            fecha três dois quatro cinco cama banheiro casa reclamação vergonha péssima voce ate tambem trocaram volto \
            atendente
            """
        ),
        (
            "nl",
            """
            de het een en is was zijn waren niet van in op te voor met aan dat die er ik je we wij ze zij hij u mijn \
            ons onze hun maar of als om bij naar uit ook nog geen heel erg zeer wel dan door over tot dit deze heeft \
            hebben had hadden werd worden kan kunnen wordt veel meer alles niets nooit altijd daar hier toch al heb \
            goed wat waar wanneer waarom wie welke hoe omdat want dus terwijl hoewel toen nu vandaag gisteren morgen \
            straks later eerst daarna eerder alweer weer steeds soms vaak meestal bijna ongeveer zelfs alleen samen \
            zonder tussen tegen onder boven achter voordat nadat sinds tijdens volgens vanaf via binnen buiten iemand \
            niemand iedereen iets elk elke ieder iedere ander andere anderen eigen zelf zelfde zulke zo' n mij jou \
            jouw jullie hem haar hen ben bent geweest geworden werden zal zullen zou zouden moet moeten moest mocht \
            mag mogen wil willen wilde wilden kon konden kunt gaat gaan ging gingen gegaan komt komen kwam kwamen doet \
            doen deed gedaan maakt maken maakte gemaakt krijg krijgt krijgen kreeg kregen gekregen zien zag gezien \
            zeggen zei gezegd weet weten wist denk vind vinden vond gevonden goede slecht slechte beter mooi mooie \
            leuk leuke lekker lekkere fijn fijne groot grote klein kleine nieuw nieuwe oud duur goedkoop snel \
            vriendelijk vriendelijke schoon vies koud warm eten kamer kamers personeel bediening prijs kwaliteit plek \
            dag dagen week weken maand maanden jaar uur keer tijd geld mensen bestelling besteld geleverd pakket \
            winkel telefoon batterij scherm klantenservice aanrader ontvangen gewacht wachten betaald gekocht gegeten \
            geslapen bedankt dank helaas misschien eigenlijk natuurlijk echt gewoon redelijk ontzettend allemaal \
            verkoper levering artikel locatie ligging ontbijt verblijf aangekomen terug vlees ober maaltijd rekening \
            prijzen sterren ster winkels klant klanten antwoord reactie reageren nodig probleem problemen werkt werken \
            blij tevreden teleurgesteld gebruik gebruikt gebruiken avond nachten nacht bed badkamer zoals bijvoorbeeld \
            geleden gesloten twee drie vier vijf laat laten wensen geholpen dankjewel prima omgeruild rotzooi
            """
        ),
        (
            "sv",
            """
            och är var det att en ett den som på för med inte av till har hade jag vi de du han hon mig oss sig min \
            vår men om så när från eller också mycket bara kan ska vill blev bli alla detta denna här där inga ingen \
            aldrig dig er honom henne hans hennes dem deras vårt våra mitt mina ditt dina sitt sina vara varit blivit \
            kunde skulle ville måste fick får gick går kom kommer gjorde gör göra fanns finns sedan redan igen ännu \
            fortfarande alltid ofta ibland väldigt riktigt ganska lite många några någon något inget hela själv samma \
            andra annan första sista nya gamla bra dålig dåligt dåliga trevlig trevligt trevliga otrevlig fin fint \
            fina god gott goda kall kallt maten rummet personalen tack hjälp hjälpen dagar veckor år pengar pengarna \
            tillbaka köp köpte köpa beställde väntade svarar telefonen fungerar gärna dock därför eftersom utan mellan \
            under över vid hos genom mot ner upp ut fram hit dit mer mest mindre bättre sämre snabb snabbt leverans \
            pris dyrt billigt rekommenderar rekommendera smutsigt smakade varför hur vad vem vilken
            """
        ),
        (
            "da",
            """
            og er var det at en et den som på for med ikke af til har havde jeg vi de du han hun mig os sig min vores \
            men om så når fra eller også meget kun kan skal vil blev blive alle dette denne her der ingen aldrig dig \
            jer ham hende hans hendes dem deres vort mit mine dit dine sit sine være været blevet kunne skulle ville \
            måtte fik får gik går kom kommer gjorde gør gøre fandtes findes siden allerede igen endnu stadig altid \
            ofte sommetider virkelig rigtig rigtigt ganske lidt mange nogle nogen noget intet hele selv samme andre \
            anden første sidste nye gamle god godt gode dårlig dårligt dårlige venlig venligt venlige flot fint dejlig \
            kold koldt maden værelset personalet tak hjælp hjælpen dage uger år penge pengene tilbage køb købte købe \
            bestilte ventede svarer telefonen virker gerne dog derfor fordi uden mellem under over ved hos gennem mod \
            ned op ud frem hertil mere mest mindre bedre værre hurtig hurtigt levering pris dyrt billigt anbefale \
            anbefales anbefaler beskidt smagte hvorfor hvordan hvad hvem hvilken tager pakken stedet tjeneren uhøflig
            """
        ),
        (
            "no",
            """
            og er var det å en et den som på for med ikke av til har hadde jeg vi de du han hun meg oss seg min vår \
            men om så når fra eller også veldig bare kan skal vil ble bli alle dette denne her der ingen aldri mye deg \
            dere ham henne hans hennes dem deres vårt våre mitt mine ditt dine sitt sine være vært blitt kunne skulle \
            ville måtte fikk får gikk går kom kommer gjorde gjør gjøre fantes finnes siden allerede igjen ennå \
            fortsatt alltid ofte noen ganger virkelig riktig ganske litt mange noe ingenting hele selv samme andre \
            annen første siste nye gamle god godt gode bra dårlig dårlige hyggelig hyggelige fin fint flott kald kaldt \
            maten rommet betjeningen betjening takk hjelp hjelpen dager uker år penger pengene tilbake kjøp kjøpte \
            kjøpe bestilte ventet svarer telefonen virker gjerne likevel derfor fordi uten mellom under over ved hos \
            gjennom mot ned opp ut frem hit mer mest mindre bedre verre rask raskt levering pris dyrt billig anbefale \
            anbefales anbefaler skittent smakte hvorfor hvordan hva hvem hvilken tar sted stedet ha lenger pakken \
            kelneren
            """
        ),
        (
            "pl",
            """
            i w z na do nie jest to się że co jak ale był była było są dla od po za przez bardzo tylko już czy tak \
            mnie mi mam można który która które ten ta tego tym jego oraz przy pan o nawet nigdy wszystko polecam a \
            albo więc ponieważ kiedy gdy gdzie dlaczego kto jaki jaka jestem byłem byłam byliśmy będzie będę może mogę \
            trzeba ma mają miał miała mieć nic nikt nikomu ktoś coś wszyscy każdy inny nasz nasza wasz moja mój moje \
            swoje ich jej im nam was nas ci cię mu go ją je nich niej nim bez między podczas przed nad pod około dużo \
            mało więcej mniej dość całkiem zawsze często teraz potem później jeszcze znowu dzisiaj wczoraj dobry dobra \
            dobre dobrze zły źle miła miły miło pyszne smaczne zimne drogo tanio szybko wolno obsługa jedzenie pokój \
            cena telefon paczka dostawa zamówienie zwrot zwrotu pieniędzy pieniądze dziękuję dni tygodnie tygodni \
            miesiąc rok godzin razy czekałem czekałam kupiłem kupiłam miejsce brudny brudno mały ładne pewno działać \
            przestała szybka odbiera wrócimy kelner niegrzeczny smakowało
            """
        ),
        (
            "cs",
            """
            a v na je se že to si s z do by ale jsem jsme byl byla bylo není jako pro od po tak už jen velmi který \
            která které ten ta mi mě jsou být při také nebo co kde když všechno nikdy protože kdy proč kdo jaký jsi \
            jste byli bude budu může můžu mám máme měl měla mít nic nikdo nikomu někdo něco všichni každý jiný náš \
            naše můj moje svůj jejich její jeho nám vám vás nás ti tě mu ho ji nich ní ním bez mezi během před nad pod \
            kolem hodně málo více méně docela vždy často teď pak potom ještě znovu dnes včera dobrý dobrá dobré dobře \
            špatný špatně milá milý hezké hezky chutné studené drahé levné rychle rychlé pomalu obsluha jídlo pokoj \
            cena telefon balík dodání objednávka vrátit peníze děkuji doporučuji nedoporučuji dní týdny týdnů měsíc \
            rok hodin krát čekal čekala koupil koupila místo špinavý malý určitě přestala fungovat nezvedá číšník \
            nepříjemný chutnalo chci za
            """
        ),
        (
            "ro",
            """
            și în este nu la de cu pe un o din pentru că care mai am ai au fost foarte sunt a fi dar sau ce cum când \
            unde toate tot nimic niciodată acest această lui ei noi eu îmi mi se prin după fără cine între înainte \
            despre către până ești suntem sunteți eram era erau va voi vor pot poate putem are avem aveți avut face \
            făcut merge mers spus văzut nimeni cineva ceva orice fiecare alt altă alți acesta aceasta aceștia acestea \
            meu mea mei mele nostru noastră vostru lor îl îi le ne vă te mă mult multă mulți multe puțin destul mereu \
            des acum apoi încă iar nou azi ieri mâine bun bună buni bune bine rău rea proastă frumos frumoasă rece \
            cald scump ieftin rapid încet mâncarea mâncare personalul camera cameră preț prețul telefon coletul colet \
            livrare livrarea comanda banii bani înapoi mulțumesc recomand zile săptămâni luni ani ore ori așteptat \
            cumpărat loc locul murdară mică sigur revenim revenit chelnerul totul delicios vreau
            """
        ),
        (
            "hu",
            """
            a az és hogy nem is egy volt van de meg ez csak már még nagyon mert mint vagy ha amit minden itt ott aki \
            ami lehet nincs voltak én mi ők sem sajnos soha ki be el amikor mikor hol miért milyen vagyok vagyunk \
            vannak voltam voltunk lesz tud tudom kell kellett nincsenek semmi senki senkinek valaki valami mindenki \
            másik más saját ti te ezt azt ezek azok innen onnan nélkül között alatt előtt után felett mellett sok \
            kevés több kevesebb elég mindig gyakran most aztán később megint újra ma tegnap holnap jó jól rossz \
            rosszul szép finom hideg meleg drága olcsó gyors gyorsan lassú kedves udvariatlan étel szoba ár telefon \
            csomag szállítás rendelés pénz pénzemet vissza köszönöm ajánlom napot napig hetet hét hónap év óra \
            alkalommal vártam vettem hely koszos kicsi biztosan kiszolgálás működik érkezett segítséget kérem veszi \
            fel pincér
            """
        ),
        (
            "fi",
            """
            ja on oli ei se että en hän me te ne tämä joka mutta kun niin myös vain ovat olla ollut sen jos kuin \
            erittäin hyvin todella siellä täällä minä meidän mitään koskaan kaikki tai sinä he minun sinun hänen \
            teidän heidän minua minulle olen olet olemme olette olin olimme olivat olisi voi voin voivat voisi pitää \
            täytyy et emme ette eivät kukaan joku jokin jokainen toinen muu muut oma sama tuo nämä nuo ilman välillä \
            aikana ennen jälkeen yli alla paljon vähän enemmän vähemmän melko aina usein nyt sitten vielä taas \
            uudestaan tänään eilen huomenna hyvä hyvää huono huonoa huonosti kaunis maukas kylmä kylmää lämmin kallis \
            halpa nopea nopeasti hidas ystävällinen ruoka huone hotelli hinta puhelin puhelimeen paketti toimitus \
            tilaus rahat rahani takaisin kiitos suosittelen suosittele päivää viikkoa viikko kuukausi vuosi tuntia \
            kertaa odotin ostin paikka likainen pieni varmasti tulemme toimi enää vastaa avusta koska palvelu haluan
            """
        ),
        (
            "tr",
            """
            ve bir bu çok için de da ne ile gibi daha değil var yok ama en kadar sonra olarak mi ben biz siz onlar her \
            şey hiç çünkü olan oldu ise ki asla bize bana fakat neden nasıl nerede kim hangi sen sana size onu bunu \
            şunu şu o benim senin bizim sizin vardı olur olacak olduğu hiçbir kimse kimseye herkes şeyi bazı başka \
            aynı kendi göre önce içinde arasında az oldukça hep bazen şimdi hâlâ hala yine tekrar artık bugün dün \
            yarın iyi kötü güzel berbat lezzetli lezzetliydi soğuk soğuktu sıcak pahalı ucuz hızlı yavaş kibar kaba \
            kabaydı yemek yemekler oda otel fiyat fiyatı telefon telefona kargo teslimat sipariş para paramı geri \
            teşekkürler teşekkür ederim tavsiye etmem gün hafta ay yıl saat kere kez bekledim aldım yer kirli küçük \
            küçüktü kesinlikle geleceğiz çalışmıyor gelmedi garson istiyorum uygun uygulama konumu yardımınız mı mu mü
            """
        ),
        (
            "id",
            """
            yang dan di dari ini itu untuk dengan tidak ada saya kami kita mereka ke sangat juga sudah bisa karena \
            atau tapi akan pada adalah lebih banyak lagi jangan belum hanya semua nya oleh bukan telah sedang dapat \
            harus ingin mau aku anda kamu dia sini situ sana apa siapa kapan mana mengapa kenapa bagaimana jika kalau \
            tetapi namun saja pernah selalu sering kadang sekarang nanti kemudian masih kembali hari kemarin besok \
            sekali banget cukup kurang paling sedikit setiap lain sama sendiri baik buruk bagus enak dingin panas \
            mahal murah cepat lambat ramah kotor sempit makanan makanannya kamar harga telepon paket pengiriman \
            pesanan uang terima kasih rekomendasikan minggu bulan tahun jam kali menunggu membeli tempat pasti \
            pelayanan pelayannya sopan sampai aplikasi dibuka menjawab rasanya atas bantuannya orang
            """
        ),
        (
            "ca",
            """
            el els la les un una uns unes del dels al als de d' l' i o però perquè quan on com qui què aquest aquesta \
            aquests aquestes aquell aquella això allò molt molta molts moltes poc poca gens res ningú algú alguna \
            algun cap tot tota tots totes altre altra altres mateix és són era eren va van vaig vam ser estar estava \
            està estem hem he ha han havia fer fet fa fan vull vol volem pot puc poden anar dir dit amb sense per \
            entre fins des durant després abans ara avui ahir demà aquí allà així també ja mai sempre encara només més \
            menys millor pitjor bo bona bons bones bé mal dolent dolenta bonic bonica petit petita gran nou nova fred \
            freda car cara barat ràpid ràpida lent net neta brut bruta amable menjar habitació preu servei lloc \
            cambrer paquet telèfon aplicació diners gràcies ajuda recomano tornarem tornin setmanes setmana dies dia \
            mes mesos any anys hores hora vegada esperar arribar boníssim lliurament ho hi em et es ens us li seu seva \
            nostre nostra meu meva
            """
        ),
        (
            "hr",
            """
            je su sam smo ste bio bila bilo bili biti nije nisu nisam nismo će ću ćemo i ili ali jer kad kada gdje \
            zašto tko što koji koja koje kako da ne na u s sa iz za od do po pri prema bez između prije poslije nakon \
            oko više manje vrlo jako dosta uvijek nikad nikada često sada onda još opet već danas jučer sutra ja ti on \
            ona mi vi oni mene me nam vam vas nas ga mu im ih njega nju moj moja moje svoj naš vaš sve svi svaki ništa \
            nitko nikome netko nešto drugi isti dobar dobra dobro loš loša loše lijepo lijep ukusno hladna hladno \
            skupo jeftino brzo brza sporo ljubazno ljubazan neljubazan hrana soba cijena telefon paket dostava \
            narudžba novac natrag hvala preporučujem dana tjedna mjeseci godina sati puta čekao čekala kupio mjesto \
            prljava mala sigurno vratiti radi stigao konobar želim javlja bi koju
            """
        ),
        (
            "sk",
            """
            a aj alebo ale pretože keď kde prečo kto ktorý ktorá ktoré som si sme ste sú bol bola bolo boli bude budem \
            môže môžem mám máme mal mala mať nič nikto nikomu niekto niečo všetko každý iný náš naša môj moja svoj ich \
            jej jeho nám vám vás nás bez medzi počas pred nad pod okolo veľa málo viac menej veľmi celkom vždy nikdy \
            často teraz potom ešte znova dnes včera dobrý dobrá dobré dobre zlý zle pekné pekný chutné studené drahé \
            lacné rýchlo pomaly obsluha jedlo izba cena ďakujem odporúčam neodporúčam týždne týždňov mesiac rok hodín \
            čakal kúpil miesto špinavá nie je sa to že na v z do pre od po už len tak
            """
        ),
    ]
}
