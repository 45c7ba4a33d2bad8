from __future__ import annotations

import base64
import json
import os
import stat
import sys
import zipfile
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from tests.service.bundle.contents import project, repacked, resealed, uuid

from annotator.core.bundle_errors import (
    DamagedBundleError,
    DamagedKeyError,
    MissingSigningError,
    OtherKeyError,
    UnsignedBundleError,
    WrongSignatureError,
)
from annotator.paths import config_dir
from annotator.service.bundle import signing
from annotator.service.bundle.bundle import open_bundle
from annotator.service.bundle.content import BundleOptions, Named
from annotator.service.bundle.known_signers import KnownSigners, Standing
from annotator.service.bundle.signing import KEY, machine_signer
from annotator.service.bundle.verifying import verify_bundle
from annotator.service.bundle.writing import write_bundle
from annotator.team.shared import canonical

TIME = "2026-11-22T09:00:00.000Z"


def small(name="Olena", member=2):
    content = project(articles=1, highlights=1)
    content.facts = replace(content.facts, member=Named(uuid(member), name))
    return content


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("olena")
    target = folder / "signed.annobundle"
    return target, write_bundle(target, small(), sign=machine_signer(folder))


def standing(path, folder, **wishes):
    with open_bundle(path) as bundle:
        return KnownSigners(folder).standing(bundle, **wishes)


def remembered(path, folder):
    with open_bundle(path) as bundle:
        KnownSigners(folder).remember(bundle, at=TIME)


def test_a_key_is_made_once_and_nobody_else_may_read_it():
    first, second = machine_signer(), machine_signer()
    assert first.fingerprint == second.fingerprint
    assert len(first.fingerprint.replace(" ", "")) == 64
    if os.name == "posix":
        assert stat.S_IMODE((config_dir() / KEY).stat().st_mode) == 0o600


def test_a_signature_is_of_the_bytes_of_both_lists(signed):
    with zipfile.ZipFile(signed[0]) as file:
        held = json.loads(file.read("signature.json"))
        data = file.read("manifest-sha256.txt") + file.read("manifest.json")
    key = Ed25519PublicKey.from_public_bytes(base64.b64decode(held["public_key"]))
    key.verify(base64.b64decode(held["signature"]), data)
    assert held["member"] == {"id": uuid(2), "name": "Olena"}


def test_signing_alters_nothing_that_is_signed(tmp_path, signed):
    report = write_bundle(tmp_path / "a.annobundle", small())
    assert report.bundle_id == signed[1].bundle_id
    with open_bundle(tmp_path / "a.annobundle") as bare, open_bundle(signed[0]) as bundle:
        assert bare.manifest == replace(bundle.manifest, signed_with="")
        assert (bare.signed, bundle.signed.fingerprint) == (None, signed[1].fingerprint)


def test_a_signature_that_was_taken_away_is_missed(tmp_path, signed):
    stripped = tmp_path / "b.annobundle"
    repacked(signed[0], stripped, {"signature.json": None})
    with pytest.raises(DamagedBundleError, match=r"signature\.json.*it is missing"):
        standing(stripped, tmp_path)
    assert [one.place for one in verify_bundle(stripped).problems] == ["signature.json"]


def test_the_manifest_names_the_key(tmp_path, signed):
    def other(data):
        said = json.loads(data)
        assert said["signed_with"] == signed[1].fingerprint
        return canonical(said | {"signed_with": "0000"}).encode()

    resealed(signed[0], tmp_path / "b.annobundle", {"manifest.json": other})
    with pytest.raises(WrongSignatureError):
        standing(tmp_path / "b.annobundle", tmp_path)


def test_whoever_makes_the_hashes_anew_cannot_sign(tmp_path, signed):
    forged = tmp_path / "b.annobundle"
    resealed(signed[0], forged, {"claims.jsonl": lambda data: data.replace(b"minister", b"mayor")})
    with pytest.raises(WrongSignatureError, match="Olena"):
        standing(forged, tmp_path)
    assert [one.place for one in verify_bundle(forged).problems] == ["signature.json"]


