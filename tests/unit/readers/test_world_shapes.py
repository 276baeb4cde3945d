"""Layouts of academics, nurses, pastors and students of many countries: one row a class, whole resumes of invented people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from schemas.records import Reading

TAIL = "\nSkills\nPlanning, Excel, reports"

CASES: dict[str, tuple[str, Mapping[str, Any]]] = {
    "degree_with_spaces": (
        (
            "David Marlow\n(585) 555-0142\ndmarlow@fernpost.net\nEducation\nPh. D., Southmoor Methodist University, Dallas, Texas, 2010\n"
            "M. Div., Union Seminary, Richmond, 1991\nEmployment History\nPastor, Trinity Church, Rochester, NY, 2003–present"
        ),
        {"highest_degree": "doctor", "current_title": "Pastor", "current_employer": "Trinity Church"},
    ),
    "foot_below_references_on_request": (
        (
            "Dora Prince - Entry-Level Web Developer\nContact Information\nBradenton, FL\ndoraprince@fernpost.net\nEducation\n"
            "State College of Florida\nAssociate of Arts Degree\nReferences\nAvailable upon request.\n"
            "Email: doraprince@fernpost.net | Phone: (941) 555-0142"
        ),
        {"phones": ("+19415550142",), "emails": ("doraprince@fernpost.net",)},
    ),
    "number_of_a_student": (
        (
            "Dora Prince\nMobile +639171234567\ndoraprince@fernpost.net\nCitizenship\tFilipino\nSTUDENT NUMBER\t201512345\n"
            "EDUCATIONAL BACKGROUND\nCOLLEGE\tSouthmoor State University\nBachelor of Science in Information Technology"
        ),
        {"phones": ("+639171234567",)},
    ),
    "firm_in_front_of_the_description": (
        (
            "Dora Prince\ndoraprince@fernpost.net\nPROFESSIONAL EXPERIENCE\nFresh Water Health Manager, 2010 - 2013.\n"
            "Invermoor S.A., Puerto Montt. Managed the health of three hatcheries and supervised all of the staff there."
        ),
        {"current_title": "Fresh Water Health Manager", "current_employer": "Invermoor S.A."},
    ),
    "firm_with_its_trade_in_brackets": (
        (
            "Segun Adeyemi\nsegunade@fernpost.net\nCAREER PROGRESSION\nAug 2013 – Present\nInformation Technology Administrator\n"
            "Bondmoor Maritime Limited (Oil & Gas Services). Victoria Island, Lagos.\nUpdating of the inventory for all of the hardware."
        ),
        {"current_employer": "Bondmoor Maritime Limited"},
    ),
    "school_glued_to_its_college": (
        (
            "Maria Correll\nmary.correll6@fernpost.net\nEDUCATION\nUniversity of Massachusetts Amherst- College of Fine Arts\n"
            "Bachelor of Arts in English"
        ),
        {"school": "University of Massachusetts Amherst"},
    ),
    "table_of_degrees": (
        (
            "Helen Kent\nhkent1@fernpost.net\nEDUCATION\nDegree\tCompletion Date\tSchool\n"
            "Certificate, Technical Writing\tMay 2018\tMillmoor Community College\nJ.D.\tMay 2007\tNorthmoor University School of Law"
        ),
        {"school": "Northmoor University School of Law"},
    ),
    "house_behind_the_number": (
        "Hanna Moore\n(919) 555-0158 1200 Millmoor Blvd, Hillsborough, NC 27278\nhmoore@fernpost.net",
        {"phones": ("+19195550158",)},
    ),
    "post_code_is_no_number": (
        "Julio Corra\n2019 Moor Hall, Santa Barbara, CA 93101-1234, USA\nEmail: jcorra@fernpost.net\nEDUCATION\nM.A. in Economics",
        {"phones": ()},
    ),
    "houses_and_post_code_are_no_number": (
        "Martin Bolzer\nMoorstr. 14-16 – 76131 Karlsruhe\n☏ 0171 2345678 • ✉ cv@bolzer.example\n5700600/bolzer\nGeburtsort: Augsburg",
        {"phones": ("+491712345678",)},
    ),
    "own_domain_with_a_role": (
        "Kees Geertsen\nCurriculum Vitae\nContact\n☏ +32 470 12 34 56\n✉ jobs@keesgeertsen.be\nErvaring\n2023-heden\tEngineer, Sensolar",
        {"emails": ("jobs@keesgeertsen.be",)},
    ),
    "german_headings_and_broken_dates": (
        (
            "Detlef Brenner\ndbrenner@fernpost.net\nFührerausweis\tKategorie B\nBERUFLICHE LAUFBAHN\nFebruar 2023 –\nJuni 2023\n"
            "Projektleiter | Moormann AG, Kirchberg\nOfferten erstellen und Bestellungen evaluieren."
        ),
        {"current_title": "Projektleiter", "current_employer": "Moormann AG"},
    ),
    "italian_months": (
        (
            "Lidia Lesi\nlesi@fernpost.net\nEsperienza\nIT Support Specialist\tSet. 2024 – Ott. 2025\nGeneralmare Italia\tVerona, Italia\n"
            "Fornita assistenza tecnica ai dipendenti."
        ),
        {"current_title": "IT Support Specialist", "current_employer": "Generalmare Italia"},
    ),
    "misspelt_title_of_the_document": (
        "CURICULUM VITAE OF THANDI LERATO MOKO\nContact Number: 082 555 0112\nNationality: South African",
        {"name": "THANDI LERATO MOKO"},
    ),
    "name_beside_birth": (
        (
            "个人信息\n李士安 1991.09 男 本科 3年工作经验\n17606390000  lsa1991@fernpost.cn\n"
            "毕业院校：大连某某信息学院(专科)，沈阳某某学院(本科)\n教育经历\n沈阳某某学院 2013.09~2015.07 软件工程 本科"
        ),
        {"name": "李士安", "school": "沈阳某某学院"},
    ),
    "wish_behind_a_bar": (
        "方舒云\n1995.08 | 17788750000 | fsy@fernpost.cn\n求职意向 |  Web前端开发\n教育背景 |\n2017.09-至今 深圳大学|通信工程（硕士）",
        {"desired_title": "Web前端开发", "current_title": None},
    ),
    "wish_glued": (
        "刘庆云\n应聘UI设计\n女，28岁\n手机：18615258000\n邮箱：lqy@fernpost.cn",
        {"desired_title": "UI设计"},
    ),
    "wish_as_a_target": (
        "陳志遠\ncy.chen@fernpost.tw\n摘要\n目標職缺為 AI/ML 工程師或電腦視覺研究相關職位。\n學歷\n國立中央大學|碩士，資訊工程學系 2025 – 至今",
        {"desired_title": "AI/ML 工程師"},
    ),
    "firm_and_period_broken_over_lines": (
        "姓名：葛云山\n电话：13781530000\n工作经历\n工作时间：2017 年 07 月\n至 2019 年 09 月\n公司名称：上海马顺科技有\n限公司\n职位：web 前端工程师\n主要职责\n1、配合项目经理",
        {"current_employer": "上海马顺科技有限公司", "current_title": "web 前端工程师"},
    ),
    "university_without_a_degree_beside_a_high_school": (
        (
            "Ana Rosa Lima\nana.lima@fernpost.com.br\nEducação\nUniversidade Federal do Vale\nAnálise de Sistemas | 02/2021 - 08/2024\n"
            "Escola Estadual Peixoto\nEnsino Médio | 01/2018 - 12/2020"
        ),
        {"school": "Universidade Federal do Vale"},
    ),
    "contact_of_a_referee": (
        (
            "Thandi Moko\nContact Number\t+27 82 555 0112\nEMPLOYMENT HISTORY\nCompany Name\tCornastone\nPosition Held\tSoftware Tester\n"
            "Date of Employment\tApril 2016 - October 2017\nREFERENCE\nName\tMs Z Khumala\nCompany\tCornastone\nContact\t+27 12 663 0012"
        ),
        {"phones": ("+27825550112",), "current_employer": "Cornastone"},
    ),
    "research_where_no_other_job_is_told": (
        (
            "Beth Ilsen\nbilsen@fernpost.net\nMedia & Outreach Experience\nAudio:\n- January 2023: Recorded a segment for a radio show.\n"
            "Research Experience\nResident Fellow\nOpen Moor Science Limited (remote, UK). Apr. 2023 – Dec. 2024."
        ),
        {"current_title": "Resident Fellow"},
    ),
    "german_area_behind_a_slash": (
        "Martin Dorn\nTel. +49 (0) 8031/ 1234 - Mobil Nr. +49 (0) 174/ 2345678\nmdorn@fernpost.de\nBerufserfahrung\n2015 - 2016\tFahrer bei Moor GmbH",
        {"phones": ("+4980311234", "+491742345678")},
    ),
    "remark_behind_the_number": (
        "手机：18160170000（24小时开机）\nEmail：18160170000@fernpost.cn\n骆志远/男/2000年07月30日\n教育经历\n专科/西华大学计算机系",
        {"phones": ("+8618160170000",), "birth_year": 2000},
    ),
    "university_behind_its_school": (
        "陆明明\n15298380084\n教育背景\n2009 – 2012\t本科, 软件学院, 南京大学, rank: top 10%",
        {"school": "南京大学"},
    ),
    "first_name_behind_the_name": (
        (
            "Persoonlijke gegevens\nNaam: Tanghe\nVoornaam: Joris\nGsm: 0485/12.34.56\nE-mail: joris.tanghe@fernpost.be\nAdres: 2650 Edegem\n"
            "Werkervaring:\n23-09-2013 tot heden: AG Moor Insurance (Generalist Schade)"
        ),
        {"name": "Joris Tanghe", "current_employer": "AG Moor Insurance"},
    ),
    "hidden_day_of_birth": (
        "履歷\n個人資料\n周家豪\n1984-08-XX(不完全顯示)\njhzhou84@fernpost.tw\n學歷\n國立中央大學 資訊管理 學士",
        {"birth_year": 1984},
    ),
    "day_of_birth_alone": (
        "Adán Rivas\nComputer Systems Engineer\n14-Nov-1994\nQuerétaro, Mexico\nadan.r001@fernpost.mx\nEducation\nMaster of Computer Science, Moor University",
        {"birth_year": 1994},
    ),
    "degree_among_trainings": (
        (
            "Mo Madden\nmadden@fernpost.net\nTeaching Experience\nSubstitute Teacher\nJefferson Public Schools\n1/2018 - Present\nTraining\n"
            "TEFL CERT\nOnline\nB.A. Political Science\nthe University of Moorville\n1/2000 - 5/2003"
        ),
        {"school": "University of Moorville", "highest_degree": "bachelor"},
    ),
    "contacts_among_projects": (
        (
            "实习经历\n腾讯计算机系统有限公司\t2015.5 至今\n主要项目\nalgorithm-notes\t2014 年\n郝卫宁\n(+86)18751850000\nhaoweining@fernpost.cn\n"
            "江苏省南京市鼓楼区云南路 8 号\n教育经历\n2014.9 至 2016.6\t南京大学软件学院硕士"
        ),
        {"name": "郝卫宁", "city": "南京"},
    ),
    "german_form_of_facts": (
        (
            "Angaben zur Person\nName: Jürgen von Hohenfeld\nGeschlecht: männlich\nJahrgang: 1998\nHandy: 0151 34785363\n"
            "Stelle: Softwareentwickler\nBerufserfahrung\n02/2024 - heute\tHansemoor Logistik AG\tAnwendungsentwickler"
        ),
        {"birth_year": 1998, "gender": "male", "desired_title": "Softwareentwickler"},
    ),
    "deeds_as_nouns": (
        (
            "Élodie Ville\nelodie.ville@fernpost.fr\nExpériences\nMaison Duverne\t2021 – aujourd'hui\nResponsable des opérations\n"
            "Réduction des coûts de 39 %\nEncadrement d'une équipe de 23 personnes\nBanque Sévigne\t2018 – 2021\nResponsable des opérations"
        ),
        {"current_employer": "Maison Duverne", "current_title": "Responsable des opérations"},
    ),
    "jobs_of_a_story": (
        (
            "许峻宁\n电话：18779885200\n工作经验\n"
            "2020年10月至2022年11月，在徐州青禾餐饮管理股份有限公司担任大数据开发工程师；2024年11月至今，任佛山瑞丰服饰有限责任公司测试工程师。\n"
            "教育经历\n大连海事大学 软件工程 本科"
        ),
        {"current_employer": "佛山瑞丰服饰有限责任公司", "current_title": "测试工程师"},
    ),
    "firm_and_dates_in_brackets": (
        "许峻宁\n电话：18779885200\n香港沙田\n职业履历\n运营经理（星河湾大酒店，2022.9-至今）\n• 独立完成从0到1的流程梳理\n教育经历\n大连海事大学 本科",
        {"current_employer": "星河湾大酒店", "current_title": "运营经理", "city": "香港"},
    ),
    "two_posts_behind_a_slash": (
        (
            "Cauã Ferraz\ncaua.ferraz@fernpost.com.br\nExperiência\nDesenvolvedor Fullstack / Jovem Aprendiz TI\t05/2026 – Presente\n"
            "THE LEDO Oficial\tSão Paulo, SP\nArquitetei e desenvolvi uma plataforma web em Next.js, suportando muitos usuários."
        ),
        {"current_employer": "THE LEDO Oficial"},
    ),
    "centre_with_its_town": (
        "江南星\n13146510000\n实习经历\n北京云启研发中心\t2016.06\n有道事业部 机器翻译实习生\n教育背景\n北京航空航天大学 硕士 2015 - 至今",
        {"current_employer": "北京云启研发中心", "current_title": "机器翻译实习生"},
    ),
    "level_of_a_language": (
        (
            "Ana Moor\nana.moor@fernpost.net\nLocation: Leeds / Remote\nEducation\nB.Sc. in Nursing, University of Leeds\nLanguages\n"
            "upper intermediate level English"
        ),
        {"highest_degree": "bachelor", "city": "Leeds"},
    ),
    "language_alone": (
        "Ana Moor\nana.moor@fernpost.net\nEducation\nUniversity of Leeds, intermediate level English\nExperience\n2019 - 2020\tNurse, Moor Ltd",
        {"highest_degree": None},
    ),
    "post_code_and_cards_of_brazil": (
        (
            "ROSA TEIXEIRA DA MOTA\nBrasileira, 42 anos\nRua das Flores, 80 – Ribeirão Preto/SP – CEP 14090-000\n"
            "RG: 12.345.678-9 | Tel.: (16) 99555-0123\nFormação\nTécnico em Administração – ETEC das Flores – 2008"
        ),
        {"phones": ("+5516995550123",), "city": "Ribeirão Preto"},
    ),
    "degree_of_a_college": (
        (
            "Ana Moor\nana.moor@fernpost.net\nEDUCATION\n2016\nPolytechnic University of the Moors\n"
            "Bachelor's/College Degree in Finance/Accountancy | Philippines"
        ),
        {"highest_degree": "bachelor", "school": "Polytechnic University of the Moors"},
    ),
    "table_of_the_european_form_in_italian": (
        (
            "INFORMAZIONI PERSONALI\nNome\tChiara Morelli Loy\nIndirizzo\tVia Roma 112, 09013 Carbonia (SU)\nISTRUZIONE E FORMAZIONE\n"
            "Date (da – a)\t2004 – 2009\nNome e tipo di istituto\tIstituto Magistrale Ardito, Iglesias\n"
            "Qualifica conseguita\tDiploma di maturità"
        ),
        {"name": "Chiara Morelli Loy", "city": "Carbonia", "highest_degree": "high_school"},
    ),
    "shop_with_a_door_of_its_own": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   东莞虎门康宁门诊部   门诊护士\n负责输液、采血。\n2012.7—2018.2   衡阳市第三人民医院   内科护士",
        {"current_employer": "东莞虎门康宁门诊部", "current_title": "门诊护士"},
    ),
    "department_of_a_hotel": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   红星大酒店餐饮部   领班\n负责排班。\n2012.7—2018.2   红星机械厂质检科   质检员",
        {"current_employer": "红星大酒店", "current_title": "领班"},
    ),
    "department_alone": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   设备维修部   领班\n负责排班。\n教育经历\n大连海事大学 本科 2014 - 2018",
        {"current_employer": None, "current_title": "领班"},
    ),
    "soldier": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   中国人民解放军某部   通信兵\n负责值班。\n教育经历\n大连海事大学 本科 2014 - 2018",
        {"current_employer": "中国人民解放军某部", "current_title": "通信兵"},
    ),
    "worker_of_a_trade": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今\n南岳环境卫生管理所\n环卫工\n教育经历\n大连海事大学 本科 2014 - 2018",
        {"current_employer": "南岳环境卫生管理所", "current_title": "环卫工"},
    ),
    "house_with_an_article": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperience\nBartender\nThe Rusty Anchor - Springfield, OH\nMay 2019 to Present\n"
            "- Served guests.\nEducation\nBSc Biology, University of Leeds"
        ),
        {"current_employer": "The Rusty Anchor", "current_title": "Bartender"},
    ),
    "name_and_town_on_one_line": (
        "Martha Ferncliff • Columbus, GA\nProfessional experience\nFernpost Libraries\nLibrary Associate • 2016-present\nPlanned programs.",
        {"name": "Martha Ferncliff", "city": "Columbus, GA", "current_employer": "Fernpost Libraries"},
    ),
    "town_behind_a_name": (
        "Martha Ferncliff, Columbus, GA\nProfessional experience\nFernpost Libraries\nLibrary Associate • 2016-present\nPlanned programs.",
        {"name": "Martha Ferncliff", "city": "Columbus, GA"},
    ),
    "name_of_a_site_before_the_name": (
        (
            "fernblog — Martha Ferncliff\nCurriculum Vita\nEducation\nMaster of Arts, History, Southmoor University (2003)\nExperience\n"
            "Library Associate, Fernpost Libraries, 2016-present\nPlanned programs."
        ),
        {"name": "Martha Ferncliff"},
    ),
    "post_and_story_on_one_line": (
        (
            "Ana Moor\nana.moor@fernpost.net\nWork Experience\nOctober 2015 - March 2017\nSuperintendency of Banks\n"
            "Attorney at Legal Department. As part of my job, I have been assigned to a unit.\nMarch 2017\npresent\nBrightwater Moor Law Firm\n"
            "Associate Lawyer. Member of MQT team of the firm (recently ranked in Band 1 in Northfield Partners\nLaw Firm Ranking)."
        ),
        {"current_title": "Associate Lawyer", "current_employer": "Brightwater Moor Law Firm"},
    ),
    "school_of_a_university_below_it": (
        (
            "张立夏\n13700135521\n教育背景\n中原海洋大学\n未来学院（元班）| 2023 级本科生\n绩点：3.58/4\n主要课程：数学分析\n"
            "工作经历\n2018.3—至今   红星大酒店   领班"
        ),
        {"school": "中原海洋大学", "highest_degree": "bachelor"},
    ),
    "college_of_a_university_abroad": (
        "张立夏\n13700135521\n教育经历\n理学博士，地理信息科学\t2014 – 2019\n伦敦大学学院（UCL）\t英国\n理学硕士，地图学\t2011 – 2014\n北京大学\t中国",
        {"school": "伦敦大学学院", "highest_degree": "doctor"},
    ),
    "handle_between_sign_and_bracket": (
        "张立夏\nlixia163@example.com @summerlixia(微信)\n教育经历\n大连海事大学 本科 2014 - 2018\n技能\nExcel",
        {"wechat": "summerlixia", "emails": ("lixia163@example.com",)},
    ),
    "traits_are_no_firm": (
        "張立夏\n0912345678\n學歷\n亞洲大學一年級，2024學年\n工作經驗\n擔任多個家庭家教\n個性特點：善於學習與接受新知\n技能\n烹飪",
        {"current_employer": None},
    ),
    "initials_are_no_vessel": (
        "張立夏\n0912345678\n工作經歷\n中和股份有限公司 MVC工程師 2020/09 - 在職中\n項目名稱：檔案下載\n學歷\n亞洲大學 學士 2010-2014",
        {"current_employer": "中和股份有限公司", "current_title": "MVC工程師"},
    ),
    "post_of_a_volunteer": (
        (
            "Ana Moor\nana.moor@fernpost.net\nProfessional Experience\nFERN SCOUTS OF THE MOOR, Rockford, MI\t2007-present\n"
            "Volunteer: Service Unit Treasurer, Leader\nManaged the accounts of the unit.\nMOOR JUNIOR COLLEGE, Charleston, WV\t2004\n"
            "Instructor, Legal Studies\nEducation\nSuffolk University, JD 1999"
        ),
        {"current_employer": "FERN SCOUTS OF THE MOOR"},
    ),
    "mobile_below_the_jobs": (
        (
            "Ana Moor\nana.moor@fernpost.net\n617-555-0142\nExperience\nStaff Nurse, Moor Ltd\t2019 - present\n- Cared for patients.\n"
            "Mobile: 617-555-0177"
        ),
        {"phones": ("+16175550142", "+16175550177")},
    ),
    "house_of_volunteers": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   晨光义工联合会   项目主管\n负责日常工作。\n教育经历\n大连海事大学 本科 2014 - 2018",
        {"current_employer": "晨光义工联合会", "current_title": "项目主管"},
    ),
    "teacher_who_studies_on": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   晨光大学   讲师，在职攻读博士在读\n负责教学。\n教育经历\n大连海事大学 硕士 2014 - 2018",
        {"current_employer": "晨光大学", "current_title": "讲师"},
    ),
    "now_in_dutch": (
        (
            "Sjoerd Veldhuis\nsjoerd@fernpost.nl\nWerk Ervaring\n2015–huidig\tMoorboek\nProgrammeur (C#, SQL)\n"
            "Verder ontwikkelen van de addin voor\nMicrosoft Word\n2012–2016\tShell\nService Medewerker\nDe klanten helpen\nOpleidingen\n2008–2012\tHBO Informatica"
        ),
        {"current_employer": "Moorboek", "current_title": "Programmeur (C#, SQL)"},
    ),
    "licence_to_drive": (
        (
            "Ana Moor\nana.moor@fernpost.net\nEducation\nBTEC Level 3 Food Technology, Leeds City College\t2014 - 2016\n"
            "Full clean driving licence\nExperience\n2019 - 2020\tShift Supervisor, Moor Ltd"
        ),
        {"highest_degree": "college", "school": "Leeds City College"},
    ),
    "licence_of_a_university": (
        "Anaïs Morel\nanais.morel@fernpost.fr\nFormation\n2018 - 2021\tLicence en Droit, Université de Lille",
        {"highest_degree": "bachelor", "school": "Université de Lille"},
    ),
    "wechat_misspelt": (
        "郑安怡\nPhone: 183-4000-5000\nWetchat: Anwinnini/18340005000\n教育背景\n大连交通大学 交通运输 本科 2014 - 2019",
        {"wechat": "Anwinnini"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_resumes_of_the_world(case: str, read: Callable[..., Reading]) -> None:
    text, expected = CASES[case]
    (found,) = read(text + ("" if "\u4e00" <= text[0] <= "\u9fff" else TAIL)).resumes
    assert {field: getattr(found, field) for field in expected} == expected


def test_a_blank_form_of_another_country_has_no_name(read: Callable[..., Reading]) -> None:
    text = (
        "Lebenslauf\nVorname Nachname\nMusterstraße 1, 12345 Musterstadt\nTelefon: 0123 456789\nE-Mail: vorname.nachname@beispiel.example\n"
        "Berufserfahrung\nMM/JJJJ – heute  Position, Firma\nAusbildung\nMM/JJJJ – MM/JJJJ  Abschluss, Hochschule"
    )
    assert [found.name for found in read(text).resumes] in ([], [None])


def test_a_piece_of_a_page_is_html(read: Callable[..., Reading]) -> None:
    text = (
        "<h1>Anna Becker</h1>+49 151 23456780<br>anna.becker@fernpost.de<br><p>Experience<br>2019-01 - 2023-05 Software Engineer, Moor AG"
        "<br>Education<br>BSc Computer Science, TU Berlin, 2015"
    )
    (found,) = read(text, "x.html").resumes
    assert (found.name, found.current_employer) == ("Anna Becker", "Moor AG")


def test_the_link_of_a_badge_is_read(read: Callable[..., Reading]) -> None:
    text = (
        "# Brenda Akoth\n\n## Education\nB.Sc. in Nursing, Moor University\n\n## Connect with Me\n\n"
        "[![Email](https://img.shields.example/badge/-Email?logo=mail)](mailto:brenda.a01@fernpost.net)\n"
    )
    (found,) = read(text, "x.md").resumes
    assert found.emails == ("brenda.a01@fernpost.net",)


@pytest.mark.parametrize(
    ("icon", "wechat"),
    [
        ('<i class="fab fa-weixin"></i> lin_1996', "lin_1996"),
        ('<img src="a.png" alt="微信"><span>linshuyao96</span>', "linshuyao96"),
        ('<i class="wechat"></i>Download', None),
    ],
)
def test_an_icon_of_a_page_is_a_label(icon: str, wechat: str | None, read: Callable[..., Reading]) -> None:
    page = f"<html><body><h1>林书遥</h1><p>13812345600</p><p>{icon}</p><h2>教育经历</h2><p>本科/杭师大软件工程系 2014-2018</p></body></html>"
    (found,) = read(page, "x.html").resumes
    assert (found.wechat, found.school) == (wechat, "杭师大")
