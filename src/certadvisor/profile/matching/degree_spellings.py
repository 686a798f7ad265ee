"""The spellings of degrees in a dozen languages: lower case, no accents, dots or quotes.

The levels follow UNESCO's ISCED 2011: secondary is level 3, associate level 5 (short-cycle
tertiary), bachelor 6, master 7 and doctorate 8. A spelling that names two of these levels, or
one that issuers may rank differently, is ambiguous: it becomes a guess with its reason, or a
question.
"""

UNAMBIGUOUS = {
    "doctorate": """
        phd, ph d, dphil, d phil, doctorate, doctoral, doctoral degree, doctor of philosophy,
        doctor of science, doctor of engineering, doctor of business administration,
        doctor of education, edd, dsc, engd, deng, doctorat, docteur, doctorado, doctor en,
        dottorato, dottorato di ricerca, bac 8, doutorado, doutoramento, promotion zum dr, dr ing,
        dr rer nat, dr rer pol, dr phil, doktor, doktorgrad, doktorsexamen, doktorat, habilitation,
        habilitation a diriger des recherches, doktora, doktor nauk, doktorska, tohtori,
        filosofian tohtori, teknologie doktor, filosofie doktor, dr techn, dr oec, dr iur, dr jur,
        doctor europeus, доктор наук, доктор філософії
    """,
    "master": """
        master, masters, masters degree, master degree, master of science, master of arts,
        master of business administration, msc, m sc, ms, m s, ma, mba, emba, executive mba, meng,
        m eng, mtech, m tech, med, m ed, mphil, m phil, mres, mfa, mpa, mph, mpp, mpm, llm, msw,
        mca, mcom, mcomp, msci, mcs, me, mpharm, masterstudium, laurea magistrale,
        laurea specialistica, maestria, maestrado, mestrado, mestre, magister,
        master universitario, master recherche, master professionnel, dipl ing univ, diplom univ,
        diplom ingenieur univ, dess, dea, diplome d ingenieur, diplome dingenieur, bac 5,
        magisterexamen, masterexamen, civilingenjor, mgr, mgr inz, magister inzynier, doctorandus,
        drs, integrated masters, postgraduate degree, магистр, магистратура, магістр, магістратура,
        master degree in, masters programme, mba degree, maestro en, master oficial,
        mestrado integrado, licenciatura mestrado integrado, mestrado profissional, yuksek lisans,
        tezli yuksek lisans, tezsiz yuksek lisans, mastergrad, mastergraden, kandidatuddannelse,
        cand merc, cand scient, cand polyt, cand mag, cand it, cand jur, cand oecon, cand soc,
        cand psych, cand ling merc, cand tech, cand techn, cand theol, cand real, cand mercur,
        sivilingeniør, civilingeniør, civilingeniorer, filosofie magister, fil mag,
        ekonomie magister, teknologie magister, licentiatexamen, maisteri, filosofian maisteri,
        kauppatieteiden maisteri, diplomi insinoori, ylempi amk, yamk, magister artium, magistra,
        magister fh, mag rer soc oec, mag phil, master fh, master of advanced studies, mas,
        master hes, magistr, magistersky, magisterske, inzenyr, mesterkepzes, okleveles, masterat,
        diploma de master, wo master, studia ii stopnia, studia magisterskie,
        laurea magistrale a ciclo unico, laurea a ciclo unico, master 2,
        diplome d etudes superieures specialisees, dscg, rncp niveau 7, titre dingenieur,
        ingenieur diplome, m com, m c a, m b a, m ba, m s c, msc it, m arch, march, mba finance,
        mtech cs, msc tech, pgp mba
    """,
    "bachelor": """
        bachelor, bachelors, bachelors degree, bachelor degree, baccalaureate degree,
        bachelor of science, bachelor of arts, bachelor of applied science, bsc, b sc, bs, b s, ba,
        ba hons, bsc hons, beng, b eng, btech, b tech, be, bcom, b com, bba, bbm, bfa, bed, b ed,
        llb, bca, bcs, basc, barch, bmus, bsn, bpharm, ab, undergraduate degree, honours degree,
        hons degree, licence, licence professionnelle, licenciatura, licenciado, licenciada,
        licencjat, laurea triennale, bacharelado, bacharel, titulo de grado, bakk,
        bakkalaureat, bac 3, bachelorstudium, diplom fh, dipl ing fh, diplom ingenieur fh,
        kandidatexamen, kandidat examen, bachelorexamen, inzynier, inz, hbo, hbo bachelor,
        бакалавр, бакалавриат, бакалаврат, grado, grado universitario, graduada en,
        graduado, graduada, titulo de graduado, graduacao, bacharelato, licenciatura plena,
        curso de graduacao, lisans, lisans derecesi, bachelorgrad, bachelorgraden,
        professionsbachelor, diplomingeniør, høgskoleingeniør, hogskoleingenjor,
        filosofie kandidat, fil kand, ekonomie kandidat, teknologie kandidat,
        hogskoleexamen kandidat, kandidaatti, insinoori amk, tradenomi, amk,
        alempi korkeakoulututkinto, bakalar, bakalarsky, bakalarske, bc, alapkepzes, licenta,
        diploma de licenta, studia i stopnia, studia licencjackie, studia inzynierskie,
        wo bachelor, bachelor hes, diplome hes, diplome fh, bachelor fh, but, licence pro, dcg,
        rncp niveau 6, laurea di primo livello, laurea breve, laurea i livello,
        laurea di i livello, b c a, b com hons, bcom hons, b b a, bms, bhm, bsc it, b sc it, b e,
        b arch, b pharm, mbbs, bds
    """,
    "associate": """
        associate degree, associates, associates degree, associate of science, associate of arts,
        associate of applied science, associate of applied arts, associate in science,
        associate in arts, associate in applied science, aas, aa, asc, hnd,
        higher national diploma, foundation degree, fdsc, diphe, diploma of higher education, bts,
        dut, deug, bac 2, tecnico superior universitario, tsu, tecnologo, tecnologa, tecnologia em,
        curso superior de tecnologia, grado superior, ciclo formativo de grado superior,
        tecnicatura, tecnicatura universitaria, ctesp, curso tecnico superior profissional,
        on lisans, onlisans, meslek yuksekokulu, akademiøkonom, erhvervsakademi,
        yrkeshogskoleexamen, yh examen, hogskoleexamen, graduaat, diplome d etudes collegiales,
        diplome detudes collegiales, deust, rncp niveau 5, jun college, istituto tecnico superiore
    """,
    "secondary": """
        high school, high school diploma, highschool, secondary school, senior secondary,
        higher secondary, upper secondary, secondary education, ged, abitur, fachabitur, matura,
        maturita, maturitat, international baccalaureate, ib diploma, a level, a levels,
        advanced level, leaving certificate, leaving cert, scottish highers, hsc, 12th, class 12,
        class xii, 10 2, bachillerato, bachiller, preparatoria, ensino medio, ensino secundario,
        diploma di maturita, liceo, lycee, vwo, havo, studentexamen, gymnasieexamen, gymnasium,
        gymnasiet, fachhochschulreife, allgemeine hochschulreife, hochschulreife,
        fachgebundene hochschulreife, berufsmaturitat, berufsmatura, fachmaturitat, maturite,
        maturite professionnelle, bac s, bac es, bac l, bac general, bac pro, bac techno,
        bac technologique, bac professionnel, baccalaureat general, baccalaureat professionnel,
        baccalaureat technologique, bacalaureat, diploma de bachiller,
        ciclo formativo de grado medio, grado medio, ensino medio completo,
        curso tecnico integrado, lise, lise diplomasi, meslek lisesi, studentereksamen, hhx, htx,
        stx, vitnemal videregaende, videregaende, videregående skole, studentexamen gymnasiet,
        ylioppilastutkinto, ylioppilas, lukio, technikum, swiadectwo dojrzalosci, liceum,
        erettsegi, diploma di scuola superiore, scuola superiore, liceo scientifico,
        liceo classico, istituto tecnico, perito, ragioniere, geometra, year 12, btec national,
        twelfth grade, 12th standard, plus two, puc, pre university, среднее образование, среднее,
        полное среднее, повна загальна середня
    """,
}

