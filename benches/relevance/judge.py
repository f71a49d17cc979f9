#!/usr/bin/env python3
"""Write queries.csv: search queries with the treatment systems that answer them.

    python3 judge.py DATA_FOLDER [OUTPUT]

DATA_FOLDER holds TREATMENT_SYSTEM.csv, TREATMENT_UNITS.csv, PARAMETER.csv and REFERENCE_INFO.csv of the Industrial
Wastewater Treatment Technology database. Nothing is judged by hand: every query is a list of facets, every facet is a
set of codes of the data, and the grade follows from which facets a system meets (see grade()). README.md explains.
"""

import csv
import pathlib
import re
import sys

# name: (kind, codes that meet it, codes that come near it). Kinds:
#   parameter  PARAMID with a value measured      industry   PSC_CODE              treatment  TT_CODE
#   use        WW_USE                             scale      SCALE                 discharge  DISCHARGE_DESIGNATION
#   system     SYSTEM_NAME; near: same REF_ID     text       pattern in the system's own fields; near: in its paper's
FACETS = {
    "ammonia": ("parameter", "334 336 338 341 2028 2034 2048 2050 2056 2057", "1352 249 2085"),
    "antibiotics": ("parameter", "348 378 2031 687 878", "279 329 542 2070 1270"),
    "arsenic": ("parameter", "362 363 366 2080", ""),
    "bod": ("parameter", "464 473 1534 2049", "469 2101"),
    "boron": ("parameter", "478 479 2032", ""),
    "btex": ("parameter", "503 399 1884 931 2008", ""),
    "cadmium": ("parameter", "526 527 530", ""),
    "cod": ("parameter", "571 572 573 574 1444", ""),
    "colour": ("parameter", "701 2052", ""),
    "copper": ("parameter", "705 708 712", ""),
    "cyanide": ("parameter", "731 732 733 2068", ""),
    "fluoride": ("parameter", "970", ""),
    "hexavalent_chromium": ("parameter", "669 670", "664 667 676"),
    "iron": ("parameter", "1092 1095 1100", ""),
    "lead": ("parameter", "1138 1143 1147", ""),
    "manganese": ("parameter", "1170 1171 1174", ""),
    "mercury": ("parameter", "1185 1187 1193", ""),
    "naphthenic_acids": ("parameter", "1295", ""),
    "nickel": ("parameter", "1313 1315 2065", ""),
    "nitrate": ("parameter", "1324 1325 1326", "198 1336 2083"),
    "oil": ("parameter", "948 957 1413 1414 2066 2069 2073", "1527 1895 2087 2088 2094"),
    "perchlorate": ("parameter", "1500", ""),
    "pfas": ("parameter", "1501 1503 1505 1506 1507 1509 1510 1511 1512 1513 1514 1515 1516 1519 2102 2103 2104 2105 "
             "2106 2107 2108 2109 2110 2111 2112 2113 2114 2115", ""),
    "pfoa": ("parameter", "1515", ""),
    "phenols": ("parameter", "1532 1536 1537 1539 1899 2058 2059", ""),
    "phosphorus": ("parameter", "253 1569 1576 1577", "1550 1551 1554 1555 1558"),
    "selenium": ("parameter", "1700 1702 1705 2033 2084 1697 1698", ""),
    "silica": ("parameter", "191 1710 1711 2095 2097 2100", ""),
    "sulfate": ("parameter", "1773 1774 1775 1776 2041 2079", ""),
    "suspended_solids": ("parameter", "1799 1902", "1755 1745 1972"),
    "tds": ("parameter", "1749", "704"),
    "thiocyanate": ("parameter", "2060 2081", ""),
    "tmah": ("parameter", "1848", ""),
    "toc": ("parameter", "554", "553"),
    "total_nitrogen": ("parameter", "1359 1360 1361", "1352 249 2085"),
    "zinc": ("parameter", "2013 2015 2018", ""),
    "airport": ("industry", "449", ""),
    "aluminium_forming": ("industry", "467", ""),
    "coal_mining": ("industry", "434", ""),
    "dairy": ("industry", "405", ""),
    "drinking_water": ("industry", "501", ""),
    "electronics": ("industry", "469", ""),
    "food": ("industry", "503", "405 406 407 432"),
    "hospital": ("industry", "460", ""),
    "iron_and_steel": ("industry", "420", ""),
    "landfill": ("industry", "445", ""),
    "leather": ("industry", "425", ""),
    "livestock": ("industry", "412", "7"),
    "meat": ("industry", "432", ""),
    "metal_finishing": ("industry", "433", "467"),
    "mining": ("industry", "434 436 440", ""),
    "oil_and_gas": ("industry", "435", ""),
    "ore_mining": ("industry", "440", "434 436"),
    "organic_chemicals": ("industry", "414", ""),
    "petroleum": ("industry", "419", ""),
    "pharmaceuticals": ("industry", "439", ""),
    "power": ("industry", "423", ""),
    "pulp_and_paper": ("industry", "430", ""),
    "textiles": ("industry", "410", ""),
    "transport_cleaning": ("industry", "442", ""),
    "activated_carbon": ("treatment", "GAC PAC", ""),
    "activated_sludge": ("treatment", "ASG", "AD GSBR IFAS"),
    "aerobic_granules": ("treatment", "GSBR", ""),
    "anaerobic": ("treatment", "AND ANSG ANFF AnMBR", ""),
    "anaerobic_mbr": ("treatment", "AnMBR", ""),
    "advanced_oxidation": ("treatment", "AOP", "OZ CO"),
    "chemical_precipitation": ("treatment", "ChemPre", ""),
    "concentration": ("treatment", "EVAP CYS", ""),
    "constructed_wetland": ("treatment", "WET", ""),
    "crystallisation": ("treatment", "CYS", ""),
    "dissolved_air_flotation": ("treatment", "DAF", "DGF"),
    "electrocoagulation": ("treatment", "EC", ""),
    "electrodialysis": ("treatment", "ED", ""),
    "forward_osmosis": ("treatment", "FO", ""),
    "ion_exchange": ("treatment", "ION", ""),
    "mbbr": ("treatment", "MBBR", "IFAS"),
    "mbr": ("treatment", "MBR", "AnMBR"),
    "membrane_distillation": ("treatment", "MD", ""),
    "micro_ultrafiltration": ("treatment", "MF", "MBR"),
    "nanofiltration": ("treatment", "NANO", "RO"),
    "oil_water_separation": ("treatment", "OW", ""),
    "ozone": ("treatment", "OZ", "AOP"),
    "reverse_osmosis": ("treatment", "RO", "NANO FO"),
    "stripping": ("treatment", "ST", ""),
    "ultraviolet": ("treatment", "UV", ""),
    "zero_valent_iron": ("treatment", "ZVI", ""),
    "reused": ("use", "Recycled/reused", ""),
    "full": ("scale", "Full", ""),
    "pilot": ("scale", "Pilot", ""),
    "indirect": ("discharge", "Indirect", ""),
    "anammox": ("text", r"anammox|deammonif", ""),
    "cooling_tower": ("text", r"cooling tower", ""),
    "fgd": ("text", r"flue gas desul|\bFGD\b", ""),
    "struvite": ("text", r"struvite", ""),
    "walnut_shell": ("text", r"walnut shell", ""),
    "zeeweed": ("text", r"zeeweed", ""),
    "zeolite": ("text", r"zeolite", ""),
    "41T1": ("system", "41T1", ""),
    "226T1": ("system", "226T1", ""),
    "324T5": ("system", "324T5", ""),
}

