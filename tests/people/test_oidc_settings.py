"""An organisation's sign-in is set as a whole, or the start says what is missing."""

from pathlib import Path

import pytest

from civic.people.oidc import organisation
from civic.people.oidc.fetching import safe
from civic.people.oidc.organisation import organisation_of
from civic.settings import WrongSetting, read_settings

SET = {
    "CIVIC_OIDC_ISSUER": "https://id.example/realm",
    "CIVIC_OIDC_CLIENT_ID": "civic",
    "CIVIC_OIDC_NAME": "街道统一登录",
}


def test_nothing_set_is_nothing_there() -> None:
    assert organisation_of(read_settings({})) is None


def test_the_secret_from_a_file_or_the_environment_and_never_printed(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("between us\n")
    for given in ({"CIVIC_OIDC_SECRET_FILE": str(file)}, {"CIVIC_OIDC_SECRET": "between us"}):
        settings = read_settings({**SET, **given})
        found = organisation_of(settings)
        assert found is not None
        assert found.secret == "between us"
        assert "between us" not in f"{settings!r} {found!r}"


def test_without_the_extra_there_is_no_button(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(organisation, "has_extra", lambda: False)
    assert organisation_of(read_settings(SET)) is None


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"CIVIC_OIDC_CLIENT_ID": ""}, "CIVIC_OIDC_CLIENT_ID is missing"),
        ({"CIVIC_OIDC_NAME": ""}, "CIVIC_OIDC_NAME is missing"),
        ({"CIVIC_OIDC_ISSUER": ""}, "CIVIC_OIDC_ISSUER is missing"),
        ({"CIVIC_OIDC_ISSUER": "http://id.example"}, "begin with https://"),
        ({"CIVIC_OIDC_ISSUER": "http://localhost.evil.example"}, "begin with https://"),
        ({"CIVIC_OIDC_SECRET_FILE": "/nowhere/secret"}, "cannot be read"),
    ],
)
def test_half_a_setting_stops_the_start(changed: dict[str, str], words: str) -> None:
    with pytest.raises(WrongSetting, match=words):
        read_settings({**SET, **changed})


@pytest.mark.parametrize(
    ("url", "fits"),
    [
        ("https://id.example/token", True),
        ("http://127.0.0.1:8080/token", True),
        ("http://id.example/token", False),
        ("http://169.254.169.254/latest", False),
        ("file:///etc/passwd", False),
        ("https://", False),
        ("https://id.example:99999/", False),
        ("https://[::1/", False),
        (None, False),
        (7, False),
    ],
)
def test_which_addresses_are_asked(url: object, fits: bool) -> None:
    assert safe(url) is fits