_VOCATIONAL = "is a vocational qualification that issuers rank differently"
AMBIGUOUS: tuple[tuple[str, str | None, str], ...] = (
    (
        "dr, doctor, candidate of sciences, kandidat nauk, кандидат наук",
        "doctorate",
        "may be a title of a profession, or a doctorate",
    ),
    (
        "md, jd, juris doctor, doctor of medicine, dba, pharmd, dds, dvm",
        "doctorate",
        "is a professional degree that issuers may rank below a doctorate",
    ),
    (
        """
        diplom, dipl, diplom ingenieur, dipl ing, diplom informatiker, dipl inf, dipl kfm,
        diplom kaufmann, diplom kauffrau, dipl betriebswirt, diplom betriebswirt, ingeniero,
        ingeniera, ingenieria, ingenieur, engenheiro, engenharia, laurea, ingegnere, специалист,
        ir, ing, maitrise, bac 4, mastere specialise, staatsexamen, erstes staatsexamen,
        ingeniero superior, ingeniero tecnico, ingenieria tecnica, ingenieria superior, arquitecto,
        arquitecta, arquitectura, pregrado, titulo profesional, engenheira, wo, lizentiat,
        lic phil, lic oec, lic iur, licentiaat, siviløkonom, civilekonom, kandidat, kandidatgrad,
        insinoori, insinorexamen, inginer, foiskola, master 1, diplome universitaire,
        laurea vecchio ordinamento, dottore, dottoressa, mag, ingenieur htl,
        diplom betriebswirt ba, berufsakademie, diplom ba, fh, fachhochschule, высшее образование,
        высшее, повна вища, спеціаліст, rndr, phdr, judr, mudr, mvdr, magistere
        """,
        "bachelor",
        "names a degree of the bachelor's or the master's level, depending on the school",
    ),
    (
        """
        postgraduate diploma, post graduate diploma, pg diploma, pgdip, pgd, pgdm,
        postgraduate certificate, pgcert, pgce, graduate diploma, graduate certificate, pgdca, pgp,
        pgpm, pos graduacao, pos graduacao lato sensu, especializacao, especializacion, posgrado,
        postgrado, master propio, titulo propio, master di i livello, master di primo livello,
        master i livello, master universitario di i livello, master universitario di primo livello,
        master di ii livello, studia podyplomowe, lisansustu, certificate of advanced studies,
        diploma of advanced studies, diplomatura, curso de especializacao
        """,
        "bachelor",
        "usually builds on a bachelor's degree, and is not a master's degree itself",
    ),
    (
        "baccalaureat, bac, baccalaureate",
        "secondary",
        "is the leaving certificate of a school in France and a bachelor's degree in Canada",
    ),
    (
        """
        undergraduate, graduate, graduation, degree, honours, hons, college, university degree,
        ensino superior, educacion superior, estudios universitarios, studium, hochschulabschluss,
        universitat, etudes superieures, wyzsze, egyetem, vysokoskolske, yuksekogretim, universite,
        universidad, universita, universidade, universiteit, hogeschool, ecole dingenieurs,
        ecole d ingenieurs, grande ecole, ecole de commerce, classe preparatoire,
        classes preparatoires, cpge, prepa, propedeuse, diplomado
        """,
        None,
        "does not say which degree",
    ),
    (
        """
        advanced diploma, higher diploma, college diploma, polytechnic diploma, national diploma,
        diploma in engineering, diploma of technology, tecnico superior
        """,
        "associate",
        "is a diploma that issuers may rank below an associate degree",
    ),
    (
        """
        hnc, higher national certificate, gce, o level, o levels, gcse, gcses, ssc, 10th, class 10,
        matriculation, matric, realschule, mittlere reife, brevet, mbo, intermediate
        """,
        "secondary",
        "may end before the years that a secondary diploma takes",
    ),
    (
        """
        ausbildung, berufsausbildung, apprenticeship, apprentice, lehre, ihk, fachinformatiker,
        bep, formacion profesional, gesellenbrief, efz, eidgenossisches fahigkeitszeugnis, cfc,
        iti, technik, lehrabschluss, lehrabschlussprufung, fachabitur schulischer teil, htl,
        vyuceni, vyucni list
        """,
        "secondary",
        _VOCATIONAL,
    ),
    (
        """
        meister, techniker, fachwirt, staatlich geprufter techniker, betriebswirt ihk,
        eidg fachausweis, eidgenossischer fachausweis, fachausweis, brevet federal, eidg diplom,
        eidgenossisches diplom, diplome federal, hohere fachschule, dipl hf, bachelor professional,
        master professional, fp, ciclo formativo, nvq, btec, certificate iv, certificate iii, tafe,
        vyssi odborna skola
        """,
        None,
        _VOCATIONAL,
    ),
    (
        """
        diploma, certificate, certification, zertifikat, certificat, bootcamp, boot camp,
        nanodegree, course, training, vordiplom, micromasters, associate, scrum master,
        certified scrum master, master class, driving licence, driving license,
        masters certificate, master certificate, master black belt, master of ceremonies,
        master trainer, master coach, master practitioner, master electrician, master plumber,
        master mechanic, master carpenter, master gardener, master planner, master scheduler,
        master data management, master project manager, web master,
        honoris causa, doctor honoris causa, dr honoris causa, dr h c, dr hc, doctor h c
        """,
        None,
        "does not say its level",
    ),
)

