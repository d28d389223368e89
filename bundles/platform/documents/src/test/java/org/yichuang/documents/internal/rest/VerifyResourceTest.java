package org.yichuang.documents.internal.rest;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.Test;
import org.yichuang.documents.api.DocumentService.Genuine;

/** What a program is told of a genuine document is what the page tells people. */
public class VerifyResourceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Test
    public void whatHoldsIsInForceUntilItIsRevoked() {
        VerifyResource.Answer holds = VerifyResource.Answer.of(found(Optional.empty(), false));
        VerifyResource.Answer ended = VerifyResource.Answer.of(found(Optional.of(DAY), false));

        assertTrue(holds.inForce() && !holds.proof());
        assertFalse(ended.inForce());
    }

    @Test
    public void byAReceiptNothingIsInForce() {
        VerifyResource.Answer receipt = VerifyResource.Answer.of(found(Optional.empty(), true));

        assertTrue(receipt.proof());
        assertFalse(receipt.inForce());
    }

    private static Genuine found(Optional<LocalDate> revokedOn, boolean isProof) {
        return new Genuine("收〔2026〕1号", "申请材料接收凭证", "海阳市行政审批服务局", "李*", DAY, revokedOn, "", "", isProof);
    }
}
