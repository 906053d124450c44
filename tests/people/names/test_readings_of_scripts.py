"""How names in the scripts of Asia, Africa and Europe are read. Public figures, all of them."""

from __future__ import annotations

import pytest

from habeas.people.names.readings import readings_of

READ = {
    "Thai": "อานนท์ นำภา = anon nampha; ภูมิพล อดุลยเดช = bhumibol adulyadej;"
    "ประยุทธ์ จันทร์โอชา = prayut chanocha; อภิสิทธิ์ เวชชาชีวะ = abhisit vejjajiva;"
    "พริษฐ์ ชิวารักษ์ = phrit chiwarak; ชวน หลีกภัย = chuan likphai",
    "Laoo": "ສົມບັດ ສົມພອນ = sombat somphon; ສຸພານຸວົງ = souphanouvong",
    "Mymr": "အောင်ဆန်းစုကြည် = aung san suu kyi; ဝင်းမြင့် = win myint;"
    "မင်းအောင်လှိုင် = min aung hlaing; ကျော်မိုးထွန်း = kyaw moe htun;"
    "ဖြိုးဇေယျာသော် = phyo ze ya thaw; ဦးသန့် = u thant; ခင်ညွန့် = khin nyunt",
    "Khmr": "ហ៊ុន សែន = hun sen; កឹម សុខា = kem sokha; ធារី សេង = theari seng;"
    "ឃួន សុដារី = khuon sodary; ហេង សំរិន = heng samrin",
    "Deva": "मनमोहन सिंह = manmohan singh; नरेन्द्र मोदी = narendra modi;"
    "भीमराव आंबेडकर = bhimrav ambedkar; प्रचण्ड = prachand; कृष्ण = krishna",
    "Beng": "শেখ মুজিবুর রহমান = shekh mujibur rahman; মুহাম্মদ ইউনূস = muhammad iunus",
    "Guru": "ਮਨਮੋਹਨ ਸਿੰਘ = manmohan singh; ਭਗਤ ਸਿੰਘ = bhagat singh",
    "Gujr": "મહાત્મા ગાંધી = mahatma gandhi; નરેન્દ્ર મોદી = narendra modi",
    "Taml": "மு கருணாநிதி = mu karunanithi; அன்வர் இப்ராகிம் = anvar ibrahim;சந்திரசேகர் = santhirasegar",
    "Telu": "జగన్ మోహన్ రెడ్డి = jagan mohan reddi; అర్జున రణతుంగ = arjuna ranatunga",
    "Knda": "ಸಿದ್ದರಾಮಯ್ಯ = siddaramayya",
    "Mlym": "പിണറായി വിജയൻ = pinarayi vijayan; ഉമ്മൻ ചാണ്ടി = umman chandi",
    "Sinh": "මහින්ද රාජපක්ෂ = mahinda rajapaksha; රනිල් වික්‍රමසිංහ = ranil wikramasingha",
    "Grek": "Αλέξης Τσίπρας = alexis tsipras; Ντόναλντ Τουσκ = donald tusk;"
    "Μίκης Θεοδωράκης = mikis theodorakis",
    "Armn": "Նիկոլ Փաշինյան = nikol pashinyan; Երևան = yerevan; Րաֆֆի = raffi",
    "Geor": "მიხეილ სააკაშვილი = mikheil saakashvili; ზვიად გამსახურდია = zviad gamsakhurdia",
    "Ethi": "መለስ ዜናዊ = meles zenawi; አብይ አህመድ = aby ahmed; ተስፋዬ = tesfaye",
    "Cyrl": "Марыя Калеснікава = maryya kalesnikava; Алесь Бяляцкі = ales byalyatski;"
    "Сергій Тигипко = serhiy tyhypko; Мария Колесникова = mariya kolesnikova;"
    "Сергей Станишев = sergey stanishev; Георги Първанов = georgi parvanov;"
    "Аляксандр Мілінкевіч = alyaksandr milinkevich; Љубица = ljubica",
    "Hebr": "שמעון פרס = shimon peres; צ'רצ'יל = chrchil",
    "Arab": "صدام حسين = saddam hussein; نرگس محمدی = nrges mohammadi;"
    "حسن روحانی = hassan rouhani; ياسر عرفات = yasser arafat",
}


@pytest.mark.parametrize(
    ("script", "story"),
    [(script, story.strip()) for script, line in READ.items() for story in line.split(";")],
)
def test_one_of_its_readings_is(script: str, story: str) -> None:
    name, reading = story.split(" = ")
    assert reading in readings_of(name, script)