# language, query, facets an answer cannot do without, facets that make it a full answer.
QUERIES = [
    ("en", "selenium removal coal mine", "selenium", "coal_mining"),
    ("en", "membrane bioreactor petroleum refinery", "mbr", "petroleum"),
    ("en", "struvite", "struvite", ""),
    ("en", "41T1", "41T1", ""),
    ("en", "324T5", "324T5", ""),
    ("en", "selenium power plant", "selenium", "power"),
    ("en", "mercury in FGD wastewater", "mercury", "fgd"),
    ("en", "arsenic metal finishing", "arsenic", "metal_finishing"),
    ("en", "COD dairy", "dairy", "cod"),
    ("en", "ammonia removal iron and steel", "ammonia", "iron_and_steel"),
    ("en", "hexavalent chromium metal finishing", "hexavalent_chromium", "metal_finishing"),
    ("en", "nickel plating wastewater", "nickel", "metal_finishing"),
    ("en", "oil and grease refinery", "oil", "petroleum"),
    ("en", "phenol refinery wastewater", "phenols", "petroleum"),
    ("en", "phosphorus slaughterhouse", "meat", "phosphorus"),
    ("en", "nitrate semiconductor", "nitrate", "electronics"),
    ("en", "fluoride power plant", "fluoride", "power"),
    ("en", "BOD brewery and beverage", "food", "bod"),
    ("en", "PFAS drinking water", "pfas", "drinking_water"),
    ("en", "PFOA", "pfoa", ""),
    ("en", "forever chemicals reverse osmosis", "pfas", "reverse_osmosis"),
    ("en", "boron produced water", "boron", "oil_and_gas"),
    ("en", "TDS oil and gas", "tds", "oil_and_gas"),
    ("en", "cyanide", "cyanide", ""),
    ("en", "thiocyanate coke plant", "thiocyanate", "iron_and_steel"),
    ("en", "naphthenic acids", "naphthenic_acids", ""),
    ("en", "TMAH", "tmah", ""),
    ("en", "perchlorate", "perchlorate", ""),
    ("en", "antibiotics in pharmaceutical wastewater", "antibiotics", "pharmaceuticals"),
    ("en", "MBRs", "mbr", ""),
    ("en", "MBR meat processing", "mbr", "meat"),
    ("en", "UF metal finishing", "micro_ultrafiltration", "metal_finishing"),
    ("en", "RO power station", "reverse_osmosis", "power"),
    ("en", "landfill leachate", "landfill", ""),
    ("en", "constructed wetlands", "constructed_wetland", ""),
    ("en", "constructed wetland mine drainage", "constructed_wetland", "mining"),
    ("en", "electrocoagulation", "electrocoagulation", ""),
    ("en", "anaerobic membrane bioreactor food", "anaerobic_mbr", "food"),
    ("en", "anaerobic digestion food industry", "anaerobic", "food"),
    ("en", "DAF poultry", "dissolved_air_flotation", "meat"),
    ("en", "moving bed biofilm reactor pharmaceutical", "mbbr", "pharmaceuticals"),
    ("en", "mercury chemical precipitation", "mercury", "chemical_precipitation"),
    ("en", "ion exchange paper mill", "ion_exchange", "pulp_and_paper"),
    ("en", "ozone", "ozone", ""),
    ("en", "activated carbon TOC", "activated_carbon", "toc"),
    ("en", "forward osmosis", "forward_osmosis", ""),
    ("en", "membrane distillation", "membrane_distillation", ""),
    ("en", "aerobic granular sludge", "aerobic_granules", ""),
    ("en", "zero-valent iron selenium", "zero_valent_iron", "selenium"),
    ("en", "zero liquid discharge", "concentration", "reused"),
    ("en", "water reuse petroleum refining", "petroleum reused", ""),
    ("en", "reuse of electroplating rinse water", "metal_finishing", "reused"),
    ("en", "full-scale membrane bioreactor", "mbr", "full"),
    ("en", "pilot reverse osmosis produced water", "reverse_osmosis", "oil_and_gas pilot"),
    ("en", "indirect discharge metal finishing", "metal_finishing", "indirect"),
    ("en", "air stripping ammonia", "stripping", "ammonia"),
    ("en", "iron and manganese ore mining", "iron manganese", "ore_mining"),
    ("en", "sulphate mining", "sulfate", "mining"),
    ("en", "BTEX produced water", "btex", "oil_and_gas"),
    ("en", "TSS tannery", "leather", "suspended_solids"),
    ("en", "total nitrogen meat processing", "total_nitrogen", "meat"),
    ("en", "cadmium electrocoagulation", "cadmium", "electrocoagulation"),
    ("en", "lead tank cleaning", "lead", "transport_cleaning"),
    ("en", "silica reverse osmosis", "silica", "reverse_osmosis"),
    ("en", "brine crystallizer power plant", "crystallisation", "power"),
    ("en", "activated sludge oil refinery", "activated_sludge", "petroleum"),
    ("en", "petrochemical anaerobic treatment", "anaerobic", "organic_chemicals"),
    ("en", "UV light drinking water", "ultraviolet", "drinking_water"),
    ("en", "nanofiltration", "nanofiltration", ""),
    ("en", "aluminum forming", "aluminium_forming", ""),
    ("en", "zeolite", "zeolite", ""),
    ("en", "tanneries", "leather", ""),
    ("en", "textile dye wastewater colour", "textiles", "colour"),
    ("en", "hospital wastewater", "hospital", ""),
    ("en", "airport deicing", "airport", ""),
    ("en", "swine manure", "livestock", ""),
    ("en", "tank truck cleaning", "transport_cleaning", ""),
    ("en", "ZeeWeed", "zeeweed", ""),
    ("en", "walnut shell filter", "walnut_shell", ""),
    ("en", "cooling tower blowdown reuse", "cooling_tower", "reused"),
    ("en", "anammox", "anammox", ""),
    ("en", "memebrane bioreactor refinary", "mbr", "petroleum"),
    ("en", "selenum removal", "selenium", ""),
    ("en", "revers osmossis", "reverse_osmosis", ""),
    ("en", "elecrocoagulation oil", "electrocoagulation", "oil"),
    ("zh", "除硒 煤矿", "selenium", "coal_mining"),
    ("zh", "炼油 膜生物反应器", "mbr", "petroleum"),
    ("zh", "鸟粪石", "struvite", ""),
    ("zh", "41T1", "41T1", ""),
    ("zh", "226T1 沉淀", "226T1", ""),
    ("zh", "煤矿废水除硒", "selenium", "coal_mining"),
    ("zh", "电厂脱硫废水 汞", "mercury", "power"),
    ("zh", "电厂 砷", "arsenic", "power"),
    ("zh", "乳品废水 化学需氧量", "dairy", "cod"),
    ("zh", "钢铁 氨氮", "ammonia", "iron_and_steel"),
    ("zh", "电镀废水六价铬", "hexavalent_chromium", "metal_finishing"),
    ("zh", "电镀 镍", "nickel", "metal_finishing"),
    ("zh", "炼油厂 含油废水", "oil", "petroleum"),
    ("zh", "含酚废水 炼油", "phenols", "petroleum"),
    ("zh", "屠宰废水 总磷", "meat", "phosphorus"),
    ("zh", "半导体 硝酸盐", "nitrate", "electronics"),
    ("zh", "除氟 电厂", "fluoride", "power"),
    ("zh", "饮料 BOD", "food", "bod"),
    ("zh", "饮用水 全氟化合物", "pfas", "drinking_water"),
    ("zh", "全氟辛酸", "pfoa", ""),
    ("zh", "PFAS 反渗透", "pfas", "reverse_osmosis"),
    ("zh", "油田采出水 硼", "boron", "oil_and_gas"),
    ("zh", "采出水 脱盐", "tds", "oil_and_gas"),
    ("zh", "氰化物", "cyanide", ""),
    ("zh", "焦化 硫氰酸盐", "thiocyanate", "iron_and_steel"),
    ("zh", "环烷酸", "naphthenic_acids", ""),
    ("zh", "四甲基氢氧化铵", "tmah", ""),
    ("zh", "高氯酸盐", "perchlorate", ""),
    ("zh", "抗生素 制药废水", "antibiotics", "pharmaceuticals"),
    ("zh", "重金属 铜 锌", "copper zinc", ""),
    ("zh", "除铁除锰 金属矿", "iron manganese", "ore_mining"),
    ("zh", "矿山 硫酸盐", "sulfate", "mining"),
    ("zh", "页岩气 苯系物", "btex", "oil_and_gas"),
    ("zh", "制革 悬浮物", "leather", "suspended_solids"),
    ("zh", "肉类加工 脱氮", "total_nitrogen", "meat"),
    ("zh", "罐车清洗 铅", "lead", "transport_cleaning"),
    ("zh", "二氧化硅 反渗透膜", "silica", "reverse_osmosis"),
    ("zh", "炼厂 活性污泥", "activated_sludge", "petroleum"),
    ("zh", "石化废水 厌氧", "anaerobic", "organic_chemicals"),
    ("zh", "纳滤", "nanofiltration", ""),
    ("zh", "铝型材", "aluminium_forming", ""),
    ("zh", "MBR 肉类加工", "mbr", "meat"),
    ("zh", "超滤 金属表面处理", "micro_ultrafiltration", "metal_finishing"),
    ("zh", "火电厂反渗透", "reverse_osmosis", "power"),
    ("zh", "垃圾渗滤液", "landfill", ""),
    ("zh", "人工湿地", "constructed_wetland", ""),
    ("zh", "人工湿地 矿山废水", "constructed_wetland", "mining"),
    ("zh", "电絮凝", "electrocoagulation", ""),
    ("zh", "厌氧膜生物反应器 食品", "anaerobic_mbr", "food"),
    ("zh", "食品废水厌氧处理", "anaerobic", "food"),
    ("zh", "气浮 家禽加工", "dissolved_air_flotation", "meat"),
    ("zh", "制药 移动床生物膜", "mbbr", "pharmaceuticals"),
    ("zh", "化学沉淀除汞", "mercury", "chemical_precipitation"),
    ("zh", "造纸 离子交换", "ion_exchange", "pulp_and_paper"),
    ("zh", "臭氧氧化", "ozone", ""),
    ("zh", "活性炭", "activated_carbon", ""),
    ("zh", "正渗透", "forward_osmosis", ""),
    ("zh", "膜蒸馏", "membrane_distillation", ""),
    ("zh", "电渗析", "electrodialysis", ""),
    ("zh", "好氧颗粒污泥", "aerobic_granules", ""),
    ("zh", "芬顿 高级氧化", "advanced_oxidation", ""),
    ("zh", "零排放 蒸发结晶", "concentration", "reused"),
    ("zh", "炼油废水回用", "petroleum reused", ""),
    ("zh", "中试 反渗透 采出水", "reverse_osmosis", "oil_and_gas pilot"),
    ("zh", "氨氮吹脱", "stripping", "ammonia"),
    ("zh", "制革废水", "leather", ""),
    ("zh", "印染废水 色度", "textiles", "colour"),
    ("zh", "医院废水", "hospital", ""),
    ("zh", "机场除冰废水", "airport", ""),
    ("zh", "养猪场废水", "livestock", ""),
    ("zh", "隔油池 炼厂", "oil_water_separation", "petroleum"),
    ("zh", "厌氧氨氧化", "anammox", ""),
    ("zh", "零价铁 除硒", "zero_valent_iron", "selenium"),
    ("zh", "膜生物反映器", "mbr", ""),
    ("zh", "離子交換", "ion_exchange", ""),
    ("zh", "反渗秀 电厂", "reverse_osmosis", "power"),
]

