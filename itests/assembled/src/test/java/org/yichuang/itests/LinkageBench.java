package org.yichuang.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yichuang.bench.CaseAt;
import org.yichuang.bench.DemoItems;
import org.yichuang.bench.Handovers;
import org.yichuang.bench.Network;
import org.yichuang.bench.Samples;

/**
 * How long a county's press takes until the city's work list shows the case: in one container, over a broker, by HTTPS,
 * and while another receiver is dead; and how many handovers a second there are, against those of another distribution
 * in the same run. {@code bench/linkage} starts it.
 */
public final class LinkageBench {
    private static final double SHOWN = 100;
    private static final double SHOWN_AT_MOST = 300;
    /** Over the broker it may take so many times as long. */
    private static final double FARTHER = 2;
    /** So much longer may it take while another receiver is dead. */
    private static final double HELD_UP = 1.1;

    /** Of the handovers a second of the other distribution there are so many times, unless it is told otherwise. */
    private static final String TIMES = "0.9";

    private static final String DISTRIBUTION = "yichuang.distribution";
    private static final int LETTERS_TO_THE_DEAD = 40;
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);

    private final int handovers;
    private final String baseline;
    private final double times;
    private final List<String> missed = new ArrayList<>();

    private LinkageBench(int handovers, String baseline, double times) {
        this.handovers = handovers;
        this.baseline = baseline;
        this.times = times;
    }

    /** {@code [handovers a line] [archive of the distribution to compare with] [times]}. */
    public static void main(String[] arguments) throws Exception {
        new LinkageBench(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 320,
                        arguments.length > 1 ? arguments[1] : "",
                        Double.parseDouble(arguments.length > 2 ? arguments[2] : TIMES))
                .run();
    }

    private void run() throws Exception {
        System.out.println(Handovers.HEAD);
        List<Handovers.Result> before =
                baseline.isEmpty() ? List.of() : inOneContainer("the other distribution", baseline);
        List<Handovers.Result> now = inOneContainer("one container", System.getProperty(DISTRIBUTION));
        for (int line = 0; line < before.size(); line++) {
            compare(now.get(line), before.get(line));
        }
        Handovers.Result near = now.get(0);
        require(near, 50, SHOWN);
        require(near, 95, SHOWN_AT_MOST);
        try (TwoDeployments both = TwoDeployments.started()) {
            Handovers handovers = new Handovers(both.everybody());
            Handovers.Result far = lines("over a broker", handovers).get(0);
            require(far, 50, FARTHER * near.percentile(50));
            require(far, 95, FARTHER * near.percentile(95));
            deadReceiver(both, handovers, far);
            both.go(true);
            lines("by HTTPS", handovers);
        }
        missed.forEach(System.out::println);
        if (!missed.isEmpty()) {
            System.exit(1);
        }
    }

    private List<Handovers.Result> inOneContainer(String way, String archive) throws Exception {
        String own = System.setProperty(DISTRIBUTION, archive);
        try (Platform one = Platform.unpacked("one").start()) {
            return lines(way, new Handovers(one.network()));
        } finally {
            System.setProperty(DISTRIBUTION, own);
        }
    }

    /** One line for each number of people, that of one first. */
    private List<Handovers.Result> lines(String way, Handovers measured) throws Exception {
        measured.play(4, handovers / 4); // until it is warm
        List<Handovers.Result> results = new ArrayList<>();
        for (int clients : CLIENTS) {
            Handovers.Result result = measured.play(clients, handovers / clients);
            System.out.println(result.text(way));
            results.add(result);
        }
        return results;
    }

    /** Figures of two runs do not compare, those of one do. */
    private void compare(Handovers.Result now, Handovers.Result before) {
        double ratio = now.perSecond() / before.perSecond();
        String told = String.format(
                Locale.ROOT, "%d people: %.2f times the handovers/s of the other distribution", now.clients(), ratio);
        System.out.println(told);
        if (ratio < times) {
            missed.add(told + String.format(Locale.ROOT, ", where %.2f were asked for", times));
        }
    }

    /** A township takes everything and answers nothing: what goes to it waits, and nothing else must. */
    private void deadReceiver(TwoDeployments both, Handovers measured, Handovers.Result before) throws Exception {
        Network people = both.everybody();
        String item = new DemoItems(people).acceptedByTownshipDecidedByCounty("liugezhuang");
        List<CaseAt> taken = new ArrayList<>();
        for (int number = 0; number < LETTERS_TO_THE_DEAD; number++) {
            CaseAt township = CaseAt.submitted(
                    people, "liugezhuang", "clerk", CaseAt.application(item, Samples.person(number), Map.of()));
            township.act("clerk", "acceptance", Map.of());
            taken.add(township.above("haiyang"));
        }
        try (FaultyLine dead =
                new FaultyLine("to nobody who answers", both.county().base().getPort())) {
            dead.is(FaultyLine.State.HALF_OPEN);
            TenantFile.of(both.county().home(), "liugezhuang")
                    .set(TwoDeployments.TRANSPORT, "https://localhost:" + dead.port() + "/exchange");
            taken.forEach(each -> each.act("clerk", "acceptance", Map.of()));
            Handovers.Result after = measured.play(1, handovers);
            System.out.println(after.text("over a broker, one is dead"));
            require(after, 95, HELD_UP * before.percentile(95));
        }
    }

    private void require(Handovers.Result found, int percent, double most) {
        if (found.percentile(percent) > most) {
            missed.add(String.format(
                    Locale.ROOT,
                    "p%d is %.1f ms, where at most %.1f were promised",
                    percent,
                    found.percentile(percent),
                    most));
        }
    }
}
