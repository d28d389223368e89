package org.yichuang.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseRequests.Submit;
import org.yichuang.cases.api.CaseView;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.TenantId;

/** Somebody applies, at the window or from home, of a day of the year. */
final class Visit {
    /** How accounts of applicants begin. */
    static final String APPLICANT = "applicant-";

    private final Year year;
    private final Chance chance;
    private final int which;
    private final TenantId centre;
    private final boolean isOnline;
    private final ItemDefinition item;

    Visit(Year year, Chance chance, int which) {
        this.year = year;
        this.chance = chance;
        this.which = which;
        centre = chance.of(Year.halls());
        isOnline = chance.in(30);
        item = chance.of(year.items.definitions().values().stream()
                .filter(one -> isTakenAt(one, year.world.centres.get(centre).level()))
                .toList());
    }

    /** A township takes in what is meant for one, the city what it decides itself. */
    private static boolean isTakenAt(ItemDefinition item, Level level) {
        Level lowest = item.routes().get(0).stages().get(0).level();
        Level highest = item.exerciseLevel();
        return level == Level.TOWNSHIP ? lowest == level : !level.isAbove(highest);
    }

    void plan() {
        LocalDateTime at;
        do {
            LocalDate day = Year.FIRST.plusDays(chance.between(0, Year.LAST.getDayOfYear() - 1));
            at = isOnline ? chance.atHome(day.atStartOfDay(), 0) : chance.atWork(day.atStartOfDay(), 0);
        } while (at.toLocalDate().isAfter(Year.LAST) || isClosed(at));
        year.agenda.plan(at, () -> year.take("submit", this::apply));
    }

    /** A window is seldom open on a weekend. */
    private boolean isClosed(LocalDateTime at) {
        return !isOnline && at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 && !chance.in(5);
    }

    private void apply() {
        CallContext whose =
                isOnline ? year.world.as(APPLICANT + which, "applicant", centre) : year.world.as("clerk", centre);
        List<String> codes = new ArrayList<>(List.of("m1"));
        if (item.materials().stream().anyMatch(material -> material.code().equals("m3")) && chance.in(40)) {
            codes.add("m3");
        }
        Submit bare = application(year.world.materials(codes, whose));
        CaseView taken = year.world.service.submit(
                isOnline ? bare : Afterwards.entered(bare, which, year.now().toLocalDate()), whose);
        Life life = year.begin(chance.branch(), centre, taken.number(), true);
        life.applicant(isOnline ? APPLICANT + which : "");
        life.wakeSoon();
    }

    private Submit application(List<MaterialGiven> materials) {
        return item.bundled()
                ? new Submit(
                        null,
                        item.code(),
                        applicant(),
                        YearBundles.form(chance),
                        materials,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                : new Submit(item.code(), applicant(), Map.of(), materials, null);
    }

    private Applicant applicant() {
        return chance.in(50)
                ? new Applicant("person", "李明", null, "370613198501010018", "13812345678", null)
                : new Applicant("enterprise", "海阳建设有限公司", null, "91350100M000100Y43", "0535-3221234", null);
    }
}
