package org.yichuang.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yichuang.bench.Visitor.Opened;

/** Measures every page that people of the demonstration can reach by links; fails where a link leads nowhere. */
public final class Pages {
    /** What a page took, in nanoseconds, and its weight on the wire in bytes. */
    private record Figures(String who, String kind, int bytes, List<Long> nanos) {
        private double at(int percent) {
            return nanos.get(Math.min(nanos.size() - 1, nanos.size() * percent / 100)) / 1e6;
        }
    }

    private static final List<String> STAFF = List.of(
            "applicant", "clerk", "reviewer", "chief-representative", "centre-manager", "catalogue-editor",
            "security-admin", "audit-admin", "system-admin", "supervision-officer");
    private static final int WARM_UP = 20;

    private final Network network;
    private final URI base;
    private final int rounds;
    private final List<Figures> all = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();

    private Pages(Network network, URI base, int rounds) {
        this.network = network;
        this.base = base;
        this.rounds = rounds;
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length == 2 && args[0].equals("--rounds") ? Integer.parseInt(args[1]) : 50;
        String port = System.getenv().getOrDefault("YICHUANG_PORT", "8181");
        new Pages(Network.fromEnvironment(), URI.create("http://localhost:" + port), rounds).run();
    }

    private void run() {
        measure("nobody", new Visitor(base, "haiyang"));
        for (String role : STAFF) {
            measure(role, visitor("haiyang", role));
        }
        measure("operator", visitor("shandong", "operator"));
        all.sort(Comparator.comparingDouble((Figures page) -> -page.at(95)));
        System.out.println("ms p50 / p95 / p99       bytes  who                   page");
        for (Figures page : all) {
            System.out.printf(Locale.ROOT, "%6.1f / %6.1f / %6.1f %7d  %-21s %s%n",
                    page.at(50), page.at(95), page.at(99), page.bytes(), page.who(), page.kind());
        }
        List<Long> whole = all.stream().flatMap(page -> page.nanos().stream()).sorted().toList();
        Figures sum = new Figures("", "", 0, whole);
        System.out.printf(Locale.ROOT, "all %d pages, %d times each: %.1f / %.1f / %.1f ms%n",
                all.size(), rounds, sum.at(50), sum.at(95), sum.at(99));
        if (!broken.isEmpty()) {
            throw new Deviation(String.join("\n", broken));
        }
    }

    private Visitor visitor(String centre, String role) {
        Visitor visitor = new Visitor(base, centre);
        visitor.signIn(network.account(centre, role));
        return visitor;
    }

    private void measure(String who, Visitor visitor) {
        Map<String, List<Long>> times = new LinkedHashMap<>();
        String start = who.equals("operator") ? "/shandong" : "/haiyang";
        Map<String, Opened> pages = visitor.walk(start);
        pages.values().stream()
                .filter(page -> page.status() != 200)
                .forEach(page -> broken.add(who + " follows a link to " + page.path() + ": " + page.status()));
        for (int i = 0; i < WARM_UP + rounds; i++) {
            boolean counts = i >= WARM_UP;
            pages.forEach((kind, page) -> {
                long nanos = visitor.open(page.path()).nanos();
                if (counts) {
                    times.computeIfAbsent(kind, any -> new ArrayList<>()).add(nanos);
                }
            });
        }
        times.forEach((kind, nanos) -> {
            nanos.sort(null);
            all.add(new Figures(who, kind, pages.get(kind).bytes(), nanos));
        });
    }
}
