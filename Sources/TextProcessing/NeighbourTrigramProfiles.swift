/// The letter groups of the languages that have no lexicon, as in `TrigramProfiles`.
///
/// They keep a neighbour from being taken for a language that has one, and come from the function
/// words of the language only.
enum NeighbourTrigramProfiles {
    static let byLanguage: [(language: String, rows: [(weight: Int, groups: String)])] = [
        (
            "sv",
            [
                (
                    3,
                    """
                    ck_ lig _kö tt_ mme kom gt_ enn ig_ itt rar ga_ gar ina fin igt var för år_ \
                    evl vli är_ ör_ nga rev _då _nå _vå dål jäl någ vår åli köp ka_ vil _bl _må \
                    gör hjä rfö så_ älp ågo
                    """
                ),
                (
                    2,
                    """
                    _fi ns_ omm tre ill na_ ra_ ara era om_ ar_ an_ _va _vi
                    """
                ),
                (
                    1,
                    """
                    nde _mi
                    """
                ),
            ]
        ),
        (
            "da",
            [
                (
                    3,
                    """
                    lig tig vor gt_ _ko ig_ ge_ ler dre fal rig lev nog anb nbe dt_ rli igt år_ \
                    _då vil _bl _hv _væ vær til _kø dår køb årl ære god bef efa enl nli det _hu
                    """
                ),
                (
                    2,
                    """
                    for der den ige gen em_ nge lle et_ ale ord ven _vi
                    """
                ),
                (
                    1,
                    """
                    er_ _si le_ ne_ re_ _me _he nde _mi
                    """
                ),
            ]
        ),
        (
            "no",
            [
                (
                    3,
                    """
                    lig tt_ enn nge ger ig_ ler itt nne dre eng kk_ fal anb nbe eg_ år_ _då _vå \
                    vår vil _bl så_ _hv _væ til dår god bef efa det _gj jen jøp kjø _kj gje ikk \
                    _sk kal ald gjø hje jør
                    """
                ),
                (
                    2,
                    """
                    for ke_ _fi der fin om_ ord _vi
                    """
                ),
                (
                    1,
                    """
                    ing _ha er_ lle le_ ne_ re_ _me
                    """
                ),
            ]
        ),
        (
            "pl",
            [
                (
                    3,
                    """
                    ny_ _by dy_ _ni _je go_ nas mie eni raz obr am_ _na nie ze_ _za jes ka_ god \
                    dzi rze był ło_ _kt ej_ zy_ _cz ała cze prz szy ła_ iej dob _ty _dz acz iał \
                    któ mił wsz ędz łam łem ły_ asz jak tór dni ko_ ego _ja _bę ało będ
                    """
                ),
                (
                    2,
                    """
                    ie_ em_ _po _do _mi
                    """
                ),
            ]
        ),
        (
            "cs",
            [
                (
                    3,
                    """
                    _by dy_ _ni _ko _je né_ _má obr _do _kt dob _js _mě ní_ _kd byl ji_ _mů _ná \
                    _př _šp kdy ný_ ně_ tě_ ám_ že_ uji kdo nik kte _ně _tý _vš _če ikd lý_ mám \
                    měl můž pře ruč rý_ týd uču ík_ ýdn ček čuj špa ůj_ ryc atn ezk utn _ry _dn
                    """
                ),
                (
                    2,
                    """
                    _ne
                    """
                ),
                (
                    1,
                    """
                    _po la_
                    """
                ),
            ]
        ),
        (
            "ro",
            [
                (
                    3,
                    """
                    rea ul_ _or au_ _ac ace _mu _cu ea_ ces eni ni_ ani are va_ oi_ oas car _în \
                    tă_ mul ră_ ți_ cum bun că_ _mâ mân ru_ tul nim tru ult sun unt _că _fă _vă \
                    eșt eți ltă lți nă_ reț stă ulț îna înc ști ânc oat
                    """
                ),
                (
                    2,
                    """
                    _bu ine re_ era ost eu_ ast mer
                    """
                ),
                (
                    1,
                    """
                    _me
                    """
                ),
            ]
        ),
        (
            "hu",
            [
                (
                    3,
                    """
                    tt_ _ke és_ ás_ _má mi_ ami inc olt ett nap vol ala min ek_ enk _va ok_ eg_ \
                    ki_ agy gyo _az ssz szo _ez _sz bb_ _gy vag gy_ nki ap_ ak_ ves _ki let _ké \
                    ajá azt ár_ ég_ énz sz_ esz nek kev ncs pén _jó _cs mik iko saj lom kor meg
                    """
                ),
                (
                    2,
                    """
                    em_ an_ _mi
                    """
                ),
            ]
        ),
        (
            "fi",
            [
                (
                    3,
                    """
                    in_ ain sin nen mme eid tte itt voi toi _jo oli sit si_ li_ uon ett vat ole \
                    osi lli min taa _ku ka_ _hu ikk _ol än_ huo ää_ emm lä_ kai jok _tä inu dän \
                    hyv idä mä_ tää _vä llä uka uos hän aik _hy oka isi iik inä ivä mmä
                    """
                ),
                (
                    2,
                    """
                    me_ ine an_ sti
                    """
                ),
                (
                    1,
                    """
                    _mi
                    """
                ),
            ]
        ),
        (
            "tr",
            [
                (
                    3,
                    """
                    _ye old _ka _ke im_ kle _ya di_ ola ak_ _ki _ol ün_ kim ldu biz siz iz_ nu_ \
                    _iç _uy _şe _şu alı ası dı_ dım eği eşe fiy hiç içi kkü küç lı_ mı_ oğu rdı \
                    soğ teş tü_ uyg ygu çin çük üçü ğuk ıl_ şek şey etl yem yi_ yat
                    """
                ),
                (
                    2,
                    """
                    at_ _bi ara _te _ba
                    """
                ),
                (
                    1,
                    """
                    ar_
                    """
                ),
            ]
        ),
        (
            "id",
            [
                (
                    3,
                    """
                    any har eka _ka _ke kan ann ang au_ san ya_ ada ena eng ana ama li_ ri_ ngi \
                    ela kam an_ nga ka_ kal ak_ uka _ba nya ah_ apa nan pa_ asi ih_ kem nny yan \
                    ika aka aya pat ban pan sih gu_ buk ggu ngg iap lah sek amu
                    """
                ),
                (
                    2,
                    """
                    ng_ at_ ima ali _se _sa
                    """
                ),
                (
                    1,
                    """
                    ing
                    """
                ),
            ]
        ),
        (
            "ca",
            [
                (
                    3,
                    """
                    ys_ bon és_ _bo ues ió_ alg poc amb aqu olt mol ltr va_ ole aix _aq lgu tot \
                    _rà gú_ nys què ràp uè_ àpi etm més bé_ oc_ tma rut dol set
                    """
                ),
                (
                    2,
                    """
                    _to em_ alt ls_ ns_ es_ tre tes ra_ ara ta_ nes eu_ car an_ _va ens _al
                    """
                ),
                (
                    1,
                    """
                    que _es est da_ _me _pe ar_ _se
                    """
                ),
            ]
        ),
        (
            "hr",
            [
                (
                    3,
                    """
                    _ni _ko _je je_ _bi ada ja_ na_ ana li_ _sv po_ bil nis am_ _na ala lij dob \
                    ko_ _ja nik _če ček ije koj kad lju loš što jub tko baz ako moj uba oba _lj \
                    _nj _će aš_ brz mje oš_ še_ _hl ju_ jep dna jav _iz _mj kup oj_
                    """
                ),
                (
                    2,
                    """
                    _on da_ ti_ _do _ne _sa
                    """
                ),
            ]
        ),
        (
            "sk",
            [
                (
                    3,
                    """
                    dy_ tor kom _ni _je mal né_ _bo ás_ _má lo_ ré_ rá_ iac obr _do nie _kt ej_ \
                    dob _ná ný_ ám_ že_ nik _tý mám rý_ kto bol _mô ude _ča ečo môž orú rúč týž \
                    veľ ôže úča ýžd čam čas čo_ _zl odp dpo ekn pek _vá ac_ dne bud _od
                    """
                ),
                (
                    2,
                    """
                    _po om_ pre _na
                    """
                ),
                (
                    1,
                    """
                    to_
                    """
                ),
            ]
        ),
    ]
}