OWN_TEXT = ("TREATMENT_TECH_DESCRIPTION", "MEDIA_TYPE", "CHEMICAL_ADDITION", "ADDT_SYSTEM_PARAMETERS", "MANUFACTURER")
PAPER_TEXT = ("TITLE", "ABSTRACT", "KEY_FINDINGS", "MOTIVATION")
MEASURED = ("INFLUENTCONCENTRATION", "EFFLUENTCONCENTRATION", "REPORTEDREMOVAL", "UPDATEREMOVAL")
COLUMNS = {"use": "WW_USE", "scale": "SCALE", "discharge": "DISCHARGE_DESIGNATION"}


def read(folder, name):
    """Rows of one file. Some characters are damaged at the source and some fields span lines."""
    with open(folder / name, encoding="cp1252", errors="replace", newline="") as file:
        return list(csv.DictReader(file))


def load(folder):
    """Systems by name, each with the sets of codes that the facets ask for."""
    papers = {
        row["REF_ID"]: " ".join(row[column] for column in PAPER_TEXT) for row in read(folder, "REFERENCE_INFO.csv")
    }
    systems = {}
    for row in read(folder, "TREATMENT_SYSTEM.csv"):
        systems[row["SYSTEM_NAME"]] = {
            "reference": row["REF_ID"],
            "industry": {row["PSC_CODE"]},
            "treatment": set(),
            "parameter": set(),
            **{kind: {row[column]} for kind, column in COLUMNS.items()},
            "own": " ".join(row[column] for column in OWN_TEXT),
            "paper": papers.get(row["REF_ID"], ""),
        }
    for row in read(folder, "TREATMENT_UNITS.csv"):
        # Some steps belong to systems that the database no longer has.
        if row["SYSTEM_NAME"] in systems:
            systems[row["SYSTEM_NAME"]]["treatment"].add(row["TT_CODE"])
    for row in read(folder, "PARAMETER.csv"):
        if row["SYSTEM_NAME"] in systems and any(row[column].strip() for column in MEASURED):
            systems[row["SYSTEM_NAME"]]["parameter"].add(row["PARAMID"])
    return systems


