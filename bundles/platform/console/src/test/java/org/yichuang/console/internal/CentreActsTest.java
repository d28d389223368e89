package org.yichuang.console.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.console.internal.House.HAIYANG;
import static org.yichuang.console.internal.House.YANTAI;
import static org.yichuang.console.internal.House.operator;

import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.console.internal.CentreOpening.NewCentre;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants.Refusal;

/** What operators do to centres. */
public class CentreActsTest {
    private final House house = new House();
    private CentreActs acts;

    @Before
    public void open() {
        acts = new CentreActs(house, new CentreOpening(house.tenants(), house), house.accounts(), house.transactions());
    }

    @Test
    public void aNewCentreHasTheTemplatesModulesAndPolicies() {
        acts.open(new NewCentre("haiyang", "fushan", "福山区政务服务中心", "county", "yantai", "370611"), operator());

        assertEquals(
                List.of("open {division=370611, id=fushan, level=county, modules=cases,catalogue, name=福山区政务服务中心,"
                        + " parent=yantai, policy.intake.closing=17:00}"),
                house.did);
    }

    @Test
    public void whatTheTreeWouldRefuseIsToldBesideItsFieldAndNothingIsWritten() {
        house.fault = Optional.of(new Refusal("", "division", LocalizedMessage.verbatim("不在上级中心的区划之内")));

        assertEquals(List.of("name", "division"), faults("haiyang", "fushan", "福=山", "county", "yantai"));
        house.fault = Optional.empty();
        assertEquals(List.of("parent"), faults("haiyang", "fushan", "福山区", "county", ""));
        assertEquals(List.of("template"), faults("", "fushan", "福山区", "county", "yantai"));
        assertEquals(List.of(), house.did);
    }

    @Test
    public void everyActIsLeftToTenancyWhichJournalsIt() {
        acts.suspend(HAIYANG, operator());
        acts.resume(HAIYANG, operator());
        acts.brand(HAIYANG, "海阳市政务中心", "#123456", "", operator());
        acts.turn(HAIYANG, "cases", false, operator());
        acts.remove(HAIYANG, operator());

        assertEquals(
                List.of(
                        "suspend haiyang",
                        "resume haiyang",
                        "change haiyang {branding.colour=#123456, branding.crest=, name=海阳市政务中心}",
                        "off haiyang cases",
                        "remove haiyang"),
                house.did);
        assertEquals(List.of(), actions());
    }

    @Test
    public void nobodySuspendsOrRemovesHisOwnCentre() {
        assertThrows(ProblemException.class, () -> acts.suspend(YANTAI, operator()));
        assertThrows(ProblemException.class, () -> acts.remove(YANTAI, operator()));

        assertEquals(List.of(), house.did);
    }

    @Test
    public void theFirstAccountIsOpenedAtTheOtherCentreAndJournaled() {
        acts.openFirst(HAIYANG, "security", "张安", "Abcd1234!xyzA", operator());

        assertEquals(List.of("security at haiyang by operator@yantai"), house.opened);
        assertEquals(List.of("first-account"), actions());
    }

    private List<String> faults(String template, String id, String name, String level, String parent) {
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> acts.open(new NewCentre(template, id, name, level, parent, "370611"), operator()));
        return refused.fields().stream().map(FieldProblem::field).toList();
    }

    private List<String> actions() {
        return house.journal.stream().map(AuditEntry::action).toList();
    }
}
