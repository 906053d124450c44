"""The pages as bytes: what they say, where they lead, what they never do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import urllib3
from lxml import html

from habeas.pledges.arrange import arrange_events
from public import fictional

LOADED = "//link[not(@hreflang or @rel='alternate')]/@href | //script/@src"

MOST_BYTES = 60_000
"""Of a page on the wire, before images."""

PROMISED = arrange_events(
    fictional.ruritania.reports,
    fictional.CLAIMS,
    fictional.ruritania.ties,
    [fictional.account.event],
)

PAGES = {
    "home": "/",
    "account": f"/accounts/{fictional.account.event.id}/",
    "report": f"/reports/{fictional.wire.id}/",
    "report from right to left": f"/reports/{fictional.arabic.id}/",
    "list as a report": f"/reports/{fictional.listed.id}/",
    "hostile report": f"/reports/{fictional.hostile.id}/",
    "person": f"/people/{fictional.anna.id}/",
    "person with an endless name": f"/people/{fictional.endless.id}/",
    "people": "/people/",
    "reports": "/reports/",
    "accounts": "/accounts/",
    "search": "/search/",
    "api": "/api/",
    "over time": "/over-time/",
    "claim": f"/claims/{fictional.pardon.id}/",
    "about": "/about/",
    "promises": "/promises/",
    "promise": f"/promises/{PROMISED.chains[0].pledge.id}/",
    "deal": f"/deals/{PROMISED.deals[0].id}/",
}


STATIC = ("site.css", "site.js", "report.js")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back for one address."""

    status: int
    headers: dict[str, str]
    wire: int
    text: str

    @property
    def tree(self) -> html.HtmlElement:
        """The page, parsed."""
        return html.document_fromstring(self.text)


def get(address: str, **headers: str) -> Answer:
    """Ask for an address as a browser does, without following where it leads.

    Further headers are named with `_` for `-`.
    """
    asked = {name.replace("_", "-"): value for name, value in headers.items()}
    return _answer("GET", address, asked)


def post(address: str, **fields: str) -> Answer:
    """Send a form as a browser does."""
    return _answer("POST", address, {}, fields)


def _answer(
    method: str, address: str, headers: dict[str, str], fields: dict[str, str] | None = None
) -> Answer:
    sent = {} if fields is None else {"fields": fields, "encode_multipart": False}
    with urllib3.PoolManager() as pool:
        answer = pool.request(
            method,
            address,
            headers={"Accept-Encoding": "gzip", **headers},
            redirect=False,
            decode_content=False,
            **sent,  # type: ignore[arg-type]
        )
    wire = len(answer.data)
    raw = answer.data
    if answer.headers.get("Content-Encoding") == "gzip":
        import gzip

        raw = gzip.decompress(raw)
    lower = {name.lower(): value for name, value in answer.headers.items()}
    return Answer(status=answer.status, headers=lower, wire=wire, text=raw.decode(errors="replace"))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_in_good_order(ruritania: str, page: str) -> None:
    answer = get(ruritania + PAGES[page])
    assert answer.status == 200
    assert answer.wire < MOST_BYTES
    assert "set-cookie" not in answer.headers
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    tree = answer.tree
    assert tree.get("lang") == "en"
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//title")[0].text_content().strip()
    assert not tree.xpath("//form[not(@method='post' and @action='/search/')]")
    assert not tree.xpath("//style | //*[@style] | //script[not(@src)] | //@onclick")


def test_the_style_and_the_script_are_small(ruritania: str) -> None:
    sizes = [get(f"{ruritania}/static/public/{name}").wire for name in STATIC]
    assert sum(sizes) < MOST_BYTES / 2


def test_the_front_page_and_all_it_loads_are_small(ruritania: str) -> None:
    front = get(ruritania + "/")
    loaded = front.tree.xpath(LOADED)
    assert loaded
    whole = front.wire + sum(get(urljoin(ruritania, address)).wire for address in loaded)
    assert whole < MOST_BYTES


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_is_known_is_not_sent_again(ruritania: str, page: str) -> None:
    first = get(ruritania + PAGES[page])
    for known in (
        {"If_None_Match": first.headers["etag"]},
        {"If_Modified_Since": first.headers["last-modified"]},
    ):
        again = get(ruritania + PAGES[page], **known)
        assert (again.status, again.wire) == (304, 0)
    assert get(ruritania + PAGES[page], If_None_Match='"another"').status == 200
    assert first.headers["cache-control"] == "no-cache"


def test_knowing_one_page_is_not_knowing_another(ruritania: str) -> None:
    tag = get(ruritania + "/people/").headers["etag"]
    assert get(ruritania + "/people/nobody/", If_None_Match=tag).status == 404
    assert get(ruritania + "/people/?page=2", If_None_Match=tag).status == 200
    assert "etag" not in get(ruritania + "/people/nobody/").headers


def test_static_files_are_compressed_and_kept(ruritania: str) -> None:
    for address in get(ruritania + PAGES["report"]).tree.xpath(LOADED):
        answer = get(urljoin(ruritania, address))
        assert "?v=" in address
        assert answer.headers["content-encoding"] == "gzip"
        assert "max-age=31536000" in answer.headers["cache-control"]


