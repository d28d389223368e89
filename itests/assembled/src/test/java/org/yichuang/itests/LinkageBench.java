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
 * and while another receiver is dead; {@code bench/linkage} starts it.
 */
public final class LinkageBench {
    private static final double SHOWN = 100;
    private static final double SHOWN_AT_MOST = 300;
    /** Over the broker it may take so many times as long. */
    private static final double FARTHER = 2;
    /** So much longer may it take while another receiver is dead. */
    private static final double HELD_UP = 1.1;

    private static final int LETTERS_TO_THE_DEAD = 40;
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);

    private final int handovers;
    private final List<String> missed = new ArrayList<>();

    private LinkageBench(int handovers) {
        this.handovers = handovers;
    }

    /** {@code [handovers a line]}. */
    public static void main(String[] arguments) throws Exception {
        new LinkageBench(arguments.length == 0 ? 320 : Integer.parseInt(arguments[0])).run();
    }

    private void run() throws Exception {
        System.out.println(Handovers.HEAD);
        Handovers.Result near;
        try (Platform one = Platform.unpacked("one").start()) {
            near = lines("one container", new Handovers(one.network()));
        }
        require(near, 50, SHOWN);
        require(near, 95, SHOWN_AT_MOST);
        try (TwoDeployments both = TwoDeployments.started()) {
            Handovers handovers = new Handovers(both.everybody());
            Handovers.Result far = lines("over a broker", handovers);
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

    /** One line for each number of people; returns that of one. */
    private Handovers.Result lines(String way, Handovers measured) throws Exception {
        measured.play(4, handovers / 4); // until it is warm
        Handovers.Result first = null;
        for (int clients : CLIENTS) {
            Handovers.Result result = measured.play(clients, handovers / clients);
            System.out.println(result.text(way));
            first = first == null ? result : first;
        }
        return first;
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
