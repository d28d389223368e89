package org.yichuang.fees.internal.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import org.junit.Test;
import org.yichuang.fees.internal.FeeCommands.Line;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.fee.ChargingMethod;
import org.yichuang.kernel.api.fee.FeeFloor;
import org.yichuang.kernel.api.fee.FeeStandard;
import org.yichuang.kernel.api.fee.StandardLine;

/** What is typed of a standard is what is charged, and what is written out is read again as the same. */
public class StandardTextTest {
    private static FeeStandard read(String text, ChargingMethod method) {
        List<Line> lines = StandardText.read(text, method);
        return new FeeStandard(
                method,
                "㎡",
                lines.stream()
                        .map(line -> new StandardLine(
                                line.from(),
                                line.to(),
                                line.price(),
                                line.highest(),
                                line.point(),
                                line.step(),
                                line.growth()))
                        .toList(),
                FeeFloor.NONE);
    }

    private static void price(String fen, FeeStandard of) {
        assertEquals(0, new BigDecimal(fen).compareTo(of.lines().get(0).price()));
    }

    @Test
    public void pricesAreInYuanAndSharesInPercent() {
        price("1000", read("10", ChargingMethod.PER_UNIT));
        price("0.03", read("3", ChargingMethod.RATE));
        price("50", read("0.50 0.80", ChargingMethod.RANGE));
    }

    @Test
    public void whatIsWrittenIsReadAsTheSame() {
        String tiers = "0 10 0\n10 30 100\n30 - 200 10 1.5";
        assertEquals(tiers, StandardText.write(read(tiers, ChargingMethod.TIERED)));
        assertEquals("0.5 0.8 0.6", StandardText.write(read("0.50，0.80，0.6", ChargingMethod.RANGE)));
        assertEquals("3", StandardText.write(read("3", ChargingMethod.RATE)));
        assertEquals("1234.5", StandardText.write(read(" 1234.50 ", ChargingMethod.FIXED)));
    }

    @Test
    public void aLineThatIsNoneIsAProblemOfItsField() {
        refused("10 20", ChargingMethod.FIXED);
        refused("0 10", ChargingMethod.TIERED);
        refused("0 10 5 1", ChargingMethod.TIERED);
        refused("ten", ChargingMethod.PER_UNIT);
    }

    private static void refused(String text, ChargingMethod method) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> StandardText.read(text, method));
        assertEquals("standard.lines", refusal.fields().get(0).field());
    }
}