def meets(facet, name, systems):
    """2 when the system meets the facet, 1 when it comes near, else 0."""
    kind, exact, near = FACETS[facet]
    system = systems[name]
    if kind == "text":
        fields = (system["own"], system["paper"])
        return max((2 - rank for rank, text in enumerate(fields) if re.search(exact, text, re.I)), default=0)
    if kind == "system":
        return 2 if name == exact else int(system["reference"] == systems[exact]["reference"])
    codes = system[kind]
    if codes & ({exact} if kind in COLUMNS else set(exact.split())):
        return 2
    return int(bool(codes & set(near.split())))


def grade(needed, wanted, name, systems):
    """2 when every facet is met; 1 when all but one are, and no needed one is wholly missed; else 0."""
    first = [meets(facet, name, systems) for facet in needed]
    every = first + [meets(facet, name, systems) for facet in wanted]
    short = sum(value < 2 for value in every)
    if short > 1 or min(first) == 0:
        return 0
    return 1 if short else 2


def judge(systems):
    """Rows of the judged list. A query that nothing answers in full is a mistake in the table."""
    for language, query, needed, wanted in QUERIES:
        grades = {name: grade(needed.split(), wanted.split(), name, systems) for name in systems}
        answers = sorted(
            (name for name, value in grades.items() if value),
            key=lambda name: (-grades[name], [int(part) for part in name.split("T")]),
        )
        if not answers or grades[answers[0]] < 2:
            raise SystemExit(f"no full answer: {query}")
        yield language, query, "|".join(f"{name}:{grades[name]}" for name in answers)


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    default = pathlib.Path(__file__).with_name("queries.csv")
    output = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else default
    rows = list(judge(load(pathlib.Path(sys.argv[1]))))
    with open(output, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("language", "query", "answers"))
        writer.writerows(rows)
    full = [row[2].count(":2") for row in rows]
    print(f"{len(rows)} queries, {sum(row[2].count(':') for row in rows)} judgements, {min(full)} to {max(full)} full answers")


if __name__ == "__main__":
    main()
