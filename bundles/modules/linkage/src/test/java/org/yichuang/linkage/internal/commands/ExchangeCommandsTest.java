package org.yichuang.linkage.internal.commands;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.junit.Test;
import org.yichuang.journal.api.Outbox;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Page;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.linkage.api.CentreKeys;
import org.yichuang.linkage.api.CentreKeys.PublicKeyView;
import org.yichuang.linkage.api.CentreWays;
import org.yichuang.linkage.api.CentreWays.CentreWay;
import org.yichuang.linkage.api.Exchange;
import org.yichuang.linkage.api.ExchangeMessage;
import org.yichuang.linkage.api.SignatureAlgorithm;
import org.yichuang.linkage.internal.domain.Signatures;
import org.yichuang.shell.api.CommandResult;
import org.yichuang.shell.testing.Desk;
import org.yichuang.shell.testing.Wired;

public class ExchangeCommandsTest {
    private final Desk desk = new Desk();
    private final List<CallContext> calls = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private String receiver;
    /** After how many centres the database goes away. */
    private int failsAfter = Integer.MAX_VALUE;

    /** In how many parts all is done. */
    private int parts = 1;

    private final Exchange exchange = Wired.only(
            Exchange.class,
            Map.of(
                    "messages", args -> new Page<>(List.of(message()), null),
                    "removed", args -> List.of(new Exchange.Removed("laishan", 2, 1, Desk.NOW)),
                    "giveUp", args -> givenUp((CallContext) args[1]),
                    "beginEpoch", args -> began((CallContext) args[1]),
                    "park", args -> calls.add((CallContext) args[2]),
                    "replay", args -> calls.add((CallContext) args[1]),
                    "replayAll", args -> replayed((Optional<?>) args[0], (Optional<?>) args[1], (CallContext) args[2]),
                    "parkAll", args -> parkedAll((Optional<?>) args[0], (CallContext) args[2])));

    @Test
    public void messagesOfAllCentresAreListedByState() {
        ExchangeList list = Wired.with(new ExchangeList(), desk, exchange);
        list.state = "parked";

        CommandResult result = list.run();

        assertEquals(3, ((List<?>) result.data()).size());
        assertTrue(result.text().contains("yantai → shandong"));
    }

    @Test
    public void theWaysOfACentreAreListedWithWhatWaits() {
        CentreWay way = new CentreWay("shandong", "jms:queue:yichuang.shandong", 3, Desk.NOW, 0, Desk.NOW);
        ExchangeCentres centres = Wired.with(
                new ExchangeCentres(), desk, Wired.only(CentreWays.class, Map.of("ways", args -> List.of(way))));
        centres.centre = "yantai";

        CommandResult result = centres.run();

        assertEquals(List.of(way), result.data());
        assertTrue(result.text().contains("jms:queue:yichuang.shandong"));
    }

    @Test
    public void aStateThatThereIsNotIsRefusedWithThoseThereAre() {
        ExchangeList list = Wired.with(new ExchangeList(), desk, exchange);
        list.state = "lost";

        ProblemException refusal = assertThrows(ProblemException.class, list::run);

        assertEquals("The state is one of waiting, delivered, parked", refusal.en());
    }

    @Test
    public void commandsActAsTheUserOfTheSession() {
        ExchangeReplay replay = Wired.with(new ExchangeReplay(), desk, exchange);
        replay.centre = "haiyang";
        replay.id = "M1";

        replay.run();

        assertEquals("wang@shell", calls.get(0).actor().account());
        assertEquals(new TenantId("haiyang"), calls.get(0).tenant());
    }

    @Test
    public void allThatIsParkedLeavesAgain() {
        ExchangeReplay replay = Wired.with(new ExchangeReplay(), desk, exchange);
        replay.centre = "haiyang";
        replay.all = true;
        replay.receiver = "yantai";

        CommandResult result = replay.run();

        assertEquals("yantai", receiver);
        assertTrue(result.text(), result.text().contains("7 parked messages are sent again, 1 stay as they are"));
    }

    @Test
    public void allIsAllHoweverManyPartsItTakes() {
        parts = 2;
        ExchangeReplay replay = Wired.with(new ExchangeReplay(), desk, exchange);
        replay.centre = "haiyang";
        replay.all = true;
        assertEquals(
                new Exchange.Replayed(1_007, List.of("M8", "M9"), false),
                replay.run().data());

        calls.clear();
        ExchangePark park = Wired.with(new ExchangePark(), desk, exchange);
        park.centre = "haiyang";
        park.all = true;
        park.receiver = "yantai";
        park.reasonOfAll = "密钥泄露";
        assertEquals(Map.of("centre", "haiyang", "parked", 1_003), park.run().data());
        assertEquals("yantai", receiver);
    }

