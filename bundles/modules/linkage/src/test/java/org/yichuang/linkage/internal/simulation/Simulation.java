package org.yichuang.linkage.internal.simulation;

import static org.yichuang.linkage.internal.simulation.Faults.DAY;
import static org.yichuang.linkage.internal.simulation.Faults.HOUR;
import static org.yichuang.linkage.internal.simulation.Faults.MINUTE;
import static org.yichuang.linkage.internal.simulation.Faults.SECOND;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.journal.api.OutgoingMessage;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.internal.domain.Signatures.SigningKey;
import org.yichuang.linkage.internal.simulation.Approvals.Phase;

/**
 * Two deployments, a county's and a city's, with two containers each, in one thread: what happens, and what goes wrong,
 * follows from the seed alone. Things go wrong for a while (messages are lost, doubled, late and out of their order,
 * containers die before and after each commit or stand still, clocks jump, keys are rotated, centres are switched off,
 * nothing passes between the two), then nothing does any more: after some time each message must have had its effect
 * once and in its order, and both ends must say the same of each case.
 */
final class Simulation {
    /** How long at most a receipt is waited for before the next copy leaves. */
    private static final long LONGEST_FOR_RECEIPT = 6 * HOUR;

    private final Schedule schedule = new Schedule();
    private final List<String> notes;
    private final List<Case> cases = new ArrayList<>();
    private final Deque<SigningKey> fresh = RotatedKeys.made();
    private final Faults faults;
    private final Deployment county;
    private final Deployment city;
    private long cutUntil;
    private long settledAt;

    /** @param notes where it is told what happens, null for nobody */
    Simulation(long seed, Mutation mutation, List<String> notes) {
        this.notes = notes;
        faults = new Faults(seed, mutation == Mutation.NOT_TOLD || mutation == Mutation.NOT_REMINDED);
        county = new Deployment(this, "county", List.of(HAIYANG, LAISHAN), mutation);
        city = new Deployment(this, "city", List.of(YANTAI), mutation);
    }

    Schedule schedule() {
        return schedule;
    }

    Faults faults() {
        return faults;
    }

