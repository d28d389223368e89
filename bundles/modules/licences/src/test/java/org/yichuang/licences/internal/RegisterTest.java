package org.yichuang.licences.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseRequests.Applicant;
import org.yichuang.cases.api.LicenceMatter;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.licences.api.LicenceError;
import org.yichuang.licences.api.LicenceState;
import org.yichuang.licences.internal.LicenceRequests.Disclose;
import org.yichuang.licences.internal.LicenceRequests.Withhold;
import org.yichuang.licences.internal.LicenceView.Filter;
import org.yichuang.licences.internal.LicenceView.Published;
import org.yichuang.licences.internal.LicenceView.Summary;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.domain.WithholdingGround;
import org.yichuang.testing.Contract;
import org.yichuang.testing.TestDatabase;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** What is made out stands in the register once, and who sees what of it; on both databases. */
public class RegisterTest extends Contract {
    private static final Withhold WITHHOLD = new Withhold(WithholdingGround.STATE_SECRET, "涉密项目", "保守国家秘密法", "王局长");

    private static final PageRequest FIRST = PageRequest.of(2, null);

    private RegisterWorld world;

    @Override
    @Before
    public void start() {
        database = TestDatabase.fresh(kind, "db/changelog/licences.xml", "db/changelog/documents.xml");
        node = new TestNode(database, folder.getRoot(), clock);
        other = new TestNode(database, folder.getRoot(), clock);
        world = new RegisterWorld(node.transactions(), node.entities("licences"), node.entities("documents"), clock);
        node.prove(new JpaChainHeads("licence", node.entities("licences"), node.transactions(), Licence.class));
    }

    private List<Summary> all() {
        return world.licences
                .list(Filter.ALL, PageRequest.of(200, null), world.as("clerk", HAIYANG))
                .items();
    }

    @Test
    public void aResultIsRegisteredOnceHoweverOftenItIsHeardOf() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        world.hear("C1", HAIYANG);

