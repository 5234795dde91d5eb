/// The letter groups that tell languages apart in words that are no function words.
///
/// Three letters each, `_` for the edge of a word, in the order of their use. A group stands in the
/// row of its weight: 3 where it is more than 4 times as common as in the mean of these languages, 2
/// more than 2.7 times, 1 more than 1.6 times.
enum TrigramProfiles {
    static let byLanguage: [(language: String, rows: [(weight: Int, groups: String)])] = [
        (
            "en",
            [
                (
                    3,
                    """
                    _th the ed_ ly_ thi eat _it his _of ry_ ery th_ of_ tha _wh ith you wit my_ _wo od_ ot_ \
                    ood not ght igh _my but sea hav ow_ lly use goo _ev uld gre oul ted eas fro ty_ ear oth \
                    pp_ ugh hou any whe _up ful _ea oug ey_ lov ely lik _if ew_ ks_ whi ork oun lea oom _ph \
                    wou gh_ tho sed fli ny_ way ity nly hey if_ now too own how hea ead onl omf ic_ mfo tly \
                    ms_ ked _aw low sy_ see _by bac yin ys_ dow wha by_ asy _ye aft ff_ oes
                    """
                ),
                (
                    2,
                    """
                    ing ng_ nd_ _an he_ at_ ve_ for ll_ rea _fo ut_ _wi _on _yo ts_ hat her ave _us eve wor \
                    hin app ld_ ay_ was _fl out ad_ ive _sh ck_ som cou han tin ack ss_ get roo kin eal ake \
                    rom ul_ ike up_ ct_ lig ree sho jus ats ook bou ds_ hic eed had has id_ wil ved
                    """
                ),
                (
                    1,
                    """
                    is_ _to and it_ _is st_ all _ha _wa or_ _bu ce_ _fr tio ice me_ _lo _ar _we _st our ble \
                    ke_ rs_ abl _ap _as ou_ ate _ex lin ain ple pho ove _fi tur _li can _pl _or ort nce ure \
                    _ou be_ ect ome pla _ro
                    """
                ),
            ]
        ),
        (
            "de",
            [
                (
                    3,
                    """
                    ich ch_ ein sch _ei und die _zu ung das auf hr_ abe war gut ehr _ic seh wir hen _gu eis \
                    mit aus zu_ _fü ür_ nn_ für hne lei wie lte uf_ wei chn eic mei kei übe hle bei imm chl \
                    _üb hal ufe erh fen run wen zei auc uns eck ebe llt kau _wu mpf hre ehl feh sge tun ehe \
                    tet chö hön reu rha pfe dli tzt ück kti rau _ih roß unk jed nfa ndl kli tli ahr etz ieb \
                    zim usg wür nur zt_ ät_ lau hl_ äuf zum _kö _wü gef ief tät chs chm ürd zus eue
                    """
                ),
                (
                    2,
                    """
                    cht ine _au der ht_ lic _sc ie_ ber den _wi rt_ ach nen nic rei eit _ka ges mme isc ben \
                    oll uch _ab nac ute ies lie hte rde hab lt_ iel sie bes kom sic ige ss_ och cke tig im_ \
                    fre _ke fer ied nke _ko vor sei von net uss eun gt_ eru ngs dem enn ege geh
                    """
                ),
                (
                    1,
                    """
                    en_ er_ nd_ _da in_ ten _ge che _un _wa gen _ni _be _we st_ ert _ha sen ier ist sse ste \
                    em_ _si ese nge _er wer ir_ ren ers ger be_ alt her _fr tte hat ede vie age ut_ um_ ig_ \
                    len ge_ ann _hi _im
                    """
                ),
            ]
        ),
        (
            "fr",
            [
                (
                    3,
                    """
                    nt_ ur_ _et our eme iqu pou ait _ét _éc éco ais eur une té_ onn _dé _av ous du_ nou ès_ \
                    ux_ rai éta _ré au_ rès gie tou ouv tiq tai ogi log uve trè jou sur ité bon ée_ ec_ élé \
                    eau eux ôte hôt _hô tél _én fai vec éph lép _té éne ème plu oir rap ère vra rgi aux mma \
                    réc lai qu_ vou _sé api voi ivr éch ix_ stè peu aim eçu çu_ urn rés moi été tèm rix ule \
                    osy yst éol éjo pré sys séj éri _éo ême cet fem rci éve réa cem dév _ut prè mêm oya déc \
                    nct roi
                    """
                ),
                (
                    2,
                    """
                    _le les ns_ tp_ ttp htt _ht us_ tio nne _ce ans cha ire _du ons omm pas abl col mai _ai \
                    air ez_ olo _je ui_ nce eil pho aut cti urs onc ain mat és_ ure cli lus leu ois uti mbr \
                    uis iso hau lim lis deu ndr uff liv oit gis
                    """
                ),
                (
                    1,
                    """
                    es_ le_ ent ne_ re_ men que et_ on_ ue_ ion it_ un_ ce_ _au lle des ble tre ien ati _su \
                    _po dan st_ son _ch _pl _tr out ner _bo rs_ ill ts_ _ra tes ave je_ ues bie hon ai_ _cl \
                    ise erg cel cou mme bre _bi pla via
                    """
                ),
            ]
        ),
        (
            "es",
            [
                (
                    3,
                    """
                    _el aci ón_ ión bue ció ía_ uen muy uy_ los tod oy_ pue aja ría ued ás_ léf elé éfo fue \
                    aba ya_ nue más día jaj _ll ejo cua _má yo_ uie ño_ hac _dí año mej _ya ba_ muc jor uev \
                    erí sí_ ién cib cac bié toy ías én_ hay ubi _añ aña cta jo_ olv _ub ícu orq bic ayu rtí \
                    rqu _ay tíc spu dab
                    """
                ),
                (
                    2,
                    """
                    os_ _es lo_ cio ero ro_ ado _mu una ida por ido mos eci dad cia ada _fu go_ nos odo ici \
                    nci dos las mi_ enc esp _cu rac eno stá ias _pu tac hab cto omo tam mbi tad esa edo tos \
                    egu iem abi lid ngo nas nca rar uer ápi ráp ios _rá ja_ asa uno ré_ bit alg alo cul tá_ \
                    mie gun seg ulo noc
                    """
                ),
                (
                    1,
                    """
                    do_ ue_ as_ que _la no_ el_ _en _qu est la_ na_ ra_ ien nte _lo con ara _un or_ al_ _bu \
                    da_ ta_ rec _po _pe un_ par me_ _si _ca _ha ndo gra ene ona nta mpr tra bie ena nes ita \
                    qui _ta _nu tar dor ono nto omp ad_ des _ti ntr ica co_ ga_ ama abl reg _ex sto nda uch \
                    cal ega ana amb vo_ osa exc xce lla gar ami tie
                    """
                ),
            ]
        ),
        (
            "it",
            [
                (
                    3,
                    """
                    ti_ nti di_ mon _il rno gov gli ni_ ato tto non zio tti li_ tut utt ri_ azi lia ci_ iam \
                    gio _ci nch iù_ più tta igl tà_ pia ggi ott pol lio uon orn buo olt enz far azz iat sia \
                    cco raz ità nza rà_ nno gia aha dal fat zza abb izi _io hi_ sul bbi bia mol iac zzo sce \
                    occ cch ezz agg ogl ltr ngi agl zi_ giu egl gi_ uov _og ogn zia ogg sì_ rò_ dop uo_ fa_ \
                    ecc
                    """
                ),
                (
                    2,
                    """
                    no_ to_ io_ _mo ont il_ ove ern ta_ lla del _ch ari _ri mo_ rio si_ anc _pi _tu ano ono \
                    ita mar za_ oni ale ett amo ca_ mi_ att ata chi _gi oli ian tat acc tor cor nat hah ico \
                    po_ ani ris llo imo ior sco cos iar ova rov nsi lto ino bil sci opo rim zo_ _rt vit zie \
                    cci oro
                    """
                ),
                (
                    1,
                    """
                    la_ re_ _di che he_ ttp tp_ htt _ht ia_ _go ell _ma con are per _pe ma_ lo_ _fa na_ un_ \
                    sto ro_ _al _st co_ ali tic ora tro ssi tal ost una lit ica sa_ ann nto era iti ai_ ini \
                    str sim ei_ olo va_ ile pos vo_ ha_ sso tan ori qua ina cia _sp iss nco ore
                    """
                ),
            ]
        ),
        (
            "pt",
            [
                (
                    3,
                    """
                    ão_ _um não _nã mui eu_ kkk ção inh uma nha lho açã bom bem ço_ óti _ót nho ões foi meu \
                    elh áve tão _os obr eir anh ém_ ocê çõe ceb cê_ voc são ilh gad lha iza fei boa eço _ao \
                    ebi ári _só ao_ enh oa_ só_ íve raç aaa faz zaç ixa gos esm olh já_ _já áti bém aix hoj \
                    mbé _sã oas soa tav ça_ udo iço viç
                    """
                ),
                (
                    2,
                    """
                    do_ em_ os_ da_ ado ito om_ ndo ara um_ ma_ _em ria uit ou_ ida sa_ _eu mas ido ha_ qua \
                    dad sso ece ei_ pra ssa ho_ dor car ela tem tam nci dos vel ega fic hor mpr rto tá_ liz \
                    bri mel sem tos iga uar va_ omo dia _rá ram oi_ ápi ala ráp ava ois ooo iro vam rar pel \
                    pes equ nov ira aqu tad fal ios igo rig
                    """
                ),
                (
                    1,
                    """
                    com _co nte _qu ra_ que to_ ia_ as_ ar_ _es _mu ue_ _do _bo men ess or_ _te par ele rec \
                    mo_ _ca mos nto pre ada ica na_ cio so_ _fi _fo _at tim ro_ _na mai nda ora por am_ ade \
                    ca_ ame reg ome amo ais rad fon esp nos im_ _as oca imp ama tiv ga_ ntr _ac unc edo pid \
                    imo lef nta
                    """
                ),
            ]
        ),
        (
            "nl",
            [
                (
                    3,
                    """
                    _he een het aar _ee lij oor aan van eer oed ijk goe ik_ eld _ik oon voo _aa ijn maa _ze \
                    ij_ _op op_ dig jn_ _zo jk_ eel nie gew wel iet ken ig_ ewe kt_ erk rij dat _ui ldi met \
                    foo _om eke ze_ hee ope kop sne mij heb _zi bij aat _sn kke lev vri _vr rg_ zij tva ntv \
                    ker bed waa mee rui _oo kam kwa naa nee gee zee rbl aal rko taa ijd eef uik raa vee ebr \
                    kel lee doo lek eb_ hoo ijs dez uur ek_ uw_ oop tst jke _kw oud oet bru ooi wij laa euw \
                    zou js_ bev dag moe tij zel tek toe eft _za gev wal wat zek ekk rkt nog euk anb tje nbe \
                    og_ akt
                    """
                ),
                (
                    2,
                    """
                    en_ et_ _ge an_ _wa cht _va den _er _on nge tie eli eve _ka gel lef ede _ko efo ang ls_ \
                    was dit je_ ige als geb eze erg we_ ete rd_ ank erb erd ech ege wee ag_ ct_ tei ok_ _kl \
                    eda bli
                    """
                ),
                (
                    1,
                    """
                    ver de_ el_ _be _en ele _ve gen _te tel at_ _we _vo nde _is ing _go ste ten _ni ng_ _ho \
                    uit ers ote ond ite ht_ ie_ nel mer hot ren rin wer _na eri ame ge_ bes
                    """
                ),
            ]
        ),
    ]
}
