package org.yichuang.itests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
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

/** A browser of one width that looks closely at every page: width, accessibility, what it complains of, a picture. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    /** WCAG 2.2, 1.4.10: as wide as a page on which everything is shown four times as large. */
    private static final int NARROWEST = 320;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int HEIGHT = 900;
    private static final String AXE = axe();
    /** Held here, or its level is forgotten: it warns at every start that it knows no such new browser. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private final URI base;
    private final int width;
    private final ChromeDriver driver;
    private final Set<String> complaints = new LinkedHashSet<>();

    Browser(URI base, int width) {
        this.base = base;
        this.width = width;
        SELENIUM.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--lang=zh-CN");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .withTimeout(PATIENCE)
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        // As on a phone: else the bar takes some of the width, and is missing in the pictures
        driver.executeCdpCommand("Emulation.setScrollbarsHidden", Map.of("hidden", true));
        wide(width);
    }

    /** Whether this machine has a browser to test with. */
    static boolean isHere() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    private void wide(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    ChromeDriver driver() {
        return driver;
    }

    void open(String path) {
        driver.get(base.resolve(path).toString());
    }

    /** The path and query of the page. */
    String place() {
        URI uri = URI.create(driver.getCurrentUrl());
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    WebElement find(String css) {
        return find(css, By.cssSelector(css));
    }

    WebElement find(String what, By by) {
        return await(() -> driver.findElement(by), () -> "There is no " + what);
    }

    /** What something on the page says, also when a script has just put it in the place of another. */
    String read(String css) {
        return await(() -> driver.findElement(By.cssSelector(css)).getText(), () -> "There is no " + css);
    }

    /** Waits until something is so, without loading the page again. */
    void until(BooleanSupplier isSo, Supplier<String> complaint) {
        await(
                () -> {
                    if (!isSo.getAsBoolean()) {
                        throw new NoSuchElementException(complaint.get());
                    }
                    return true;
                },
                complaint);
    }

    /** Does what makes another page come, and waits for that. */
    void leave(Runnable act) {
        WebElement page = driver.findElement(By.tagName("html"));
        act.run();
        until(() -> isGone(page), () -> "No other page came");
        until(this::isComplete, () -> "The other page does not come to its end");
        find("main");
    }

    private boolean isComplete() {
        try {
            return "complete".equals(driver.executeScript("return document.readyState"));
        } catch (WebDriverException e) {
            // as below
            return false;
        }
    }

    private static boolean isGone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (StaleElementReferenceException e) {
            return true;
        } catch (WebDriverException e) {
            // between two pages there is no document to ask
            return false;
        }
    }

    private <T> T await(Supplier<T> search, Supplier<String> complaint) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return search.get();
            } catch (NoSuchElementException | StaleElementReferenceException e) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(complaint.get() + " at " + driver.getCurrentUrl() + ":\n"
                            + driver.findElement(By.tagName("body")).getText());
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Looks at the page: it fits, everybody can use it, the browser has nothing to complain of. Keeps a picture of what
     * is wrong, and of every page when all is played at length.
     */
    void look() {
        int before = complaints.size();
        wide(NARROWEST);
        fits(NARROWEST);
        wide(width);
        fits(width);
        examine();
        listen();
        if (AtBothWidths.IS_DRILL || complaints.size() > before) {
            picture();
        }
    }

    private void fits(int pixels) {
        Object over = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) over).intValue() > 0) {
            complain("is " + over + " pixels too wide at " + pixels);
        }
    }

    @SuppressWarnings("unchecked")
    private void examine() {
        driver.executeScript(AXE);
        Object found = driver.executeAsyncScript("const done = arguments[arguments.length - 1];"
                + "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
                + ".then(r => done(r.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')"
                + ".map(v => v.id + ' ' + v.nodes.map(n => n.html.slice(0, 120)).join(' | '))))");
        ((List<String>) found).forEach(this::complain);
    }

    private void picture() {
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        String name = place().replaceFirst("\\?.*", "")
                .replaceAll("\\d{6}-\\d{8}-\\w+|[0-9A-Z]{20,}", "n")
                .replaceAll("[^A-Za-z0-9_]+", "-");
        try {
            Files.createDirectories(PICTURES);
            Files.write(
                    PICTURES.resolve(String.format("%03d%s-%d.png", NUMBER.incrementAndGet(), name, width)),
                    Base64.getDecoder().decode((String) shot.get("data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hears what the browser has complained of: whatever is no answer of 4xx, broken security policies too. */
    private void listen() {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            boolean isRefusal = entry.getMessage().contains("the server responded with a status of 4");
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue() && !isRefusal) {
                complain(entry.getMessage());
            }
        }
    }

    void complain(String what) {
        complaints.add(place() + " at " + width + ": " + what);
    }

    /** What was wrong with the pages, a line each. */
    String complaints() {
        listen();
        return String.join("\n", complaints);
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