        LicenceView view = world.licences.find("C1", world.as("clerk", HAIYANG));
        assertEquals(1, all().size());
        assertEquals("JYC1", view.number());
        assertEquals("LICENCE", view.kind());
        assertEquals(LicenceState.VALID, view.state());
        assertEquals("海阳市市场监管局", view.organ());
        assertEquals(LocalDate.of(2026, 3, 2), view.grantedOn());
        assertEquals("sixty months", LocalDate.of(2031, 3, 1), view.validUntil());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void itStandsAtTheCentreThatHasMadeItOutAndNowhereElse() {
        world.make("C1", RegisterWorld.FOOD, LAISHAN);
        world.madeOutAbove("C1", LAISHAN, YANTAI);
        world.hear("C1", LAISHAN);

        assertEquals(
                List.of(),
                world.licences
                        .list(Filter.ALL, FIRST, world.as("clerk", LAISHAN))
                        .items());
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);
        assertEquals(
                List.of(),
                world.licences
                        .list(Filter.ALL, FIRST, world.as("clerk", LAISHAN))
                        .items());
        assertEquals(
                LicenceError.LICENCE_UNKNOWN,
                assertThrows(ProblemException.class, () -> world.licences.find("C2", world.as("clerk", LAISHAN)))
                        .code());
    }

    @Test
    public void aServiceWithoutACertificateIsNoResultOfLicensing() {
        world.registered("C1", RegisterWorld.SERVICE, HAIYANG);

        assertEquals(List.of(), all());
    }

    @Test
    public void holdersAreMaskedForWhoeverOnlyLooksOnAndWholeWithAReason() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);

        assertEquals(RegisterWorld.PERSON, all().get(0).holder());
        CallContext manager = world.as("centre-manager", HAIYANG);
        assertEquals(
                "张*明",
                world.licences.list(Filter.ALL, FIRST, manager).items().get(0).holder());
        assertEquals("张*明", world.licences.find("C1", manager).holder().name());
        String masked =
                world.licences.find("C1", world.as("clerk", HAIYANG)).holder().idNumber();
        assertTrue(masked, masked.contains("****"));

        LicenceRequests.Unmask reason = new LicenceRequests.Unmask("核对持证人身份");
        assertEquals(
                RegisterWorld.PERSON_ID,
                world.licences
                        .unmask("C1", reason, world.as("clerk", HAIYANG))
                        .holder()
                        .idNumber());
        assertThrows(ProblemException.class, () -> world.licences.unmask("C1", reason, manager));
    }

    @Test
    public void theNumberOfAHolderIsFoundAndStandsNowhereInClear() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        Applicant firm = new Applicant("enterprise", "海阳食品有限公司", "uscc", "91350100M000100Y43", "0535-3221234", null);
        world.make("C2", RegisterWorld.FOOD, HAIYANG, firm);
        world.hear("C2", HAIYANG);

        assertEquals(List.of("C1"), found(null, "1101 0519 4912 3100 2x"));
        assertEquals(List.of("C2"), found(null, "海阳食品有限公司"));
        assertEquals(List.of(), found(null, "海阳食品"));
        assertEquals(List.of("C2", "C1"), found(LicenceState.VALID, null));
        assertEquals(List.of(), found(LicenceState.REVOKED, null));
        assertEquals(
                0,
                database.run("UPDATE LICENCES_LICENCE SET KIND=KIND WHERE CONTENT LIKE '%" + RegisterWorld.PERSON_ID
                        + "%' OR ID_NUMBER_KEY LIKE '%" + RegisterWorld.PERSON_ID + "%'"));
    }

    private List<String> found(LicenceState state, String holder) {
        Filter filter = new Filter(state, null, holder, null, false);
        return world.licences.list(filter, PageRequest.of(200, null), world.as("clerk", HAIYANG)).items().stream()
                .map(Summary::id)
                .toList();
    }

    @Test
    public void listsComeInPartsTheNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            world.registered("C" + i, RegisterWorld.FOOD, HAIYANG);
        }

        Page<Summary> first = world.licences.list(Filter.ALL, FIRST, world.as("clerk", HAIYANG));
        Page<Summary> second =
                world.licences.list(Filter.ALL, PageRequest.of(2, first.next()), world.as("clerk", HAIYANG));
        Page<Summary> third =
                world.licences.list(Filter.ALL, PageRequest.of(2, second.next()), world.as("clerk", HAIYANG));

        assertEquals(
                List.of("C5", "C4"), first.items().stream().map(Summary::id).toList());
        assertEquals(
                List.of("C3", "C2"), second.items().stream().map(Summary::id).toList());
        assertEquals(List.of("C1"), third.items().stream().map(Summary::id).toList());
        assertEquals(null, third.next());
    }

    @Test
    public void staffOfADepartmentSeeWhatIsTheirs() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        CallContext own = world.as("liu", "clerk", Set.of("市场监管局"), HAIYANG);
        CallContext foreign = world.as("sun", "clerk", Set.of("住建局"), HAIYANG);

        assertEquals(1, world.licences.list(Filter.ALL, FIRST, own).items().size());
        assertEquals("C1", world.licences.find("C1", own).id());
        assertEquals(0, world.licences.list(Filter.ALL, FIRST, foreign).items().size());
        assertThrows(ProblemException.class, () -> world.licences.find("C1", foreign));
    }

    @Test
    public void holdersSeeTheirOwnAndNobodyElses() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        CallContext holder = world.as("li-ming", "applicant", Set.of(), HAIYANG);
        CallContext stranger = world.as("zhao", "applicant", Set.of(), HAIYANG);

        assertEquals(1, world.licences.own(FIRST, holder).items().size());
        assertEquals(
                RegisterWorld.PERSON_ID,
                world.licences.findOwn("C1", holder).holder().idNumber());
        assertEquals(0, world.licences.own(FIRST, stranger).items().size());
        assertThrows(ProblemException.class, () -> world.licences.findOwn("C1", stranger));
        assertThrows(ProblemException.class, () -> world.licences.list(Filter.ALL, FIRST, holder));
    }

    /** Secrets of the state, of business and of private life (arts. 5 and 40). */
    @Test
    public void whatIsASecretIsWithheldFromEverybodyUntilItIsNoneAnyMore() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        CallContext chief = world.as("chief-representative", HAIYANG);
        assertEquals(1, publicly());
        world.decisions.withhold("C1", WITHHOLD, chief);
        assertEquals(0, publicly());
        LicenceView view = world.licences.find("C1", chief);
        assertTrue(view.withheld());
        assertEquals(LicenceState.VALID, view.state());
        assertEquals("王局长", view.acts().get(0).decidedBy());
        assertThrows(ProblemException.class, () -> world.decisions.withhold("C1", WITHHOLD, chief));
        assertThrows(
                ProblemException.class, () -> world.decisions.withhold("C1", WITHHOLD, world.as("clerk", HAIYANG)));

        world.concerned.put("C2", new CaseLicence("JYC1", LicenceMatter.REPLACEMENT, null, null));
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);
        assertEquals("what replaces it is one as well", 0, publicly());
        world.decisions.disclose("C2", new Disclose("已解密", "保守国家秘密法", "王局长"), chief);
        assertEquals(1, publicly());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    private int publicly() {
        return world.licences
                .published(LicenceView.Filter.ALL, PageRequest.of(9, null), world.as("nobody", HAIYANG))
                .items()
                .size();
    }

    @Test
    public void everybodySeesWhatWasGrantedWithPersonsMasked() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        CallContext anybody = TestCentres.calling(HAIYANG).by(Actor.ANONYMOUS);

        Published published =
                world.licences.published(Filter.ALL, FIRST, anybody).items().get(0);

        assertEquals("张*明", published.holder());
        assertEquals("JYC1", published.number());
        assertFalse(published.toString().contains(RegisterWorld.PERSON_ID));
    }

    @Test
    public void aDeclarationThatIsFoundUntrueAfterTheGrantCallsForARevocation() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);

        world.hear("C1", HAIYANG, "promise-checked", "{\"material\":\"m4\",\"state\":\"KEPT\",\"granted\":true}");
        assertEquals(0, due().size());
        world.hear("C1", HAIYANG, "promise-checked", "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":true}");
        world.hear("C1", HAIYANG, "promise-checked", "{\"material\":\"m5\",\"state\":\"BROKEN\",\"granted\":true}");

        assertEquals(List.of("C1"), due());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    private List<String> due() {
        Filter filter = new Filter(null, null, null, null, true);
        return world.licences.list(filter, FIRST, world.as("clerk", HAIYANG)).items().stream()
                .map(Summary::id)
                .toList();
    }

    @Test
    public void whatWasFoundUntrueBeforeTheResultWasMadeOutIsToBeRevokedAsWell() {
        world.brokenDeclarations.add("m4");
        world.make("C1", RegisterWorld.FOOD, HAIYANG);
        world.hear("C1", HAIYANG, "promise-checked", "{\"material\":\"m4\",\"state\":\"BROKEN\",\"granted\":true}");
        world.hear("C1", HAIYANG);

        assertEquals(List.of("C1"), due());
        assertEquals("", node.journal().verify(HAIYANG).firstBreak());
    }

    @Test
    public void nobodyTriesNumbersOfPersonsAtThePublicList() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        Applicant firm = new Applicant("enterprise", "海阳食品有限公司", "uscc", "91350100M000100Y43", "0535-3221234", null);
        world.make("C2", RegisterWorld.FOOD, HAIYANG, firm);
        world.hear("C2", HAIYANG);

        assertEquals(List.of(), published(null, RegisterWorld.PERSON_ID));
        assertEquals(
                "organisations have no secret number",
                1,
                published(null, "91350100M000100Y43").size());
        assertEquals(1, published(null, RegisterWorld.PERSON).size());
    }

    private List<Published> published(String number, String holder) {
        CallContext anybody = TestCentres.calling(HAIYANG).by(Actor.ANONYMOUS);
        return world.licences
                .published(new Filter(null, null, holder, number, false), FIRST, anybody)
                .items();
    }

    @Test
    public void aCertificateThatBearsTheNumberOfItsHolderShowsItToNobodyElse() {
        world.certificateNumber = "T" + RegisterWorld.PERSON_ID;
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);

        String shown = published(null, null).get(0).number();
        assertFalse(shown, shown.contains(RegisterWorld.PERSON_ID));
        assertEquals(List.of(), published("T" + RegisterWorld.PERSON_ID, null));
        CallContext manager = world.as("centre-manager", HAIYANG);
        assertFalse(world.licences.find("C1", manager).toString().contains(RegisterWorld.PERSON_ID));
        assertFalse(world.licences.list(Filter.ALL, FIRST, manager).toString().contains(RegisterWorld.PERSON_ID));
        assertEquals("T" + RegisterWorld.PERSON_ID, all().get(0).number());
    }

    @Test
    public void fiveYearsFromALeapDayEndWithFebruary() {
        world.province.at("2028-02-29T09:00");
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);

        assertEquals(
                LocalDate.of(2033, 2, 28),
                world.licences.find("C1", world.as("clerk", HAIYANG)).validUntil());
    }

    @Test
    public void whatIsOverIsFoundAsExpiredBeforeTheJobHasNotedIt() {
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        world.province.at("2031-03-02T09:00");

        assertEquals(List.of("C1"), found(LicenceState.EXPIRED, null));
        assertEquals(List.of(), found(LicenceState.VALID, null));
    }

    @Test
    public void eachMemberOfABundleThatHasAResultHasARowOfItsOwn() {
        world.members.put("B1", List.of(RegisterWorld.FOOD, RegisterWorld.SERVICE, RegisterWorld.TAXI));
        world.registered("B1", "bundle", HAIYANG);
        world.hear("B1", HAIYANG);

        assertEquals(
                List.of("B1-2", "B1"),
                world.licences.list(Filter.ALL, FIRST, world.as("clerk", HAIYANG)).items().stream()
                        .map(row -> row.id())
                        .toList());
        LicenceView second = world.licences.find("B1-2", world.as("clerk", HAIYANG));
        assertEquals("B1", second.caseNumber());
        assertEquals(RegisterWorld.TAXI, second.item());
    }

    @Test
    public void thePublicListGoesByDayAndItsCursorNamesNoCase() {
        world.registered("C9", RegisterWorld.FOOD, HAIYANG);
        world.registered("C8", RegisterWorld.FOOD, HAIYANG);
        world.province.at("2026-03-03T09:00");
        world.registered("C1", RegisterWorld.FOOD, HAIYANG);
        world.registered("C2", RegisterWorld.FOOD, HAIYANG);
        CallContext anybody = TestCentres.calling(HAIYANG).by(Actor.ANONYMOUS);
        List<String> numbers = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<LicenceView.Published> page =
                    world.licences.published(Filter.ALL, new PageRequest(1, cursor), anybody);
            page.items().forEach(row -> numbers.add(row.number()));
            cursor = Optional.ofNullable(page.next());
            cursor.ifPresent(text -> assertFalse(text, text.contains("C")));
        } while (cursor.isPresent());

        assertEquals(List.of("JYC2", "JYC1", "JYC9", "JYC8"), numbers);
    }
}
