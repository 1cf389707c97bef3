"""The pages in a real browser: they work by mouse and keyboard, without errors, and ask no other host."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import ViewportSize
from playwright.sync_api._generated import Browser, Frame, Page

from legalkg.kg.collection import Collection
from tests.narrowing import sure

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
if not CHROMIUM:
    pytest.skip("chromium is not installed", allow_module_level=True)

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "samples"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a server over the samples."""
    store = tmp_path_factory.mktemp("browser") / "store"
    with Collection.open(store) as collection:
        collection.ingest([SAMPLES])
    command = [sys.executable, "-m", "legalkg", "serve", "--store", str(store), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as process:
        try:
            yield sure(re.search(r"http://127\.0\.0\.1:\d+", sure(process.stdout).readline())).group()
        finally:
            process.kill()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page that notes what goes wrong; whoever uses it is checked for that at the end."""
    context = browser.new_context(base_url=server, viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    wrong = []
    opened.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    context.on("request", lambda request: wrong.append(request.url) if _is_elsewhere(request.url, server) else None)
    yield opened
    assert wrong == []
    context.close()


def _is_elsewhere(url: str, server: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https", "ws", "wss") and f"{parts.scheme}://{parts.netloc}" != server


def open_letter(page: Page, part: str = "") -> None:
    page.goto("/find?ref=" + quote("782-CV/ĐU"))
    if part:
        page.goto(page.url + part)


def picture_of(page: Page) -> Frame:
    """The frame of the picture, once it is drawn."""
    frame = sure(page.locator("iframe.picture").element_handle().content_frame())
    frame.wait_for_load_state()
    frame.wait_for_selector("html[data-drawn=true]")
    return frame


def test_from_the_list_to_the_letter_to_what_it_implements(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("thong tin doi ngoai 782")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Công văn 782-CV/ĐU").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Công văn 782-CV/ĐU"
    page.locator("article a.cite", has_text="110-HD/BTGTU").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Hướng dẫn 110-HD/BTGTU"


def test_a_quote_leads_to_its_place_in_the_text(page: Page) -> None:
    open_letter(page)
    page.locator("section[aria-labelledby=up-title] blockquote a").first.click()
    assert page.evaluate("document.querySelector(':target').matches('.cite')")
    place = page.locator(":target").bounding_box()
    assert 0 <= sure(place)["y"] <= 900


def test_the_picture_is_drawn_in_its_frame(page: Page) -> None:
    open_letter(page, "/chain")
    frame = picture_of(page)
    canvas = frame.locator("canvas")
    assert canvas.count() == 1
    inked = frame.evaluate(
        """() => { const c = document.querySelector('canvas');
        const pixels = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0;
        for (let i = 3; i < pixels.length; i += 4) if (pixels[i]) n++; return n / (c.width * c.height); }"""
    )
    assert 0.02 < inked < 0.9


def test_a_click_on_a_document_of_the_picture_opens_its_page(page: Page) -> None:
    open_letter(page, "/chain")
    frame = picture_of(page)
    frame.locator("#picture").hover()
    box = frame.locator("#picture").bounding_box()
    # The letter itself is the box at the left.
    page.mouse.move(sure(box)["x"] + 60, sure(box)["y"] + sure(box)["height"] / 2)
    with page.expect_navigation():
        page.mouse.click(sure(box)["x"] + 60, sure(box)["y"] + sure(box)["height"] / 2)
    assert page.url.endswith("cong-van_782-cv-du_2024_so-giao-duc-va-dao-tao-ho-chi-minh")


def test_a_tooltip_shows_the_quote_as_text(page: Page) -> None:
    open_letter(page, "/picture?relations=implements&depth=1&to=110-HD/BTGTU")
    page.wait_for_selector("html[data-drawn=true]")
    box = page.locator("#picture").bounding_box()
    page.mouse.move(sure(box)["x"] + sure(box)["width"] / 2, sure(box)["y"] + 20)
    for step in range(60):  # the arrow runs somewhere across the middle
        page.mouse.move(
            sure(box)["x"] + sure(box)["width"] * (0.40 + step * 0.002), sure(box)["y"] + sure(box)["height"] / 2
        )
    page.wait_for_selector(".vis-tooltip >> visible=true")
    assert "110-HD/BTGTU" in page.locator(".vis-tooltip").inner_text()


def test_the_buttons_of_the_picture_zoom(page: Page) -> None:
    open_letter(page, "/picture")
    page.wait_for_selector("html[data-drawn=true]")
    before = page.screenshot()
    page.get_by_role("button", name="Phóng to").click()
    assert page.screenshot() != before


def test_the_form_of_the_chain_draws_another_chain(page: Page) -> None:
    open_letter(page, "/chain")
    page.get_by_label("Số bước nhiều nhất").select_option("1")
    with page.expect_navigation(url="**/chain?*"):
        page.get_by_role("button", name="Vẽ").click()
    assert "depth=1" in picture_of(page).url
    page.get_by_label("Văn bản triển khai").check()
    with page.expect_navigation(url="**/chain?*"):
        page.get_by_role("button", name="Vẽ").click()
    assert "direction=down" in picture_of(page).url


def test_everything_can_be_reached_by_keyboard(page: Page) -> None:
    page.goto("/documents")
    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.className")
    assert skip == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_english(page: Page) -> None:
    open_letter(page)
    page.get_by_role("link", name="English").click()
    assert page.get_by_role("heading", name="Rests on").is_visible()
    page.get_by_role("link", name="Chain", exact=True).click()
    assert "rests on" in picture_of(page).locator("h1").inner_text()


def test_it_works_without_javascript(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/documents?words=782")
    page.get_by_role("link", name="Công văn 782-CV/ĐU").first.click()
    assert page.locator("article a.cite").count() > 10
    context.close()


@pytest.mark.parametrize("part", ["list", "text", "chain", "cited"])
def test_nothing_is_wider_than_a_phone(page: Page, part: str) -> None:
    page.set_viewport_size(PHONE)
    if part == "list":
        page.goto("/documents")
    elif part == "cited":
        page.goto("/find?ref=" + quote("79-KH/TU"))
    else:
        open_letter(page, "/chain" if part == "chain" else "")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_every_picture_has_a_text_and_every_field_a_label(page: Page) -> None:
    for address in ("/documents", "/about"):
        page.goto(address)
        for field in page.locator("input, select, textarea").all():
            assert field.evaluate("node => node.labels.length") > 0
    open_letter(page, "/chain")
    assert page.locator("iframe").get_attribute("title")
    assert "782-CV/ĐU" in sure(picture_of(page).locator("[role=img]").get_attribute("aria-label"))


def test_print_leaves_out_what_is_of_no_use_on_paper(page: Page) -> None:
    open_letter(page)
    page.emulate_media(media="print")
    assert not page.locator("nav").first.is_visible()
    assert page.locator("div.text").is_visible()
