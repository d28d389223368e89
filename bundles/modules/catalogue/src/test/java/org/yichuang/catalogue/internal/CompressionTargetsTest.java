package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.LAISHAN;
import static org.yichuang.testing.centres.TestCentres.SHANDONG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;
import org.yichuang.catalogue.internal.CompressionTargets.NewTarget;
import org.yichuang.catalogue.internal.CompressionTargets.Report;
import org.yichuang.catalogue.internal.domain.round.NewRound;
import org.yichuang.catalogue.internal.domain.round.RoundItem;
import org.yichuang.catalogue.internal.domain.round.RoundOutcome;
import org.yichuang.catalogue.internal.domain.targets.TargetRanking;
import org.yichuang.catalogue.internal.domain.targets.TargetRanking.Ranked;
import org.yichuang.catalogue.internal.persistence.Rounds;
import org.yichuang.catalogue.internal.persistence.TargetRows;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.TenantId;

/** The yearly target of compression comes from above, and is reached or not (M-CAT-2, K7). */
public class CompressionTargetsTest extends CatalogueWorld {
    private CompressionTargets targets;
    private ReviewRounds rounds;

    @Before
    public void openTargets() {
        targets = new CompressionTargets(transactions, network, new TargetRows(transactions.persistenceUnit()));
        rounds = new ReviewRounds(transactions, new Rounds(transactions.persistenceUnit()));
    }

    @Test
    public void whatTheProvinceWantsIsReachedOrNot() {
        targets.set(new NewTarget(2026, 30, "鲁政〔2026〕1号"), calling(SHANDONG));
        round(HAIYANG, "2026-02-01", 100, 70);
        round(LAISHAN, "2026-02-01", 3, 2);
        round(YANTAI, "2026-02-01", 1000, 701);

        Report report = targets.report(2026, calling(SHANDONG));

        assertTrue("30 of 100 are 30 per cent", of(HAIYANG, report).reached());
        assertTrue(of(LAISHAN, report).reached());
        assertFalse("299 of 1000 are not", of(YANTAI, report).reached());
        assertEquals(1, of(LAISHAN, report).rank());
        assertEquals(2, of(HAIYANG, report).rank());
        assertEquals(2, report.reached());
        assertEquals(
                "sums of days",
                new BigDecimal("29.92"),
                TargetRanking.sum(report.centres()).percent().orElseThrow());
        assertEquals(
                "mean of 30, 33.33… and 29.9",
                new BigDecimal("31.08"),
                TargetRanking.mean(report.centres()).orElseThrow());
        assertEquals(
                "山东省政务服务中心",
                targets.report(2026, calling(HAIYANG))
                        .target()
                        .orElseThrow()
                        .setBy()
                        .name());
    }

    @Test
    public void theNearestTargetAndTheLastStandingRoundOfTheYearCount() {
        targets.set(new NewTarget(2026, 30, "鲁政〔2026〕1号"), calling(SHANDONG));
        targets.set(new NewTarget(2026, 40, "烟政〔2026〕1号"), calling(YANTAI));
        targets.set(new NewTarget(2026, 45, "烟政〔2026〕2号"), calling(YANTAI, 1));
        round(HAIYANG, "2025-12-31", 100, 10);
        round(HAIYANG, "2026-01-10", 100, 50);
        String mistake = round(HAIYANG, "2026-02-10", 100, 90);
        assertFalse(targets.report(2026, calling(HAIYANG)).own().reached());
        rounds.takeBack(mistake, new Mistake("录入错误"), calling(HAIYANG, 5));

        Report report = targets.report(2026, calling(HAIYANG));

        assertEquals(45, report.target().orElseThrow().target().percent());
        assertTrue(report.own().reached());
        assertEquals(50, report.own().gain().to());
        assertNull(targets.report(2024, calling(HAIYANG)).own().gain());
        assertEquals(Optional.empty(), targets.report(2024, calling(HAIYANG)).target());
    }

    @Test
    public void nonsenseIsNoTarget() {
        refused(CommonError.FIELDS_INVALID, () -> targets.set(new NewTarget(2026, 100, "x"), calling(YANTAI)));
        refused(CommonError.FIELDS_INVALID, () -> targets.set(new NewTarget(26, 10, "x"), calling(YANTAI)));
        refused(CommonError.FIELDS_INVALID, () -> targets.set(new NewTarget(2026, 10, ""), calling(YANTAI)));
        refused(CommonError.FIELDS_INVALID, () -> targets.report(1, calling(YANTAI)));
    }

    private static Ranked of(TenantId centre, Report report) {
        return report.centres().stream()
                .filter(each -> each.centre().equals(centre))
                .findFirst()
                .orElseThrow();
    }

    private String round(TenantId centre, String day, int statutory, int promised) {
        RoundItem item = new RoundItem("A-1", "甲", null, RoundOutcome.KEPT, "", statutory, promised);
        return rounds.enter(new NewRound("轮次" + day, LocalDate.parse(day), List.of(item)), calling(centre));
    }
}