@pytest.mark.parametrize(
    ("key", "value", "error"),
    [
        ("algorithm", "none", WrongSignatureError),
        ("member", {"id": uuid(3)}, WrongSignatureError),
        ("public_key", "", WrongSignatureError),
        ("signature", base64.b64encode(bytes(64)).decode(), WrongSignatureError),
        ("signature", "?", DamagedBundleError),
        ("member", None, DamagedBundleError),
    ],
)
def test_signatures_that_are_none_are_refused(tmp_path, signed, key, value, error):
    def altered(data):
        return f"{canonical(json.loads(data) | {key: value})}\n".encode()

    repacked(signed[0], tmp_path / "b.annobundle", {"signature.json": altered})
    with pytest.raises(error):
        standing(tmp_path / "b.annobundle", tmp_path)


def test_a_signer_is_new_and_then_known_and_never_another(tmp_path, signed):
    assert standing(signed[0], tmp_path) is Standing.NEW
    assert standing(signed[0], tmp_path) is Standing.NEW
    remembered(signed[0], tmp_path)
    assert standing(signed[0], tmp_path) is Standing.KNOWN
    other = machine_signer(tmp_path / "other")
    forged = tmp_path / "b.annobundle"
    write_bundle(forged, small("Olena?"), sign=other)
    with pytest.raises(OtherKeyError) as caught:
        standing(forged, tmp_path)
    assert all(one in str(caught.value) for one in (other.fingerprint, signed[1].fingerprint))
    assert standing(forged, tmp_path, trust_new_key=True) is Standing.REPLACED
    remembered(forged, tmp_path)
    assert standing(forged, tmp_path) is Standing.KNOWN
    assert KnownSigners(tmp_path).of(uuid(2)).first_seen == TIME


def test_taking_the_signature_away_does_not_help(tmp_path, signed):
    bare = tmp_path / "b.annobundle"

    def unsaid(data):
        return canonical(json.loads(data) | {"signed_with": None}).encode()

    resealed(signed[0], bare, {"signature.json": None, "manifest.json": unsaid})
    assert standing(bare, tmp_path) is Standing.UNSIGNED
    remembered(bare, tmp_path)
    remembered(signed[0], tmp_path)
    with pytest.raises(UnsignedBundleError, match="Olena"):
        standing(bare, tmp_path)
    assert standing(bare, tmp_path, trust_new_key=True) is Standing.REPLACED
    ahmed = tmp_path / "c.annobundle"
    write_bundle(ahmed, small("Ahmed", member=5))
    assert standing(ahmed, tmp_path) is Standing.UNSIGNED


def test_a_key_is_remembered_with_the_name_and_never_with_a_pseudonym(tmp_path, signed):
    signer, path = machine_signer(signed[0].parent), tmp_path / "b.annobundle"

    def taken(name, *, pseudonyms=False):
        write_bundle(path, small(name), options=BundleOptions(pseudonyms=pseudonyms), sign=signer)
        remembered(path, tmp_path)
        return KnownSigners(tmp_path).of(uuid(2))

    anonymous = taken("Olena", pseudonyms=True)
    assert (anonymous.name, anonymous.fingerprint) == ("", signer.fingerprint)
    assert taken("Olena") == replace(anonymous, name="Olena")
    assert taken("Olena", pseudonyms=True).name == "Olena"
    assert taken("Olena B.").name == "Olena B."
    assert standing(path, tmp_path) is Standing.KNOWN


def test_without_the_extra_bundles_are_read_and_nothing_is_taken_for_checked(
    tmp_path, signed, monkeypatch
):
    remembered(signed[0], tmp_path / "knows")
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.asymmetric", None)
    with pytest.raises(MissingSigningError, match=r'pip install "fact-annotator\[sign\]"'):
        machine_signer()
    assert standing(signed[0], tmp_path) is Standing.UNCHECKED
    remembered(signed[0], tmp_path)
    assert KnownSigners(tmp_path).of(uuid(2)) is None
    with pytest.raises(MissingSigningError):
        standing(signed[0], tmp_path / "knows")


@pytest.mark.parametrize("data", ["", "[]", json.dumps({uuid(2): 1}), json.dumps({uuid(2): {}})])
def test_what_is_known_of_signers_and_cannot_be_read_is_told(tmp_path, signed, data):
    (tmp_path / "known_signers.json").write_text(data)
    with pytest.raises(DamagedKeyError, match=r"known_signers\.json"):
        standing(signed[0], tmp_path)
    (tmp_path / KEY).write_text(data)
    with pytest.raises(DamagedKeyError, match=KEY):
        machine_signer(tmp_path)


def test_a_fingerprint_can_be_read_out():
    assert signing.fingerprint(b"key").split(" ")[0] == "2c70"
