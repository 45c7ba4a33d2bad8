"""News in several languages, written for these tests, and twenty texts made of each."""

from __future__ import annotations

SENTENCES = {
    "uk": (
        "Міністерство оборони заявило, що атаку відбито вночі.",
        "За словами речника, ніхто з мешканців не постраждав.",
        "«Ми не маємо підтверджень цієї інформації», — сказав мер міста.",
        "Гуманітарний конвой із водою та їжею прибув до Куп’янська о 14:30.",
        "Аналітики вважають, що ціни на пальне зростуть на 12 % до кінця року.",
        "Енергетики відновили електропостачання в трьох районах області.",
    ),
    "ru": (
        "Министерство обороны сообщило, что ночью атака была отражена.",
        "По словам представителя ведомства, никто из жителей не пострадал.",
        "«У нас нет подтверждений этой информации», — сказал мэр города.",
        "Гуманитарный конвой с водой и едой прибыл в город в 14:30.",
        "Аналитики считают, что цены на топливо вырастут на 12 % к концу года.",
        "Энергетики восстановили подачу электричества в трёх районах области.",
    ),
    "ar": (
        "أعلنت وزارة الدفاع أن الهجوم قد صد خلال الليل.",
        "وقال المتحدث إن أحدا من السكان لم يصب بأذى.",
        "وأضاف رئيس البلدية: ليست لدينا تأكيدات لهذه المعلومات.",
        "وصلت قافلة إنسانية تحمل الماء والغذاء إلى المدينة ظهر اليوم.",
        "ويرى محللون أن أسعار الوقود سترتفع حتى نهاية العام.",
        "أعاد العمال التيار الكهربائي إلى ثلاث مناطق في المحافظة.",
    ),
    "zh": (
        "国防部表示，昨夜的袭击已被击退。",
        "发言人说，没有居民受伤。",
        "市长说：“我们没有得到这一消息的证实。”",
        "载有水和食品的人道主义车队于下午两点半抵达该市。",
        "分析人士认为，到年底燃料价格将上涨百分之十二。",
        "电力工人恢复了该州三个地区的供电。",
    ),
    "zh-hant": (
        "國防部表示，昨夜的襲擊已被擊退。",
        "發言人說，沒有居民受傷。",
        "市長說：「我們沒有得到這一消息的證實。」",
        "載有水和食品的人道主義車隊於下午兩點半抵達該市。",
        "分析人士認為，到年底燃料價格將上漲百分之十二。",
        "電力工人恢復了該州三個地區的供電。",
    ),
    "ja": (
        "国防省は、昨夜の攻撃を撃退したと発表した。",
        "報道官によると、住民にけが人はいない。",
        "市長は「この情報はまだ確認されていません」と述べた。",
        "水と食料を積んだ人道支援の車列が午後二時半に市内に到着した。",
        "専門家は、年末までに燃料の価格が十二パーセント上がるとみている。",
        "作業員が州内の三つの地区で電力の供給を再開した。",
    ),
    "ko": (
        "국방부는 지난밤의 공격을 물리쳤다고 밝혔다.",
        "대변인은 다친 주민이 없다고 말했다.",
        "시장은 “이 정보는 아직 확인되지 않았습니다”라고 말했다.",
        "물과 식량을 실은 인도주의 차량이 오후 두 시 반에 도시에 도착했다.",
        "전문가들은 연말까지 연료 가격이 12% 오를 것으로 보고 있다.",
        "작업자들이 주의 세 지역에서 전기 공급을 다시 시작했다.",
    ),
    "es": (
        "El Ministerio de Defensa afirmó que el ataque fue rechazado durante la noche.",
        "Según el portavoz, ningún vecino resultó herido; los daños son pequeños.",
        "«No tenemos confirmación de esta información», señaló el alcalde.",
        "¿Llegó el convoy con agua y alimentos? Sí, esta mañana, según el señor Núñez.",
        "Los analistas creen que el precio del combustible subirá un 12 % este año.",
        "Los técnicos restablecieron la electricidad en tres distritos de la región.",
    ),
    "fr": (
        "Le ministère de la Défense a déclaré que l’attaque avait été repoussée cette nuit.",
        "Selon le porte-parole, aucun habitant n’a été blessé ; les dégâts sont légers.",
        "« Nous n’avons reçu aucune confirmation », a répété le maire, très étonné.",
        "Un convoi d’eau et de vivres est arrivé à la mairie où l’on s’inquiétait déjà.",
        "Les analystes prévoient une hausse de 12 % du prix du carburant à Noël.",
        "L’électricité a été rétablie dans trois quartiers ; un œil reste sur le réseau.",
    ),
    "de": (
        "Das Verteidigungsministerium erklärte, der Angriff sei in der Nacht abgewehrt worden.",
        "Laut dem Sprecher wurde niemand verletzt, die Schäden seien überschaubar.",
        "„Dafür haben wir keine Bestätigung“, sagte der Bürgermeister am frühen Morgen.",
        "Ein Konvoi mit Wasser und Nahrung erreichte die Straße zum Rathaus um 14:30 Uhr.",
        "Fachleute erwarten, dass die Kraftstoffpreise bis Jahresende um 12 % höher liegen.",
        "Die Stromversorgung läuft in drei Bezirken wieder, große Ausfälle gibt es nicht.",
    ),
    "pl": (
        "Ministerstwo Obrony oświadczyło, że atak został odparty w nocy.",
        "Według rzecznika żaden z mieszkańców nie został ranny, szkody są niewielkie.",
        "Nie mamy potwierdzenia tych doniesień, powiedział burmistrz miasta Łódź.",
        "Konwój humanitarny z wodą i żywnością dotarł do miasta o godzinie 14:30.",
        "Analitycy sądzą, że ceny paliw wzrosną o 12 % do końca roku.",
        "Energetycy przywrócili zasilanie w trzech dzielnicach województwa śląskiego.",
    ),
}
OLD = (
    ("uk", "windows-1251"), ("uk", "koi8-u"),
    ("ru", "windows-1251"), ("ru", "koi8-r"), ("ru", "cp866"),
    ("ar", "windows-1256"), ("ar", "iso8859-6"),
    ("zh", "gb18030"), ("zh-hant", "big5"), ("ja", "shift_jis"), ("ko", "euc-kr"),
    ("es", "windows-1252"), ("fr", "windows-1252"), ("de", "windows-1252"),
    ("pl", "windows-1250"), ("pl", "iso8859-2"),
)  # fmt: skip


def twenty(language: str) -> list[str]:
    """Return twenty texts, from one sentence to a page."""
    given = SENTENCES[language]
    between = "" if language in ("zh", "zh-hant", "ja") else " "
    return [
        "\r\n".join(
            between.join(given[(first + step) % 6] for step in range(1 + (first + line) % 3))
            for line in range(1 + first // 4)
        )
        for first in range(20)
    ]


def old_bytes(text: str, encoding: str) -> tuple[str, bytes]:
    """Return a text as that encoding can hold it, and its bytes."""
    data = text.encode(encoding, "replace")
    return data.decode(encoding), data
