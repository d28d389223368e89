package org.yichuang.catalogue.internal.domain.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yichuang.catalogue.internal.domain.round.Percent;

/** Adds up what was found of many items. */
public final class LimitCounts {
    private final CompressionPolicy policy;
    private final List<LimitFinding> findings = new ArrayList<>();
    private int items;
    private int shortItems;
    private int instantItems;

    /** By a policy. */
    public LimitCounts(CompressionPolicy policy) {
        this.policy = policy;
    }

    /** Looks at an item. */
    public void take(MeasuredItem item) {
        items++;
        shortItems += policy.isShort(item) ? 1 : 0;
        instantItems += item.daysTold() != null && item.daysTold() == 0 ? 1 : 0;
        findings.addAll(policy.findings(item));
    }

    /** By which policy. */
    public CompressionPolicy policy() {
        return policy;
    }

    /** How many items were looked at. */
    public int items() {
        return items;
    }

    /** How many are promised within the days of {@link LimitRule#LONG}. */
    public int shortItems() {
        return shortItems;
    }

    /** The same in per cent (a centre went from 27 % to 85 %). */
    public Optional<BigDecimal> shortShare() {
        return Percent.of(shortItems, items);
    }

    /** How many are done on the same day. */
    public int instantItems() {
        return instantItems;
    }

    /** What was found. */
    public List<LimitFinding> findings() {
        return List.copyOf(findings);
    }

    /** How many findings of a severity stand, exceptions not counted. */
    public int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity && !finding.excepted())
                .count();
    }

    /** How many findings are exceptions. */
    public int excepted() {
        return (int) findings.stream().filter(LimitFinding::excepted).count();
    }
}
