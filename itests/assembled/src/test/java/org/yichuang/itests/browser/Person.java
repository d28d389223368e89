package org.yichuang.itests.browser;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.yichuang.itests.Wait;

/**
 * Somebody with a browser of his own and no mouse: whatever he uses he reaches with the Tab key, and sees where he is.
 */
final class Person implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    /** So many times somebody presses Tab before he gives up. */
    private static final int LONGEST_WAY = 150;

    private final Browser browser;
    private final ChromeDriver driver;

    private Person(URI base, int width) {
        this.browser = new Browser(base, width);
        this.driver = browser.driver();
    }

    /** Somebody who has not signed in. */
    static Person stranger(URI base, int width) {
        return new Person(base, width);
    }

    /** Somebody who signs in with an account of the demonstration. */
    static Person named(String account, String tenant, URI base, Path accounts, int width) throws IOException {
        Person person = new Person(base, width);
        person.open("/" + tenant + "/sign-in");
        person.signIn(account, password(account, tenant, accounts));
        return person;
    }

    /** The generated password of an account of the demonstration. */
    static String password(String account, String tenant, Path accounts) throws IOException {
        return Files.readAllLines(accounts).stream()
                .map(line -> line.split(","))
                .filter(row -> row[0].equals(tenant) && row[1].equals(account))
                .map(row -> row[3])
                .findFirst()
                .orElseThrow();
    }

    /** Fills the form for signing in. */
    void signIn(String account, String password) {
        type("account", account);
        type("password", password);
        press("main form button");
    }

    void open(String path) {
        browser.open(path);
    }

    void look() {
        browser.look();
    }

    /** The path and query of the page. */
    String place() {
        return browser.place();
    }

    /** Everything that the page's content says. */
    String text() {
        return browser.read("main");
    }

    boolean has(String css) {
        return count(css) > 0;
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    String read(String css) {
        return browser.read(css);
    }

    String valueOf(String field) {
        return field(field).getDomProperty("value");
    }

    private WebElement field(String name) {
        return browser.find("[name='" + name + "']");
    }

    void type(String field, String text) {
        WebElement element = reach(field(field));
        element.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
        element.sendKeys(text);
    }

    /** Ticks a box with the space bar, or chooses among radio buttons with the arrows. */
    void tick(String field, String value) {
        WebElement element = browser.find("[name='" + field + "'][value='" + value + "']");
        if (element.isSelected()) {
            return;
        }
        if ("radio".equals(element.getDomProperty("type"))) {
            choose(field, element);
        } else {
            reach(element).sendKeys(Keys.SPACE);
        }
    }

    private void choose(String field, WebElement wanted) {
        List<WebElement> group = driver.findElements(By.cssSelector("[name='" + field + "']"));
        reach(group.stream().filter(WebElement::isSelected).findFirst().orElse(group.get(0)));
        for (int i = 0; i <= group.size() && !wanted.isSelected(); i++) {
            WebElement here = driver.switchTo().activeElement();
            here.sendKeys(here.equals(wanted) ? Keys.SPACE : Keys.ARROW_DOWN);
        }
        if (!wanted.isSelected()) {
            browser.complain("cannot choose " + field + " with the arrows");
        }
    }

    /** Takes a tick away, with the space bar. */
    void untick(String field) {
        WebElement element = field(field);
        if (element.isSelected()) {
            reach(element).sendKeys(Keys.SPACE);
        }
    }

    /** Goes down a list of choices. */
    void goDown(String field, int steps) {
        WebElement element = reach(field(field));
        for (int i = 0; i < steps; i++) {
            element.sendKeys(Keys.ARROW_DOWN);
        }
    }

    void attach(String field, Path file) {
        reach(field(field)).sendKeys(file.toAbsolutePath().toString());
    }

    /** Presses a button or follows a link, with the Enter key, and waits for the page that comes. */
    void press(String css) {
        WebElement element = reach(browser.find(css));
        browser.leave(() -> element.sendKeys(Keys.ENTER));
    }

    /** Presses the link or button of these words, and waits for the page that comes. */
    void pressWords(String words) {
        WebElement element = reach(browser.find(
                words, By.xpath("//main//*[self::a or self::button][contains(normalize-space(.), '" + words + "')]")));
        browser.leave(() -> element.sendKeys(Keys.ENTER));
    }

    /** Opens the file behind a link of these words as soon as it is made, and stays where he is: how it begins. */
    String opensFile(String words) {
        WebElement link = browser.find(words, By.xpath("//main//a[contains(normalize-space(.), '" + words + "')]"));
        String begins = "return fetch(arguments[0]).then(answer => answer.text()).then(text => text.slice(0, 4))";
        String address = link.getDomProperty("href");
        Wait.upTo(PATIENCE).until("the file " + words, () -> "%PDF".equals(script(begins, address)));
        return (String) script(begins, address);
    }

    /** Presses a button without another page coming. */
    void pressHere(String css) {
        reach(browser.find(css)).sendKeys(Keys.ENTER);
    }

    /** Goes back to the page before, as Alt and the left arrow do. */
    void back() {
        browser.leave(() -> driver.navigate().back());
    }

    /** Presses a key with Alt, as the page's hints say. */
    void shortcut(String letter) {
        browser.leave(() -> new Actions(driver)
                .keyDown(Keys.ALT)
                .sendKeys(letter)
                .keyUp(Keys.ALT)
                .perform());
    }

    private void tab(boolean isBackwards) {
        Actions keys = new Actions(driver);
        (isBackwards ? keys.keyDown(Keys.SHIFT).sendKeys(Keys.TAB).keyUp(Keys.SHIFT) : keys.sendKeys(Keys.TAB))
                .perform();
    }

    /** Goes there with the Tab key, forwards or backwards, and sees that he has arrived. */
    private WebElement reach(WebElement target) {
        boolean isBehind = isBehind(target);
        for (int i = 0; i < LONGEST_WAY; i++) {
            if (target.equals(driver.switchTo().activeElement())) {
                if (!isSeen(target)) {
                    browser.complain("the focus is not seen on " + describe(target));
                }
                return target;
            }
            tab(isBehind);
        }
        throw new AssertionError(
                "The Tab key never reaches " + describe(target) + " at " + driver.getCurrentUrl() + "\n" + text());
    }

    private boolean isBehind(WebElement target) {
        return (Boolean) driver.executeScript(
                "const here = document.activeElement;"
                        + "return here !== document.body && !!(here.compareDocumentPosition(arguments[0]) & 2)",
                target);
    }

    /** Whether it is in sight, with a ring around it or around the label that stands for it. */
    private boolean isSeen(WebElement target) {
        return (Boolean) driver.executeScript(
                "const box = arguments[0].getBoundingClientRect();"
                        + "const ring = each => { const style = getComputedStyle(each);"
                        + " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0"
                        + " || style.boxShadow !== 'none'; };"
                        + "return box.bottom > 0 && box.top < innerHeight"
                        + " && (ring(arguments[0]) || [...(arguments[0].labels || [])].some(ring))",
                target);
    }

    private static String describe(WebElement element) {
        String html = element.getDomProperty("outerHTML");
        return html.substring(0, Math.min(160, html.length()));
    }

    void offline(boolean isOffline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", isOffline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
        browser.until(
                () -> script("return navigator.onLine").equals(!isOffline),
                () -> "The page does not learn that the network is " + (isOffline ? "lost" : "back"));
    }

    /** The value of a cookie, also of one that scripts cannot read. */
    String cookie(String name) {
        return driver.manage().getCookieNamed(name).getValue();
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object scriptLater(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Loads the page again until it says something. */
    void awaitText(String words) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!text().contains(words)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The page never says \"" + words + "\":\n" + text());
            }
            driver.navigate().refresh();
        }
    }

    /** Waits until the page shows so many of something, without loading it again. */
    void awaitSight(String css, int number) {
        browser.until(() -> count(css) == number, () -> count(css) + " instead of " + number + " " + css);
    }

    /** Asks the server in the background until its JSON answer is as wanted. */
    void awaitServer(String path, String wanted) {
        browser.until(
                () -> (Boolean) scriptLater(
                        "const done = arguments[arguments.length - 1];"
                                + "fetch(arguments[0]).then(r => r.json()).then(answer => done((() => {" + wanted
                                + "})()))",
                        path),
                () -> path + " never answers so that: " + wanted);
    }

    /** What was wrong with the pages that these people saw. */
    static String complaintsOf(Person... people) {
        return Arrays.stream(people)
                .map(person -> person.browser.complaints())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        browser.close();
    }
}
