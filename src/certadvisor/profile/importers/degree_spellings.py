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
        dr rer nat, dr rer pol, dr phil, doktor, doktorgrad, doktorsexamen, doktorat, habilitation
    """,
    "master": """
        master, masters, masters degree, master degree, master of science, master of arts,
        master of business administration, msc, m sc, ms, m s, ma, mba,
        emba, executive mba, meng, m eng, mtech, m tech, med, m ed, mphil, m phil, mres, mfa, mpa,
        mph, mpp, mpm, llm, msw, mca, mcom, mcomp, msci, mcs, me, mpharm,
        masterstudium, laurea magistrale, laurea specialistica, maestria, maestrado, mestrado,
        mestre, magister, master universitario, master recherche, master professionnel,
        dipl ing univ, diplom univ, diplom ingenieur univ, dess, dea, diplome d ingenieur,
        diplome dingenieur, bac 5, magisterexamen, masterexamen, civilingenjor, mgr, mgr inz,
        magister inzynier, doctorandus, drs, integrated masters, postgraduate degree,
        магистр, магистратура
    """,
    "bachelor": """
        bachelor, bachelors, bachelors degree, bachelor degree, baccalaureate degree,
        bachelor of science, bachelor of arts, bachelor of applied science, bsc, b sc, bs, b s, ba,
        ba hons, bsc hons, beng, b eng, btech, b tech, be, bcom, b com, bba, bbm, bfa, bed, b ed,
        llb, bca, bcs, basc, barch, bmus, bsn, bpharm, ab, undergraduate degree, honours degree,
        hons degree, licence, licence professionnelle, licenciatura, licenciado, licenciada,
        licencjat, laurea triennale, bacharelado, bacharel, grado en, titulo de grado, bakk,
        bakkalaureat, bac 3, bachelorstudium, diplom fh, dipl ing fh, diplom ingenieur fh,
        kandidatexamen, kandidat examen, bachelorexamen, inzynier, inz, hbo, hbo bachelor, бакалавр,
        бакалавриат
    """,
    "associate": """
        associate degree, associates, associates degree, associate of science, associate of arts,
        associate of applied science, associate of applied arts, associate in science,
        associate in arts, associate in applied science, aas, aa, asc, hnd, higher national diploma,
        foundation degree, fdsc, diphe, diploma of higher education, bts, dut, deug, bac 2,
        tecnico superior universitario, tsu, tecnologo, grado superior, jun college
    """,
    "secondary": """
        high school, high school diploma, highschool, secondary school, senior secondary,
        higher secondary, upper secondary, secondary education, ged, abitur, fachabitur, matura,
        maturita, maturitat, international baccalaureate, ib diploma, a level, a levels,
        advanced level, leaving certificate, leaving cert, scottish highers, hsc, 12th, class 12,
        class xii, 10 2, bachillerato, bachiller, preparatoria, ensino medio, ensino secundario,
        diploma di maturita, liceo, lycee, vwo, havo, studentexamen, gymnasieexamen,
        gymnasium, gymnasiet, fachhochschulreife, allgemeine hochschulreife, hochschulreife,
        среднее образование
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
        ir, ing, maitrise, bac 4, mastere specialise, staatsexamen, erstes staatsexamen, cand polyt
        """,
        "bachelor",
        "names a degree of the bachelor's or the master's level, depending on the school",
    ),
    (
        """
        postgraduate diploma, post graduate diploma, pg diploma, pgdip, pgd, pgdm,
        postgraduate certificate, pgcert, pgce, graduate diploma, graduate certificate
        """,
        "bachelor",
        "usually builds on a bachelor's degree, and is no master's degree itself",
    ),
    (
        "baccalaureat, bac, baccalaureate",
        "secondary",
        "is the leaving certificate of a school in France and a bachelor's degree in Canada",
    ),
    (
        """
        undergraduate, graduate, graduation, degree, honours, hons, college, university degree
        """,
        None,
        "does not say which degree",
    ),
    (
        """
        advanced diploma, higher diploma, college diploma, polytechnic diploma,
        national diploma, diploma in engineering, diploma of technology, tecnico superior
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
        bep, formacion profesional, gesellenbrief
        """,
        "secondary",
        _VOCATIONAL,
    ),
    (
        "meister, techniker, fachwirt, staatlich geprufter techniker, betriebswirt ihk",
        None,
        _VOCATIONAL,
    ),
    (
        """
        diploma, certificate, certification, zertifikat, certificat, bootcamp, boot camp,
        nanodegree, course, training, vordiplom, micromasters, associate, scrum master,
        certified scrum master, master class, driving licence, driving license
        """,
        None,
        "does not say its level",
    ),
)

# Scripts without spaces between words: these are searched anywhere in the text.
UNSPACED = {
    "博士": "doctorate", "硕士": "master", "碩士": "master", "修士": "master", "学士": "bachelor",
    "學士": "bachelor", "本科": "bachelor", "大专": "associate", "短期大学士": "associate",
    "高中": "secondary", "高等学校": "secondary", "석사": "master", "학사": "bachelor",
    "박사": "doctorate", "고등학교": "secondary",
}  # fmt: skip

UNFINISHED = frozenset(
    (
        "candidate", "in progress", "incomplete", "unfinished", "dropped out", "dropout",
        "not completed", "no degree", "some college", "coursework", "ongoing", "abd", "exchange",
        "exchange student", "exchange semester", "erasmus", "visiting student", "pursuing",
        "ohne abschluss", "abgebrochen", "en cours", "in corso", "transfer",
    )
)  # fmt: skip