    void note(Object... words) {
        if (notes != null) {
            notes.add(Duration.ofMillis(schedule.now()) + " "
                    + Stream.of(words).map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    /** Runs it to its end, or to the first promise that is broken. */
    void run() {
        rotate(county, HAIYANG);
        rotate(county, LAISHAN);
        rotate(city, YANTAI);
        mend();
        long number = faults.between(1, 4);
        for (int i = 1; i <= number; i++) {
            live(new Case(i % 2 == 0 ? LAISHAN : HAIYANG, "case" + i));
        }
        trouble();
        schedule.after(faults.troubled, () -> {
            note("Healed");
            faults.heal();
            mend();
            finish();
        });
        long deadline = faults.troubled + 2 * faults.longestDelay + LONGEST_FOR_RECEIPT + 3 * HOUR;
        while (settledAt == 0 || schedule.now() < settledAt + 20 * MINUTE) {
            Runnable next = schedule.next();
            deployments().forEach(each -> each.tick(schedule.now()));
            next.run();
            if (settledAt == 0 && schedule.now() > deadline) {
                throw new AssertionError("Stuck: " + county.undelivered() + city.undelivered());
            }
        }
        verify();
    }

    private List<Deployment> deployments() {
        return List.of(county, city);
    }

    /** Puts right all that may be wrong. */
    private void mend() {
        cutUntil = 0;
        for (Deployment each : deployments()) {
            each.skew(0);
            each.tick(schedule.now());
            each.containers().forEach(Container::start);
            each.beginEpoch();
            Deployment.CENTRES.forEach(each::remember);
        }
        county.keys().learn(city.keys());
        city.keys().learn(county.keys());
    }

    private void trouble() {
        some(2, () -> cutUntil = schedule.now() + duration());
        for (Deployment each : deployments()) {
            some(2, () -> each.skew(faults.among(List.of(-HOUR, -MINUTE, -SECOND, SECOND, MINUTE, HOUR))));
            some(2, () -> each.anyContainer().ifPresent(container -> container.die(duration())));
            some(2, () -> each.anyContainer().ifPresent(container -> container.freeze(faults.between(1, 2 * MINUTE))));
            some(1, () -> each.containers().forEach(container -> container.die(duration())));
        }
        some(2, () -> switchOff(county, faults.among(List.of(HAIYANG, LAISHAN)), "linkage", 2 * HOUR));
        some(2, () -> switchOff(city, YANTAI, faults.among(List.of("linkage", "cases")), 9 * DAY));
        some(1, () -> forget(city, faults.among(List.of(HAIYANG, LAISHAN))));
        some(1, () -> forget(county, YANTAI));
        some(2, () -> rotate(county, faults.among(List.of(HAIYANG, LAISHAN)), city));
        some(2, () -> rotate(city, YANTAI, county));
        some(1, () -> revoke(county, faults.among(List.of(HAIYANG, LAISHAN)), city));
        some(1, () -> revoke(city, YANTAI, county));
        some(1, () -> rotateAhead(county, HAIYANG, city));
        some(1, () -> rotateAhead(city, YANTAI, county));
        setBack(county);
        setBack(city);
    }

    /** A copy of a database is made, and put in its place later on: people do again what has been lost. */
    private void setBack(Deployment home) {
        long after = faults.untilSetBack();
        if (after == 0) {
            return;
        }
        schedule.after(faults.copyAt(), () -> {
            Runnable copy = home.copy();
            schedule.after(after, () -> {
                if (!faults.isHealed()) {
                    copy.run();
                    note(home == county ? "The county" : "The city", "is set back by", Duration.ofMillis(after));
                    schedule.after(faults.untilSaid(), home::beginEpoch);
                    cases.forEach(each -> county(each, MINUTE, "forward", Phase.OPEN));
                }
            });
        });
    }

    private void some(int most, Runnable fault) {
        for (long number = faults.between(0, most); number > 0; number--) {
            schedule.after(faults.moment(), fault);
        }
    }

    private long duration() {
        return faults.between(SECOND, Math.min(faults.troubled, DAY));
    }

    private void switchOff(Deployment home, TenantId centre, String module, long longest) {
        note(centre, "has", module, "off");
        home.switchOff(centre, module);
        schedule.after(faults.between(SECOND, longest), () -> home.remember(centre));
    }

    /** For a while a deployment has not been told of a centre of the other one. */
    private void forget(Deployment home, TenantId centre) {
        note(centre, "is unknown at the other end");
        home.forget(centre);
        schedule.after(duration(), () -> home.remember(centre));
    }

    private void rotate(Deployment home, TenantId centre, Deployment other) {
        rotate(home, centre);
        schedule.after(faults.chance(0.5) ? duration() : 1, () -> other.keys().learn(home.keys()));
    }

    private void revoke(Deployment home, TenantId centre, Deployment other) {
        note(centre, "has its key revoked");
        home.keys().revoke(centre, fresh.remove(), home.clock().instant());
        schedule.after(faults.chance(0.5) ? duration() : 1, () -> other.keys().learn(home.keys()));
    }

    /** A key is replaced while the clock is ahead, or just after it has been put right. */
    private void rotateAhead(Deployment home, TenantId centre, Deployment other) {
        home.skew(HOUR);
        long right = faults.between(SECOND, 10 * MINUTE);
        schedule.after(right, () -> home.skew(0));
        schedule.after(faults.between(SECOND, 2 * right), () -> {
            home.tick(schedule.now());
            rotate(home, centre, other);
        });
    }

    private void rotate(Deployment home, TenantId centre) {
        note(centre, "has a new key");
        home.keys().sign(centre, fresh.remove(), home.clock().instant());
    }

    /** Puts something on the wire. */
    void carry(Runnable arrival, Object... what) {
        for (int copies = faults.isDoubled() ? 2 : 1; copies > 0; copies--) {
            boolean isLost = schedule.now() < cutUntil || faults.isLost();
            note(isLost ? "Lost:" : "On its way:", List.of(what));
            if (!isLost) {
                schedule.after(faults.delay(), arrival);
            }
        }
    }

    /** A container in which a centre can be reached. */
    Optional<Container> reach(String centre) {
        return (centre.equals(YANTAI.value()) ? city : county).anyContainer();
    }

    private void live(Case which) {
        cases.add(which);
        county(which, faults.moment() / 2, "forward", Phase.OPEN);
        some(2, () -> county(which, 0, "papers", Phase.OPEN));
        some(1, () -> county(which, 0, "withdraw", Phase.WITHDRAWING));
        some(2, () -> city(which, 0, "question", Phase.OPEN));
        some(1, () -> city(which, 0, "decision", Phase.DECIDED));
    }

    private void county(Case which, long after, String type, Phase next) {
        act(county, which.county, after, unit -> county.approvals().write(which.number, type, next, "yantai", unit));
    }

    private void city(Case which, long after, String type, Phase next) {
        String receiver = which.county.value();
        act(city, YANTAI, after, unit -> {
            // what was decided before is not decided again by whoever has forgotten it
            if (next != Phase.DECIDED || !city.isAwaited(which.county, YANTAI)) {
                city.approvals().answer(which.number, type, next, receiver, unit);
            }
        });
    }

    /** Somebody does something, and does it again until an answer comes back. */
    private void act(Deployment home, TenantId centre, long after, Consumer<UnitOfWork> step) {
        schedule.after(after, () -> {
            if (!home.act(centre, step)) {
                act(home, centre, faults.between(SECOND, MINUTE), step);
            }
        });
    }

    /** Decides what is still open, until everything has come to its end. */
    private void finish() {
        if (cases.stream().allMatch(this::isEnded)
                && deployments().stream().allMatch(each -> each.undelivered().isEmpty())) {
            note("Settled");
            settledAt = schedule.now();
            return;
        }
        deployments().forEach(Deployment::tellOfEpochs);
        cases.forEach(each -> city(each, 0, "decision", Phase.DECIDED));
        schedule.after(MINUTE, this::finish);
    }

    private boolean isEnded(Case which) {
        return isEnd(county.approvals().tables().phases().get(which.number))
                && isEnd(city.approvals().tables().phases().get(Approvals.city(which.number)));
    }

    private static boolean isEnd(Phase phase) {
        return phase == Phase.DECIDED || phase == Phase.WITHDRAWN;
    }

    private void verify() {
        verify(county, city);
        verify(city, county);
        for (Case each : cases) {
            String above = city.approvals().tables().end(Approvals.city(each.number));
            String below = county.approvals().tables().end(each.number);
            if (!above.equals(below)) {
                throw new AssertionError(each.number + " is " + above + " above and " + below + " below");
            }
        }
    }

    private static void verify(Deployment sender, Deployment receiver) {
        List<OutgoingMessage> sent = sender.approvals().tables().sent();
        Map<String, String> taken = receiver.approvals().tables().words();
        for (OutgoingMessage message : sent) {
            String words = taken.get(message.id());
            String heard = sender.approvals().tables().heard().get(message.id());
            if (words == null || !words.equals(heard)) {
                throw new AssertionError(message.id() + " was taken with: " + words + ", and receipted with: " + heard);
            }
        }
        long known = taken.keySet().stream()
                .filter(id -> !sender.lost().contains(id))
                .count();
        if (known != sent.size()) {
            throw new AssertionError("Something was taken that nobody has sent");
        }
    }

    private record Case(TenantId county, String number) {}
}
