"""What a URL shows to be wrong without being asked for."""

import pytest

from doclint.links.weburls import fault_of


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://a.com/b?c#d", id="usual"),
        pytest.param("//a.com/b", id="no scheme"),
        pytest.param("HTTPS://A.COM:8443", id="a port"),
        pytest.param("http://[2001:db8::1]:80/", id="IPv6"),
        pytest.param("https://m\u00fcnchen.de/\u00fc", id="IDN"),
        pytest.param("https://a.com/%zz", id="odd percent signs"),
        pytest.param("http://host:port/", id="invented port"),
        pytest.param("https://<your-host>/x", id="invented host"),
        pytest.param("https://user:password@a.com/", id="invented password"),
        pytest.param("https://user@a.com/", id="a user"),
        pytest.param("mailto:a b", id="not of the web"),
        pytest.param("https://a.com./", id="a dot at the end"),
        pytest.param("https://" + "a" * 63 + ".com/", id="the longest label"),
        pytest.param("http://a.com:1/", id="the first port"),
    ],
)
def test_nothing_is_wrong(url: str) -> None:
    assert fault_of(url) == ""


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        pytest.param("http://", "names no host", id="nothing"),
        pytest.param("http:///x", "names no host", id="three slashes"),
        pytest.param("http:a.com", "has no // after its scheme", id="no slashes"),
        pytest.param("http://:80/", "names no host", id="a port alone"),
        pytest.param("http://a.com:65536/", "has no valid port", id="a port too high"),
        pytest.param("http://a.com:0/", "has no valid port", id="port 0"),
        pytest.param("http://a.com:-1/", "has no valid port", id="a negative port"),
        pytest.param("http://a.com/a b", "holds a space or a control character", id="a space"),
        pytest.param("http://a.com/a\x00", "holds a space or a control character", id="NUL"),
        pytest.param("http://a.com/\ud800", "holds a space or a control character", id="half a character"),
        pytest.param("http://[::1/", "has an open bracket in its host", id="a bracket"),
        pytest.param("http://a..com/", "has no valid host name", id="an empty label"),
        pytest.param("http://" + "a" * 64 + ".com/", "has no valid host name", id="a label too long"),
        pytest.param("http://h\\@evil.com/", "has a backslash in its host", id="a backslash"),
        pytest.param("https://deploy:hunter2@a.com/", "holds a password", id="a password"),
        pytest.param("https://a.com/" + "x" * 9000, "is longer than 8,000 characters", id="too long"),
    ],
)
def test_something_is_wrong(url: str, fault: str) -> None:
    assert fault_of(url) == fault
