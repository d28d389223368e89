package org.yichuang.itests;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yichuang.bench.Network;
import org.yichuang.camel.http.testing.TestCertificates;
import org.yichuang.camel.jms.testing.Broker;

/**
 * A county's deployment and its city's, each with a database, keys, a certificate and people of its own, and a broker
 * between them: set up as their operators would, trust by fingerprint included.
 */
public final class TwoDeployments implements AutoCloseable {
    /** The county, and the township below it. */
    static final Set<String> COUNTY = Set.of("haiyang", "liugezhuang");
    /** The line that says how a centre elsewhere is reached. */
    static final String TRANSPORT = "exchange.transport";

    private static final String NOWHERE = "elsewhere";

    static final String OVER_THE_BROKER = "jms:queue:yichuang.{receiver}";

    private static final Pattern FINGERPRINT = Pattern.compile("(?:[0-9a-f]{4}-){7}[0-9a-f]{4}");
    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private final List<Runnable> ends = new ArrayList<>();
    private final int countyPort = FreePort.next();
    private final int cityPort = FreePort.next();
    private final FaultyLine toTheCounty = new FaultyLine("city to county", countyPort);
    private final FaultyLine toTheCity = new FaultyLine("county to city", cityPort);
    private FaultyLine fromTheCounty;
    private FaultyLine fromTheCity;
    private TestCertificates certificates;
    private Platform county;
    private Platform city;
    private Broker broker;
    private Network everybody;

    private TwoDeployments() throws IOException {}

    /** Starts both and the broker, and has them trust each other. */
    static TwoDeployments started() throws Exception {
        TwoDeployments both = new TwoDeployments();
        try {
            both.start();
            return both;
        } catch (Exception | AssertionError e) {
            both.close();
            throw e;
        }
    }

