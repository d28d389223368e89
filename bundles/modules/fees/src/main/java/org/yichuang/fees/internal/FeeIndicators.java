package org.yichuang.fees.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.persistence.EntityManagerFactory;
import org.yichuang.fees.api.EntryKind;
import org.yichuang.indicators.api.Dimension;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.indicators.api.IndicatorDefinition;
import org.yichuang.indicators.api.IndicatorProvider;
import org.yichuang.indicators.api.Kind;
import org.yichuang.indicators.api.Target;
import org.yichuang.kernel.api.LocalizedMessage;

/** What was demanded, relieved, paid, refunded and settled: what the entries of the ledger add up to. */
public class FeeIndicators implements IndicatorProvider {
    /** 执收单位. */
    static final Dimension UNIT = new Dimension("executing-unit", words("executing-unit"));

    /** What the fee is. */
    static final Dimension FEE_KIND = new Dimension("fee-kind", words("fee-kind"));

    /** The code of the fee item. */
    static final Dimension FEE = new Dimension("fee", words("fee"));

    private final List<Indicator> indicators;

    FeeIndicators(EntityManagerFactory entities) {
        indicators = Stream.of(
                        made("billed", Set.of(EntryKind.BILLED), entities),
                        made("voided", Set.of(EntryKind.VOIDED), entities),
                        made("relieved", Set.of(EntryKind.RELIEVED), entities),
                        made("paid", Set.of(EntryKind.PAID, EntryKind.APPLIED), entities),
                        made("refunded", Set.of(EntryKind.REFUNDED, EntryKind.RETURNED), entities),
                        made("settled", Set.of(EntryKind.SETTLED), entities))
                .toList();
    }

    private static Indicator made(String word, Set<EntryKind> kinds, EntityManagerFactory entities) {
        IndicatorDefinition definition = new IndicatorDefinition(
                "fees." + word,
                words(word + ".name"),
                words(word + ".formula"),
                Kind.MONEY,
                words("unit"),
                2,
                false,
                Set.of(Dimension.DAY, Dimension.ITEM, UNIT, FEE_KIND, FEE),
                Stream.of("day", "bill", "fee", "executing-unit", "fen")
                        .map(column -> words("column." + column))
                        .toList(),
                Target.NONE);
        return new FeeIndicator(definition, kinds, entities);
    }

    private static LocalizedMessage words(String key) {
        return LocalizedMessage.of(FeeIndicators.class, "indicator." + key);
    }

    @Override
    public List<Indicator> indicators() {
        return indicators;
    }
}