    @Test
    public void oneIsParkedWithAReasonOrAllAre() {
        ExchangePark park = Wired.with(new ExchangePark(), desk, exchange);
        park.centre = "haiyang";
        park.id = "M1";
        assertEquals(
                "no reason",
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, park::run).code());
        park.reason = "误发";
        park.receiver = "yantai";
        assertEquals(
                "a receiver of one",
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, park::run).code());
        park.receiver = null;
        assertEquals(
                Map.of("centre", "haiyang", "id", "M1", "done", "parked"),
                park.run().data());
    }

    /** {@code exchange:park haiyang M1 --all} means M1, or does not: nothing is parked for the reason "M1". */
    @Test
    public void whoeverNamesAMessageAndSaysAllIsAskedAgain() {
        ExchangePark park = Wired.with(new ExchangePark(), desk, exchange);
        park.centre = "haiyang";
        park.id = "M1";
        park.all = true;
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, park::run).code());
        park.reasonOfAll = "密钥泄露";
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, park::run).code());
        assertEquals(List.of(), calls);
    }

    @Test
    public void whatACentreThatIsGoneHasLeftIsListedAndGivenUp() {
        CommandResult left = Wired.with(new ExchangeRemoved(), desk, exchange).run();
        assertTrue(left.text(), left.text().contains("laishan"));

        ExchangeList list = Wired.with(new ExchangeList(), desk, exchange);
        list.removed = true;
        list.centre = "laishan";
        assertEquals(1, ((List<?>) list.run().data()).size());
        list.centre = "haiyang";
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, list::run).code());

        ExchangeGiveUp giveUp = Wired.with(new ExchangeGiveUp(), desk, exchange);
        giveUp.centre = "laishan";
        giveUp.reason = "中心已撤并";
        assertEquals(Map.of("centre", "laishan", "parked", 2), giveUp.run().data());
        assertEquals(new TenantId("laishan"), calls.get(0).tenant());

        calls.clear();
        parts = 3;
        assertEquals(
                "all of it, however many parts it takes",
                Map.of("centre", "laishan", "parked", 2_002),
                giveUp.run().data());
    }

    @Test
    public void somebodySaysThatTheDatabaseOfACentreHasBeenSetBack() {
        ExchangeEpoch epoch = Wired.with(new ExchangeEpoch(), desk, exchange);
        epoch.centre = "haiyang";
        epoch.reason = "恢复到昨夜备份";

        CommandResult result = epoch.run();

        assertEquals(Map.of("centre", "haiyang", "epoch", 4711L), result.data());
        assertEquals(new TenantId("haiyang"), calls.get(0).tenant());
    }

    @Test
    public void somebodySaysThatTheDatabaseOfAllCentresHasBeenSetBack() {
        ExchangeEpoch epoch = Wired.with(new ExchangeEpoch(), desk, exchange, console());
        epoch.all = true;
        epoch.centre = "恢复到昨夜备份"; // which could be meant for the reason
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, epoch::run).code());
        assertEquals(List.of(), calls);

        epoch.centre = null;
        epoch.reasonOfAll = "恢复到昨夜备份";
        assertEquals(
                Map.of("shandong", 4711L, "yantai", 4711L, "haiyang", 4711L),
                epoch.run().data());
        assertEquals(3, calls.stream().map(CallContext::tenant).distinct().count());
    }

    @Test
    public void whatIsSaidOfOneCentreIsSaidOfAllOfThem() {
        CentreWay way = new CentreWay("shandong", "local", 0, null, 0, null);
        ExchangeCentres centres = Wired.with(
                new ExchangeCentres(), desk, Wired.only(CentreWays.class, Map.of("ways", args -> List.of(way))));
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, centres::run).code());
        centres.all = true;
        assertEquals(3, ((Map<?, ?>) centres.run().data()).size());

        CentreKeys ofEach =
                Wired.only(CentreKeys.class, Map.of("keys", args -> List.of(key(((CallContext) args[0]).tenant()))));
        ExchangeKeys keys = Wired.with(new ExchangeKeys(), desk, ofEach);
        keys.all = true;
        assertEquals(3, ((List<?>) keys.run().data()).size());

        CentreKeys ofAll =
                Wired.only(CentreKeys.class, Map.of("rotate", args -> key(((CallContext) args[0]).tenant())));
        ExchangeRotate rotate = Wired.with(new ExchangeRotate(), desk, ofAll);
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, rotate::run).code());
        rotate.all = true;
        assertEquals(3, ((List<?>) rotate.run().data()).size());

        ExchangeReplay replay = Wired.with(new ExchangeReplay(), desk, exchange);
        replay.all = true;
        assertEquals(
                new Exchange.Replayed(21, List.of("M9", "M9", "M9"), false),
                replay.run().data());
        assertEquals(3, calls.size());
    }

    private static PublicKeyView key(TenantId centre) {
        String key = Signatures.generate(SignatureAlgorithm.ED25519).publicKey();
        return new PublicKeyView(centre.value(), "k-" + centre, key, Desk.NOW, null, null);
    }

    @Test
    public void oneMessageOrAllButNotBoth() {
        ExchangeReplay replay = Wired.with(new ExchangeReplay(), desk, exchange);
        replay.centre = "haiyang";
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, replay::run).code());

        replay.id = "M1";
        replay.all = true;
        assertEquals(
                CommonError.PARAMETER_UNREADABLE,
                assertThrows(ProblemException.class, replay::run).code());
        assertEquals(List.of(), calls);
    }

    @Test
    public void aCentreWithoutTheModuleIsRefusedAndTheRefusalIsNoted() {
        Session session = Wired.only(Session.class, Map.of());
        ExchangePark park = Wired.with(new ExchangePark(), desk.without("haiyang", "linkage"), exchange, session);
        park.centre = "haiyang";
        park.id = "M1";
        park.reason = "误发";

        assertEquals("module-off", assertThrows(Exception.class, park::execute).getMessage());
        assertEquals(List.of("exchange:park module-off haiyang wang@shell"), desk.refused);
        assertEquals(List.of(), calls);
    }

    @Test
    public void aCentreThatNobodyKnowsHasNoJournal() {
        ExchangePark park = Wired.with(new ExchangePark(), desk, exchange);
        park.centre = "nowhere";
        park.id = "M1";
        park.reason = "误发";

        assertEquals(
                "tenant-unknown", assertThrows(Exception.class, park::execute).getMessage());
        assertEquals(List.of(), desk.refused);
    }

    @Test
    public void whatHasBegunIsToldAtOnceShouldTheRestBreakOff() {
        failsAfter = 2;
        ExchangeEpoch epoch = Wired.with(new ExchangeEpoch(), desk, exchange, console());
        epoch.all = true;
        epoch.reasonOfAll = "恢复到昨夜备份";

        assertThrows(ProblemException.class, epoch::run);

        String told = printed.toString(StandardCharsets.UTF_8);
        assertTrue(told, told.contains("shandong") && told.contains("yantai") && !told.contains("haiyang"));
    }

    private Session console() {
        PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Wired.only(Session.class, Map.of("getConsole", args -> console));
    }

    private int givenUp(CallContext context) {
        calls.add(context);
        return calls.size() < parts ? Exchange.MOST_REPLAYED : calls.size() == parts ? 2 : 0;
    }

    private long began(CallContext context) {
        if (calls.size() == failsAfter) {
            throw ProblemException.of(CommonError.UNAVAILABLE);
        }
        calls.add(context);
        return 4711;
    }

    private Exchange.Replayed replayed(Optional<?> to, Optional<?> after, CallContext context) {
        receiver = to.map(Object::toString).orElse("");
        calls.add(context);
        boolean isFirst = after.isEmpty();
        return isFirst && parts > 1
                ? new Exchange.Replayed(1_000, List.of("M8"), true, "there")
                : new Exchange.Replayed(7, List.of("M9"), false);
    }

    private int parkedAll(Optional<?> to, CallContext context) {
        receiver = to.map(Object::toString).orElse("");
        calls.add(context);
        return calls.size() < parts ? Exchange.MOST_REPLAYED : calls.size() == parts ? 3 : 0;
    }

    private static ExchangeMessage message() {
        return new ExchangeMessage(
                "M1",
                "yantai",
                "shandong",
                "C1",
                1,
                "cases",
                "forward",
                Outbox.State.PARKED,
                3,
                Desk.NOW,
                null,
                "no",
                null,
                null);
    }
}