    private void start() throws Exception {
        ends.add(toTheCounty::close);
        ends.add(toTheCity::close);
        county = Platform.unpacked("county");
        ends.add(county::close);
        city = Platform.unpacked("city");
        ends.add(city::close);
        Path kept = Files.createTempDirectory(county.home().getParent(), "broker-");
        broker = new Broker(
                kept,
                CarriedTwice.configuration(
                                county.etc().resolve("examples/broker.xml"),
                                kept.resolve("broker.xml"),
                                List.of("haiyang", "yantai"))
                        .toString());
        ends.add(broker::close);
        broker.start();
        int brokerPort = URI.create(broker.url()).getPort();
        fromTheCounty = new FaultyLine("county to broker", brokerPort);
        ends.add(fromTheCounty::close);
        fromTheCity = new FaultyLine("city to broker", brokerPort);
        ends.add(fromTheCity::close);
        certificates =
                new TestCertificates(Files.createTempDirectory(county.home().getParent(), "certificates-"));
        certificates.make("county", "haiyang", "liugezhuang");
        certificates.make("city", "yantai", "shandong", "laishan", "huanghailu");
        certificates.trust("county", "city");
        certificates.trust("city", "county");
        configureCounty();
        configureCity();
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> start(county));
        start(city);
        first.join();
        everybody = city.network().beside(county.network(), COUNTY);
        trust(county, "haiyang", city);
        trust(city, "yantai", county);
    }

    /** The city lives elsewhere; what it and the province offer at the county's windows is known here as well. */
    private void configureCounty() throws IOException {
        elsewhere(county, "yantai", "catalogue,cases,linkage", OVER_THE_BROKER);
        elsewhere(county, "shandong", "catalogue", NOWHERE);
        for (String centre : List.of("laishan", "huanghailu")) {
            TenantFile.of(county.home(), centre).delete();
        }
        hear(county, "haiyang", "county", countyPort, fromTheCounty);
    }

    /** The county lives elsewhere, and so does the township that writes to the city by way of it. */
    private void configureCity() throws IOException {
        elsewhere(city, "haiyang", "catalogue,cases,linkage", OVER_THE_BROKER);
        elsewhere(city, "liugezhuang", "catalogue", NOWHERE);
        hear(city, "yantai", "city", cityPort, fromTheCity);
    }

    /** Of a centre elsewhere its neighbours need name and place, and the way to it. */
    private static void elsewhere(Platform here, String centre, String modules, String transport) throws IOException {
        TenantFile file = TenantFile.of(here.home(), centre);
        List<String> lines = new ArrayList<>();
        for (String key : List.of("id", "name", "level", "parent", "division")) {
            String value = file.get(key);
            if (!value.isEmpty()) {
                lines.add(key + " = " + value);
            }
        }
        lines.add("modules = " + modules);
        lines.add(TRANSPORT + " = " + transport);
        file.write(String.join("\n", lines) + "\n");
    }

    private void hear(Platform here, String centre, String certificate, int port, FaultyLine line) throws IOException {
        Map<String, String> https = new TreeMap<>(certificates.settings(certificate));
        https.put("port", Integer.toString(port));
        write(here, "org.yichuang.camel.http.cfg", https);
        write(here, "org.yichuang.camel.jms.cfg", Map.of("url", "tcp://localhost:" + line.port()));
        write(
                here,
                "org.yichuang.linkage.cfg",
                Map.of(
                        "receive", "jms:queue:yichuang." + centre + ", https:in",
                        "receipt.patience", "PT10S",
                        "retry.longest", "PT5S",
                        "breaker.rest", "PT1S"));
    }

    private static void write(Platform here, String file, Map<String, String> settings) throws IOException {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(settings).forEach((key, value) -> lines.add(key + " = " + value));
        Files.write(here.etc().resolve(file), lines);
    }

    /** Starts one of them, for the first time or again. */
    static void start(Platform platform) {
        try {
            platform.start();
            Wait.upTo(PATIENCE)
                    .until(
                            "the accounts of the demonstration",
                            () -> Files.exists(platform.home().resolve("demo-accounts.csv")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** One side writes its keys into a file and reads its fingerprint out; the other one believes them by that. */
    private static void trust(Platform whom, String centre, Platform who) throws Exception {
        Path file = whom.home().resolve("keys-of-" + centre + ".json");
        Wait.upTo(PATIENCE)
                .until(
                        "a key of " + centre,
                        () -> Files.exists(whom.home().resolve("keys/linkage-" + centre + ".key")));
        String printed = whom.shell("exchange:export-keys " + file + " " + centre);
        Matcher fingerprint = FINGERPRINT.matcher(printed);
        if (!fingerprint.find()) {
            throw new AssertionError(printed);
        }
        who.shell("exchange:trust " + file + " " + fingerprint.group());
    }

    Platform county() {
        return county;
    }

    Platform city() {
        return city;
    }

    Broker broker() {
        return broker;
    }

    /** What the line of the city says at the county when letters go straight there. */
    String straightToTheCity() {
        return "https://localhost:" + toTheCity.port() + "/exchange";
    }

    /** What the line of the county says at the city. */
    String straightToTheCounty() {
        return "https://localhost:" + toTheCounty.port() + "/exchange";
    }

    /** The lines between both and the broker. */
    List<FaultyLine> linesToTheBroker() {
        return List.of(fromTheCounty, fromTheCity);
    }

    /** The lines that letters go straight over. */
    List<FaultyLine> straightLines() {
        return List.of(toTheCity, toTheCounty);
    }

    /** Has letters go over the broker, or straight by HTTPS, from now on. */
    void go(boolean isStraight) throws IOException {
        TenantFile.of(county.home(), "yantai").set(TRANSPORT, isStraight ? straightToTheCity() : OVER_THE_BROKER);
        TenantFile.of(city.home(), "haiyang").set(TRANSPORT, isStraight ? straightToTheCounty() : OVER_THE_BROKER);
    }

    /** Tells whether both ends know that letters to the other one go such a way, by the word that it begins with. */
    boolean goes(String way) {
        return Stream.of("haiyang", "yantai").allMatch(centre -> everybody
                .as(centre, "system-admin")
                .get("/api/" + centre + "/exchange/centres")
                .expect(200)
                .text()
                .contains(way));
    }

    /** The people of both. */
    Network everybody() {
        return everybody;
    }

    /** What both have complained about. */
    String faults() {
        return Faults.of(county.home()) + Faults.of(city.home());
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
    }
}
