package org.yichuang.year;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.centres.TestCentres;

/** A year of a county, its township, its neighbour and the city above it: who comes, what is done, what comes late. */
final class Year {
    /** The first day. */
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** The last day. */
    static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static final LocalDateTime FIRST_PROOF = FIRST.plusDays(2).atTime(2, 0);
    private static final Duration FIRST_PASS = Duration.ofSeconds(30);
    private static final Duration SECOND_PASS = Duration.ofMinutes(6);

    private static final LocalTime BOX_OPENED = LocalTime.of(16, 0);
    private static final LocalTime MONTHS_END = LocalTime.of(23, 59, 58);

    final World world;
    final YearItems items;
    final Notices notices = new Notices();
    final Agenda agenda = new Agenda();
    /** What befalls everybody. */
    final Chance chance;

    private final long seed;
    final Post post;
    /** How often something was refused, by step and sentence. */
    final Map<String, Integer> refused = new TreeMap<>();
    /** How often a step was taken, by its name. */
    final Map<String, Integer> taken = new TreeMap<>();

    /** When the timer has looked at what is near or over. */
    final List<LocalDateTime> nights = new ArrayList<>();

    /** The figures of each month, as they were said at its end. */
    final List<Month> months = new ArrayList<>();

    private final Map<String, Life> lives = new HashMap<>();
    private LocalDateTime now = FIRST.atStartOfDay();

    Year(World world, YearItems items, long seed) {
        this.world = world;
        this.items = items;
        this.seed = seed;
        this.chance = new Chance(seed);
        this.post = new Post(this);
        world.ears.listen(new LicenceWatch(this));
        world.ears.listen(new RatingWatch(this));
    }

    /** Plays it with so many applications. */
    void play(int applications) {
        Notices.Notice first = notices.all().get(0);
        world.centres.calendar(first.table());
        notices.all().stream().skip(1).forEach(this::plan);
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            planDay(day);
        }
        agenda.plan(FIRST_PROOF, world::prove);
        for (int i = 0; i < applications; i++) {
            new Visit(this, new Chance(Objects.hash(seed, i)), i).plan();
        }
        agenda.run(LAST.plusDays(1).atStartOfDay(), this::set);
    }

    private void set(LocalDateTime moment) {
        if (moment.isAfter(now)) {
            now = moment;
            world.clock.set(moment.atZone(CallContext.ZONE).toInstant());
        }
    }

    private void attend() {
        nights.add(now);
        world.attend();
        post.carry();
    }

    /** What happens every night, seldom later, as the container was off. */
    private void planDay(LocalDate day) {
        if (!chance.in(1)) {
            agenda.plan(day.atTime(0, 0, 20), this::attend);
        }
        post.planDay(day);
        if (day.plusDays(1).getDayOfMonth() == 1) {
            LocalDate first = day.withDayOfMonth(1);
            agenda.plan(day.atTime(BOX_OPENED), () -> RatingLife.enterCards(this, chance, TestCentres.LAISHAN));
            agenda.plan(day.atTime(MONTHS_END), () -> months.add(new Month(world, first, day, false)));
        }
    }

    private void plan(Notices.Notice notice) {
        agenda.plan(notice.from(), () -> world.centres.calendar(notice.table()));
        agenda.plan(notice.from().plus(FIRST_PASS), this::attend);
        agenda.plan(notice.from().plus(SECOND_PASS), this::attend);
        agenda.plan(notice.from().plus(SECOND_PASS).plus(SECOND_PASS), this::attend);
    }

    LocalDateTime now() {
        return now;
    }

    /** The case of a centre, from now on. */
    Life begin(Chance ofCase, TenantId centre, String number, boolean isFromHere) {
        Life life = new Life(this, ofCase, centre, number, isFromHere);
        lives.put(centre + "/" + number, life);
        return life;
    }

    /** Whoever has the case of a centre in hand to which a letter of another has come; a new one is taken in hand. */
    Life life(TenantId centre, String number, Life sender) {
        Life known = lives.get(centre + "/" + number);
        return known == null ? begin(sender.elsewhere(), centre, number, false) : known;
    }

    Life sender(TenantId centre, String number) {
        return lives.get(centre + "/" + number);
    }

    /** Takes a step; what is refused is counted, and tried again some other day. */
    boolean take(String name, Runnable step) {
        try {
            step.run();
            taken.merge(name, 1, Integer::sum);
            post.carry();
            return true;
        } catch (ProblemException e) {
            refused.merge(name + " " + e.code().code() + " " + e.getMessage(), 1, Integer::sum);
            return false;
        }
    }

    /** The centres that take applications in. */
    static List<TenantId> halls() {
        return List.of(
                TestCentres.HAIYANG,
                TestCentres.HAIYANG,
                TestCentres.HAIYANG,
                TestCentres.LAISHAN,
                TestCentres.LIUGEZHUANG,
                TestCentres.YANTAI);
    }
}