def test_every_link_of_the_site_leads_somewhere(ruritania: str) -> None:
    ids: dict[str, set[str]] = {}
    waiting = [ruritania + "/"]
    wanted: list[str] = []
    while waiting:
        address = waiting.pop()
        answer = get(address)
        assert answer.status in {200, 302}, address
        ids[address] = set()
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        ids[address] = set(answer.tree.xpath("//@id"))
        # What follows where something is set aside is not walked through: see test_what_if.
        walked = "//a[not(@rel='nofollow')]/@href | //link/@href | //script/@src"
        for link in answer.tree.xpath(walked):
            target = urljoin(address, link)
            if not target.startswith(ruritania):
                continue
            wanted.append(target)
            bare = target.partition("#")[0]
            if bare not in ids and bare not in waiting:
                waiting.append(bare)
    for target in wanted:
        bare, _, fragment = target.partition("#")
        assert not fragment or unquote(fragment) in ids[bare], target
    assert len(ids) > len(PAGES)


@pytest.mark.parametrize("page", ["home", "account"])
def test_every_figure_opens_the_words_that_claim_it(ruritania: str, page: str) -> None:
    claims = {claim.id: claim for claim in fictional.CLAIMS}
    tree = get(ruritania + PAGES[page]).tree
    opened = [link for link in tree.xpath("//a/@href") if "#w-" in link]
    assert len(opened) > 5
    for link in opened:
        path, _, anchor = link.partition("#w-")
        claim = claims[anchor]
        report = get(ruritania + path).tree
        pieces = report.xpath("//*[@data-claim=$id and contains(@class, 'passage')]", id=anchor)
        for number in report.xpath("//sup"):
            number.drop_tree()
        words = "".join(piece.text_content() for piece in pieces)
        in_a_list = report.xpath("//tr[.//@id=$id]", id=f"w-{anchor}")
        assert words == claim.passage.exact or in_a_list, claim.passage.exact


def test_no_figure_stands_without_a_link(ruritania: str) -> None:
    tree = get(ruritania + PAGES["account"]).tree
    for figure in tree.xpath("//*[contains(concat(' ', @class, ' '), ' fig ')]"):
        assert figure.tag == "a"
        assert figure.get("href")


def test_the_account_says_who_is_missing_and_what_adds_up(ruritania: str) -> None:
    text = " ".join(get(ruritania + PAGES["account"]).tree.text_content().split())
    for words in (
        "121 of 123",
        "123 = 114 + 9",
        "about 1,000",
        "1,197",
        "if progress continues",
        "May be the same person as Zenda, Anna",
        "Who are the 121 whom nobody names?",
        "Latvia",
    ):
        assert words in text


def test_the_same_place_holds_for_the_sum_and_its_parts(ruritania: str) -> None:
    tree = get(ruritania + PAGES["account"]).tree
    parts = tree.xpath("//li[@class='part']//rect[@class='sure']")
    edges = [(int(part.get("x")), int(part.get("width"))) for part in parts]
    # Below them, the one of the two named who is confirmed.
    assert edges == [(0, 927), (927, 73), (0, 8)]


def test_hostile_words_stay_words(ruritania: str) -> None:
    answer = get(ruritania + PAGES["hostile report"])
    assert "<script>document" not in answer.text
    assert "<img" not in answer.text
    assert "javascript:" not in answer.text
    assert "{{ settings.SECRET_KEY }}" in answer.text


def test_no_address_holds_a_name(ruritania: str) -> None:
    for page in PAGES.values():
        for link in get(ruritania + page).tree.xpath("//a/@href"):
            path = unquote(urlsplit(link).path).lower()
            assert not {"anna", "zenda", "rudolf", "hentzau"} & set(path.split("/")), link


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/people/nobody/",
        "/accounts/1/",
        "/reports/%00/",
        "/reports/..%2f/",
        "/people/Ann a/",
    ],
)
def test_what_is_not_in_the_edition_is_not_found(ruritania: str, path: str) -> None:
    answer = get(ruritania + path.replace(" ", "%20"))
    assert answer.status == 404
    assert "Not in this edition" in answer.text


@pytest.mark.parametrize("query", ["?page=0", "?page=x", "?page=99999999999999999999", "?page=-1"])
def test_a_page_number_that_is_none_shows_a_page(ruritania: str, query: str) -> None:
    assert get(f"{ruritania}/people/{query}").status == 200


def test_an_empty_edition_says_so(empty_site: str) -> None:
    assert "holds no account yet" in get(empty_site + "/").text
    assert "Nobody is named" in get(empty_site + "/people/").text
    assert "No report has been read" in get(empty_site + "/reports/").text


def test_search_engines_are_asked_to_leave_people_out(ruritania: str) -> None:
    assert "Disallow: /people/" in get(ruritania + "/robots.txt").text
    assert get(ruritania + PAGES["person"]).tree.xpath("//meta[@name='robots']/@content") == [
        "noindex"
    ]


def test_the_old_icon_address_leads_to_the_icon(ruritania: str) -> None:
    answer = get(ruritania + "/favicon.ico")
    assert answer.status == 302
    assert get(urljoin(ruritania, answer.headers["location"])).status == 200


def test_the_style_knows_no_left_and_no_right(ruritania: str) -> None:
    style = get(f"{ruritania}/static/public/site.css").text
    sides = r"\b(?:left|right)\b|(?:^|[\s;{])(?:min-|max-)?(?:width|height|top|bottom)\s*:"
    turned = r"(?:margin|padding|inset|border-width|border-radius):(?:\s+[\w.()-]+){4}"
    kept = re.sub(r"/\*.*?\*/|@media[^{]*", "", style, flags=re.DOTALL)
    assert not re.findall(sides, kept)
    assert not re.findall(turned, kept)
