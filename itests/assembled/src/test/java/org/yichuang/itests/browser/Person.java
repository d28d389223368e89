package org.yichuang.itests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Somebody with a browser of his own, who uses the keyboard alone and looks at every page closely. */
final class Person implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** WCAG 2.2, 1.4.10: as wide as a page on which everything is shown four times as large. */
    private static final int NARROWEST = 320;

    private static final String AXE = axe();
    /** Held here, or its level is forgotten: it warns at every start that it knows no such new browser. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final URI base;
    private final ChromeDriver driver;
    private final List<String> complaints = new ArrayList<>();

    private Person(URI base) {
        this.base = base;
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-dev-shm-usage", "--lang=zh-CN");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
        width(1280);
    }

    /** Whether this machine has a browser to test with. */
    static boolean hasBrowser() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /** Somebody who has not signed in. */
    static Person stranger(URI base) {
        return new Person(base);
    }

    /** Somebody who signs in with an account of the demonstration. */
    static Person named(String account, String tenant, URI base, Path accounts) throws IOException {
        String password = Files.readAllLines(accounts).stream()
                .map(line -> line.split(","))
                .filter(row -> row[0].equals(tenant) && row[1].equals(account))
                .map(row -> row[3])
                .findFirst()
                .orElseThrow();
        Person person = new Person(base);
        person.open("/" + tenant + "/sign-in");
        person.signIn(account, password);
        return person;
    }

    /** Fills the form for signing in. */
    void signIn(String account, String password) {
        type("account", account);
        type("password", password);
        press("main form button");
    }

    private void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    void open(String path) {
        driver.get(base.resolve(path).toString());
    }

    /** The path and query of the page. */
    String place() {
        URI uri = URI.create(driver.getCurrentUrl());
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    String title() {
        return driver.getTitle();
    }

    /** Everything that the page's content says. */
    String text() {
        return find("main").getText();
    }

    boolean has(String css) {
        return !driver.findElements(By.cssSelector(css)).isEmpty();
    }

    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    String read(String css) {
        return find(css).getText();
    }

    String valueOf(String field) {
        return field(field).getDomProperty("value");
    }

    private WebElement find(String css) {
        return await(css, () -> driver.findElement(By.cssSelector(css)));
    }

    private WebElement field(String name) {
        return find("[name='" + name + "']");
    }

    void type(String field, String text) {
        WebElement element = field(field);
        element.clear();
        element.sendKeys(text);
    }

    /** Ticks or chooses, with the space bar. */
    void tick(String field, String value) {
        WebElement element = find("[name='" + field + "'][value='" + value + "']");
        if (!element.isSelected()) {
            element.sendKeys(Keys.SPACE);
        }
    }

    /** Takes a tick away, with the space bar. */
    void untick(String field) {
        WebElement element = field(field);
        if (element.isSelected()) {
            element.sendKeys(Keys.SPACE);
        }
    }

    /** Goes down a list of choices. */
    void goDown(String field, int steps) {
        WebElement element = field(field);
        for (int i = 0; i < steps; i++) {
            element.sendKeys(Keys.ARROW_DOWN);
        }
    }

    void attach(String field, Path file) {
        field(field).sendKeys(file.toAbsolutePath().toString());
    }

    /** Presses a button or follows a link, with the Enter key, and waits for the page that comes. */
    void press(String css) {
        leave(() -> find(css).sendKeys(Keys.ENTER));
    }

    /** The same with the link or button of these words. */
    void pressWords(String words) {
        leave(() -> words(words).sendKeys(Keys.ENTER));
    }

    /** The same without another page coming. */
    void pressHere(String css) {
        find(css).sendKeys(Keys.ENTER);
    }

    private WebElement words(String words) {
        By by = By.xpath("//main//*[self::a or self::button][contains(normalize-space(.), '" + words + "')]");
        return await(words, () -> driver.findElement(by));
    }

    /** Presses a key with Alt, as the page's hints say. */
    void shortcut(String letter) {
        leave(() -> find("body").sendKeys(Keys.chord(Keys.ALT, letter)));
    }

    void offline(boolean isOffline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", isOffline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
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

    void reload() {
        driver.navigate().refresh();
    }

    /** Loads the page again until it says something. */
    void awaitText(String words) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!text().contains(words)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The page never says \"" + words + "\":\n" + text());
            }
            pause();
            reload();
        }
    }

    /** Waits until the page shows something, without loading it again. */
    void awaitSight(String css, int number) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (count(css) != number) {
            if (System.nanoTime() > end) {
                throw new AssertionError(count(css) + " instead of " + number + " " + css + ":\n" + text());
            }
            pause();
        }
    }

    private void leave(Runnable act) {
        WebElement page = driver.findElement(By.tagName("html"));
        act.run();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                page.isEnabled();
            } catch (StaleElementReferenceException e) {
                find("main");
                return;
            } catch (WebDriverException e) {
                // between two pages there is no document to ask
                continue;
            }
            pause();
        }
        throw new AssertionError("No other page came after " + driver.getCurrentUrl() + ":\n" + text());
    }

    private interface Search {
        WebElement run();
    }

    private WebElement await(String what, Search search) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return search.run();
            } catch (NoSuchElementException | StaleElementReferenceException e) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("There is no " + what + " on " + driver.getCurrentUrl() + ":\n"
                            + driver.findElement(By.tagName("body")).getText());
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Looks at the page at all widths: it fits, everybody can use it, the browser has nothing to complain of. */
    void look() {
        for (int pixels : new int[] {NARROWEST, 375, 1280}) {
            width(pixels);
            Object over = driver.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (((Number) over).intValue() > 0) {
                complaints.add(place() + " is " + over + " pixels too wide at " + pixels);
            }
            if (pixels > NARROWEST) {
                examine(pixels);
            }
        }
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            boolean refused = entry.getMessage().contains("the server responded with a status of 4");
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue() && !refused) {
                complaints.add(place() + ": " + entry.getMessage());
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void examine(int pixels) {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                + ".then(r => done(r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ' ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | '))))");
        ((List<String>) found).forEach(each -> complaints.add(place() + " at " + pixels + ": " + each));
    }

    /** What was wrong with the pages that were looked at. */
    String complaints() {
        return complaints.stream().distinct().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream in = Person.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All complaints of several people. */
    static String complaintsOf(Person... people) {
        return Arrays.stream(people)
                .map(Person::complaints)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