# Right beside the name of a degree these take it away: "Mini MBA", "MBA prep". Of school-leaving
# certificates they do not: "Higher Secondary Certificate".
BEFORE_NO_DEGREE = frozenset(("mini", "micro", "nano", "pre", "honorary", "mock"))
BEHIND_NO_DEGREE = frozenset(
    """
    essentials fundamentals foundations basics prep preparation preparatory module modules
    bootcamp taster certificate course courses workshop seminar equivalent equivalency level
    """.split()  # noqa: SIM905  a block of words, not a column
)

# Scripts without spaces between words: these are searched anywhere in the text.
UNSPACED = {
    "博士": "doctorate", "硕士": "master", "碩士": "master", "修士": "master", "学士": "bachelor",
    "學士": "bachelor", "本科": "bachelor", "大专": "associate", "短期大学士": "associate",
    "高中": "secondary", "高等学校": "secondary", "석사": "master", "학사": "bachelor",
    "박사": "doctorate", "고등학교": "secondary",
}  # fmt: skip

# What a text says of studies that led to no award, or not yet: lower case, no accents.
UNFINISHED = frozenset(
    " ".join(part.split())
    for part in """
    candidate, in progress, scheduled, booked, failed, incomplete, unfinished, dropped out,
    drop out, dropout, not completed,
    not finished, not graduated, did not graduate, did not finish, no degree, without degree,
    some college, coursework, coursework only, ongoing, abd, all but dissertation, exchange,
    exchange student, exchange semester, erasmus, visiting student, pursuing, transfer,
    transferred, expected, expecting, anticipated, projected, planned, estimated, to be completed,
    to be awarded, to be conferred, will graduate, graduating, pending, current, currently,
    currently enrolled, enrolled, present, student, studying, undergraduate student, first year,
    second year, third year, final year, 1st year, 2nd year, 3rd year, 4th year, partial,
    partially completed, part completed, year completed, years completed, semesters completed,
    discontinued, withdrew, withdrawn, left, deferred,
    on hold, paused, suspended, interrupted, terminated, credits, credits toward, credits towards,
    towards, working towards, not awarded, not conferred, never finished, until present, to date,
    ohne abschluss, abgebrochen, abbruch, studienabbruch, studienabbrecher, nicht abgeschlossen,
    nicht beendet, unvollendet, unterbrochen, voraussichtlich, vorauss,
    voraussichtlicher abschluss, geplant, erwartet, angestrebt, laufend, laufendes studium,
    noch nicht abgeschlossen, derzeit, aktuell, zurzeit, heute, bis heute, eingeschrieben,
    studierend, doktorand, doktorandin, im studium, immatrikuliert, exmatrikuliert, gasthorer,
    auslandssemester, bachelorand, masterand, en cours, en cours d obtention, en cours dobtention,
    prevu, prevue, obtention prevue, attendu, attendue, non obtenu, non obtenue, non acheve,
    non achevee, inacheve, inachevee, non termine, non valide, non validee, abandon, abandonne,
    abandonnee, interrompu, interrompue, arret, niveau, doctorant, doctorante, etudiant, etudiante,
    actuellement, a venir, echec, equivalence, en curso, cursando, cursando actualmente,
    actualmente, previsto, prevista, esperado, esperada, incompleto, incompleta, inconcluso,
    inconclusa, no finalizado, no finalizada, no terminado, no terminada, sin terminar,
    sin finalizar, sin titulo, sin titulacion, trunco, trunca, abandonado, abandonada, abandono,
    egresado, egresada, egresado no titulado, no titulado, no titulada, pasante, pendiente,
    tesis pendiente, estudiante, doctorando, doctoranda, presente, en proceso, interrumpido,
    interrumpida, aplazado, em andamento, em curso, a decorrer, a concluir, por concluir,
    nao concluido, nao concluida, nao finalizado, inacabado, inacabada, trancado, trancada,
    trancamento, interrompido, interrompida, desistencia, desistente, desisti, previsao,
    previsao de conclusao, conclusao prevista, doutorando, doutoranda, mestrando, mestranda,
    estudante, atualmente, atual, in corso, in corso di conseguimento, non concluso, non conclusa,
    non completato, non completata, non terminato, interrotto, interrotta, abbandonato,
    abbandonata, abbandono, sospeso, sospesa, laureando, laureanda, dottorando, dottoranda,
    da conseguire, conseguimento previsto, attuale, studente, studentessa, attualmente,
    niet afgerond, niet voltooid, niet behaald, onafgerond, onvoltooid, afgebroken, gestopt,
    gestaakt, zonder diploma, lopend, lopende, bezig, verwacht, verwachte, nog bezig, heden,
    pagaende, ej avslutad, ej avslutat, avbruten, avbrutna studier, oavslutad, ej examen,
    utan examen, beraknad, forvantad, ikke fullført, ufullført, ikke avsluttet, avbrutt, pågående,
    ikke færdiggjort, uafsluttet, afbrudt, igangvaerende, igangværende, forventet, fristudent,
    kesken, keskeytetty, keskeytynyt, kesken jaanyt, opiskelen, arvioitu, opiskelija, w trakcie,
    w toku, nieukonczone, nieukonczony, niedokonczone, przerwane, bez dyplomu, przewidywany,
    przewidywane, planowany, absolutorium, student, nedokoncene, nedokonceno, nedokoncil,
    probihajici, probiha, preruseno, predcasne ukonceno, ocekavane, studuji, nedokoncene studium,
    folyamatban, felbehagyott, felbeszakadt, varhato, in curs, in desfasurare, neterminat,
    nefinalizat, intrerupt, abandonat, devam ediyor, devam etmekte, terk, birakti, mezun degil,
    beklenen, ogrenci, ogrencisi, yarim, неоконченное, незаконченное, незаконченное высшее,
    неоконченное высшее, не окончено, не закончено, в процессе, учусь, студент, студентка,
    ожидается, незакінчена, незакінчена вища, аспирант, аспирантура, брошено, отчислен
    """.replace("\n", " ").split(",")
)
UNFINISHED_UNSPACED = (
    "在读", "在讀", "肄业", "肄業", "在学中", "中退", "卒業見込", "재학", "중퇴", "수료", "휴학",
)  # fmt: skip
# Abbreviations of three letters that are everyday words in another language.
EVERYDAY_WORDS = frozenset(("but", "mas", "mag"))
